import { expect, it } from 'vitest';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { findFeatureType } from '#data/features/index.ts';
import { DATA_CENTRE } from '#data/profiles/data-centre.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Standing } from '#data/siting/ranking.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { contextOf } from './context.ts';
import { isRange, linesOf, marksOf } from './marks.ts';

const TO_PRIMARY = { kind: 'distance', of: { type: 'energy/substation' } } as const;
const HEADROOM = {
  kind: 'value',
  of: { type: 'energy/substation' },
  attribute: 'demand-headroom-mw',
  from: 'nearest',
} as const;

const column = (
  what: string,
  unit: string,
  values: readonly number[],
): SitesAnswer['columns'][0] => ({
  what,
  title: what,
  unit,
  kind: 'number',
  state: 'measured',
  ask: [],
  synthetic: true,
  sources: [0],
  low: [...values],
  high: [...values],
  text: [],
  why: values.map(() => 0),
  thing: values.map(() => 0),
});

const site = (key: string, outline: 'point' | 'boundary'): SitesAnswer['sites'][0] => ({
  key,
  title: key,
  synthetic: true,
  areaHa: 7.15,
  areaBasis: 'stated',
  outline,
  errorM: outline === 'point' ? 151 : 0,
  at: [-2.2, 53.5],
  bounds: [-2.2, 53.5, -2.2, 53.5],
});

const ANSWER = {
  sites: [site('a', 'point'), site('b', 'boundary'), site('c', 'point')],
  columns: [
    column(writeWhat(TO_PRIMARY), 'm', [2_004, 900, 90]),
    column(writeWhat(HEADROOM), 'MW', [11.7, 11.7, 11.7]),
  ],
  things: [{ id: 'p', title: 'Primary A', source: 0, synthetic: true, at: [-2.21, 53.51] }],
} as unknown as SitesAnswer;

const standing = (index: number, low: number, high: number, rank?: number): Standing => ({
  index,
  low,
  high,
  ...(rank === undefined ? {} : { rank }),
  points: [],
  fails: rank === undefined ? ['area'] : [],
  untold: [],
});

it('marksOf() marks a figure, a range and what fails, with the ground of points', () => {
  const ranking = {
    total: 3,
    ranked: [standing(0, 77, 77.4, 1), standing(1, 54, 71, 2)],
    ruledOut: [standing(2, 0, 0)],
    funnel: [],
    notTested: [],
  };
  expect(marksOf(ANSWER, ranking, ['b'])).toEqual([
    { key: 'c', at: [-2.2, 53.5], form: 'out', radiusM: 151 },
    { key: 'a', at: [-2.2, 53.5], form: 'ring', rank: 1, radiusM: 151 },
    { key: 'b', at: [-2.2, 53.5], form: 'range', rank: 2, isCompared: true },
  ]);
  expect(isRange({ low: 60, high: 60.4 })).toBe(false);
});

it('linesOf() draws one line a thing, with its length and what it is worth knowing for', () => {
  const at = { from: [-2.2, 53.5] as [number, number], to: [-2.21, 53.51] as [number, number] };
  const { lines } = linesOf(
    {
      key: 'a',
      geometry: { type: 'Point', coordinates: [-2.2, 53.5] },
      lines: [
        { what: writeWhat(HEADROOM), thing: 'p', ...at },
        { what: writeWhat(TO_PRIMARY), thing: 'p', ...at },
      ],
    },
    ANSWER,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]?.label).toBe('2.00\u00a0km');
  expect(lines[0]?.end).toMatchObject({
    title: 'Primary A',
    note: '11.7\u00a0MW',
    theme: 'energy',
  });
});

it('contextOf() draws what criteria ask of, points over areas, and of the sites only their ground', () => {
  const layers = [
    'environment/flood-risk-zone',
    'energy/substation',
    'land/brownfield-site',
    'transport/car-park',
  ].map((id) => {
    const type = findFeatureType(id);
    if (type === undefined) throw new RangeError(`No ${id} in the vocabulary`);
    return summaryOf(type);
  });
  const { context, ground, named } = contextOf(DATA_CENTRE as never, layers);
  expect(context.map(({ featureType }) => featureType)).toEqual([
    'energy/substation',
    'environment/flood-risk-zone',
  ]);
  expect(ground.map(({ featureType }) => featureType)).toEqual(['land/brownfield-site']);
  expect(named).toEqual([layers[1]?.id]);
});
