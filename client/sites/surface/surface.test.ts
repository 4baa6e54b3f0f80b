import { expect, it } from 'vitest';
import { readArea } from '#data/query/area-text.ts';
import type { SiteCandidate, SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { areaTextOf } from './area-of-cell.ts';
import { byDistrict } from './by-district.ts';
import { cellsCsv, cellsGeoJson } from './cell-files.ts';
import { cellsOf, mostlyLacking } from './cells.ts';
import { histogramOf } from './histogram.ts';
import { sayState } from './say-cell.ts';
import { stepFrom } from './step.ts';
import { surfaceSearchOf } from './surface-search.ts';

const AREA = { kind: 'site', attribute: 'area-ha' } as const;
const TO_PRIMARY = { kind: 'distance', of: { type: 'energy/substation' } } as const;

const SEARCH: SiteSearch = {
  profile: 'data-centre',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: [
    {
      id: 'area',
      title: 'Site area',
      short: 'Area',
      what: AREA,
      test: { op: 'at-least', value: 5 },
    },
    {
      id: 'power',
      title: 'A primary',
      short: 'Power',
      what: TO_PRIMARY,
      test: { op: 'at-most', value: 2_000 },
    },
  ],
  prefer: [
    {
      id: 'near',
      title: 'Distance to a primary',
      short: 'Near',
      what: TO_PRIMARY,
      worth: { kind: 'linear', full: 500, none: 5_000 },
      weight: 100,
    },
  ],
};

const cell = (name: string, at: readonly [number, number], district: string): SiteCandidate => ({
  key: `cell:${name}`,
  title: `Near ${name}`,
  district,
  synthetic: false,
  areaHa: 70,
  areaBasis: 'measured',
  outline: 'boundary',
  errorM: 0,
  at: [...at],
  bounds: [at[0], at[1], at[0], at[1]],
  corners: [at[0], at[1], at[0] + 0.01, at[1], at[0], at[1] + 0.01],
});

const standing = (
  index: number,
  low: number,
  high: number,
  more: Partial<Standing> = {},
): Standing => ({
  index,
  low,
  high,
  points: [{ low, high, of: 100 }],
  fails: [],
  untold: [],
  ...more,
});

const ANSWER: SitesAnswer = {
  search: 'data-centre',
  sites: [
    cell('Eccles', [-2.34, 53.48], 'E1'),
    cell('Swinton', [-2.34, 53.51], 'E1'),
    cell('Bury', [-2.3, 53.59], 'E2'),
    cell('=Sum', [-2.3, 53.6], 'E2'),
  ],
  columns: [
    {
      what: 'distance(energy/substation)',
      title: 'Distance to the nearest substation',
      unit: 'm',
      kind: 'number',
      state: 'measured',
      ask: [],
      synthetic: true,
      sources: [],
      low: [500, 900, 0, 9_000],
      high: [500, 900, null, 9_000],
      text: [],
      why: [0, 0, 2, 0],
      thing: [-1, -1, -1, -1],
    },
  ],
  things: [],
  sources: [],
  districts: { E1: 'Salford', E2: 'Bury' },
  notes: [],
  credits: { short: '© A', long: ['© A, under a licence.'] },
  terms: { form: 'merged', label: '', reason: '' },
  asOf: '2026-11-23T00:00:00Z',
};

const RANKING: Ranking = {
  total: 4,
  ranked: [
    standing(0, 100, 100, { rank: 1 }),
    standing(1, 55, 75, { rank: 2 }),
    standing(2, 0, 100, { rank: 3, untold: ['power'] }),
  ],
  ruledOut: [standing(3, 0, 0, { fails: ['power'] })],
  funnel: [],
  notTested: [],
};

const CELLS = cellsOf(ANSWER, RANKING);

it('cellsOf() colours what is known to within one colour, hatches the rest, and keeps what a must rules out apart', () => {
  expect(CELLS.scored.map(({ site, score }) => [site.key, score])).toEqual([
    ['cell:Eccles', 100],
    ['cell:Swinton', 65],
  ]);
  expect(CELLS.unknown.map(({ site }) => site.key)).toEqual(['cell:Bury']);
  expect(CELLS.out.map(({ site }) => site.key)).toEqual(['cell:=Sum']);
  const wide = cellsOf(ANSWER, { ...RANKING, ranked: [standing(0, 50, 71)], ruledOut: [] });
  expect(wide.all.map(({ form }) => form)).toEqual(['unknown']);
});

it('mostlyLacking() names the must that cannot be told of most hatched cells', () => {
  expect(mostlyLacking(CELLS, SEARCH)).toBe('Power');
  expect(mostlyLacking({ ...CELLS, unknown: [] }, SEARCH)).toBeUndefined();
});

it('histogramOf() counts scored cells by tens and puts 100 into the last bar', () => {
  const bars = histogramOf(CELLS.scored);
  expect(bars).toHaveLength(10);
  expect(bars[6]).toEqual({ from: 60, count: 1 });
  expect(bars[9]).toEqual({ from: 90, count: 1 });
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(CELLS.scored.length);
});

it('byDistrict() counts every cell once, in the district it lies in', () => {
  expect(byDistrict(CELLS, ANSWER.districts)).toEqual([
    { name: 'Bury', cells: 2, good: 0, out: 1, unknown: 1 },
    { name: 'Salford', cells: 2, good: 2, out: 0, unknown: 0 },
  ]);
});

it('sayState() tells a score, what is not known and what rules a cell out', () => {
  expect(CELLS.all.map((each) => sayState(each, SEARCH))).toEqual([
    'score 100',
    'score 55 to 75',
    'not known, 0 to 100',
    'ruled out by power',
  ]);
});

it('surfaceSearchOf() leaves out what only a site can answer, and says what', () => {
  const { search, leftOut } = surfaceSearchOf(SEARCH);
  expect(search.must.map(({ id }) => id)).toEqual(['power']);
  expect(leftOut).toEqual(['Site area']);
});

it('stepFrom() goes to the neighbour in a direction and nowhere past the edge', () => {
  const places = [
    { key: 'here', at: [-2.3, 53.5] as const },
    { key: 'east', at: [-2.28, 53.501] as const },
    { key: 'far east', at: [-2.2, 53.5] as const },
    { key: 'north', at: [-2.3, 53.51] as const },
  ];
  expect(stepFrom([-2.3, 53.5], [1, 0], places)).toBe('east');
  expect(stepFrom([-2.3, 53.5], [0, 1], places)).toBe('north');
  expect(stepFrom([-2.3, 53.5], [-1, 0], places)).toBeUndefined();
});

it('areaTextOf() writes a cell as an area that reads back with its name', () => {
  const area = readArea(
    areaTextOf({ title: 'Near Eccles', corners: [-2, 53, -2.1, 53, -2, 53.1] }),
  );
  expect(area?.title).toBe('Near Eccles');
  expect(area?.subject).toMatchObject({ kind: 'shape', geometry: { type: 'Polygon' } });
});

it('cellsCsv() has a row a cell, credits in each, and no text a spreadsheet would reckon', () => {
  const wish = { answer: ANSWER, cells: CELLS, search: surfaceSearchOf(SEARCH).search };
  const [heads, ...rows] = cellsCsv(wish).replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(heads).toContain('score-least');
  expect(rows).toHaveLength(4);
  expect(rows.every((row) => row.endsWith('"© A, under a licence."'))).toBe(true);
  expect(rows[2]).toContain('not known');
  expect(rows[3]).toContain("'=Sum");
  expect(rows[3]).toContain('ruled out');
});

it('cellsGeoJson() holds closed rings, and beside them sources, terms and credits', () => {
  const wish = { answer: ANSWER, cells: CELLS, search: surfaceSearchOf(SEARCH).search };
  const file = JSON.parse(cellsGeoJson(wish));
  expect(file.credits).toEqual(['© A, under a licence.']);
  expect(file.features).toHaveLength(4);
  const [ring] = file.features[0].geometry.coordinates;
  expect(ring.at(-1)).toEqual(ring[0]);
  expect(file.features[0].properties).toMatchObject({ 'score-least': 100, synthetic: true });
});
