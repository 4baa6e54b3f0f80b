import type { SiteLines, SiteMark, ThingLabel } from '#client/map/sites-map-controller.ts';
import type { SiteCandidate, SiteColumn, SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { sayDistance } from '#data/siting/figures.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { sayValue } from '#data/siting/words.ts';

/** A score whose ends are nearer prints as one figure. Source: the design, "Numbers and units". */
const RANGE_POINTS = 0.5;

/** Most things named on the map at once. */
const THINGS_MOST = 300;

/** Whether a score is a range rather than a figure. */
export const isRange = ({ low, high }: Pick<Standing, 'low' | 'high'>): boolean =>
  high - low >= RANGE_POINTS;

/** Every candidate as the map marks it. */
export function marksOf(
  { sites }: SitesAnswer,
  { ranked, ruledOut }: Ranking,
  compared: readonly string[],
): SiteMark[] {
  const mark = (standing: Standing, form: SiteMark['form']): SiteMark[] => {
    const site = sites[standing.index];
    return site === undefined ? [] : [{ ...markOf(site, standing, compared), form }];
  };
  return [
    ...ruledOut.flatMap((standing) => mark(standing, 'out')),
    ...ranked.flatMap((standing) => mark(standing, isRange(standing) ? 'range' : 'ring')),
  ];
}

const markOf = (
  { key, at, outline, errorM }: SiteCandidate,
  { rank }: Standing,
  compared: readonly string[],
): Omit<SiteMark, 'form'> => ({
  key,
  at,
  ...(rank === undefined ? {} : { rank }),
  ...(compared.includes(key) ? { isCompared: true } : {}),
  ...(outline === 'point' && errorM > 0 ? { radiusM: errorM } : {}),
});

/** What sites take a figure from, with the figure: `Demo primary A`, `11.7 MVA`. */
export function thingsOf({ columns, things }: SitesAnswer, search: SiteSearch): ThingLabel[] {
  const labels = new Map<number, ThingLabel>();
  for (const { what } of [...search.prefer, ...search.must]) {
    if (what.kind !== 'value') continue;
    const column = findColumn(columns, writeWhat(what));
    column?.thing.forEach((number, index) => {
      const thing = things[number];
      if (thing === undefined || labels.has(number) || labels.size >= THINGS_MOST) return;
      labels.set(number, { at: thing.at, title: thing.title, note: noteAt(column, index) });
    });
  }
  return [...labels.values()];
}

/** What is measured of every candidate, by the text of the measure. */
export const findColumn = (columns: readonly SiteColumn[], what: string): SiteColumn | undefined =>
  columns.find((column) => column.what === what);

/** The figure of an entry; nothing where it is not known. */
const noteAt = (column: SiteColumn, index: number): string =>
  column.kind === 'text' || column.low[index] !== column.high[index] ? '' : sayValue(column, index);

/** Lines of an opened site, with their lengths; two measures of one thing are one line. */
export function linesOf(
  { key, geometry, lines }: SiteEvidence,
  { sites, columns, things }: SitesAnswer,
): SiteLines {
  const index = sites.findIndex((site) => site.key === key);
  const ends = new Map<string, SiteLines['lines'][number]>();
  for (const { what, thing, from, to } of lines) {
    const column = findColumn(columns, what);
    const metres = column?.unit === 'm' ? (column.high[index] ?? column.low[index]) : undefined;
    const known = ends.get(thing);
    if (known !== undefined && known.label !== '') continue;
    ends.set(thing, { from, to, label: metres == null ? '' : sayDistance(metres) });
  }
  const drawn = [...ends].filter(([id]) => things.some((thing) => thing.id === id));
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return {
    key,
    lines: (drawn.length > 0 ? drawn : [...ends]).map(([, line]) => line),
    ...(isArea && {
      geometry: {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: geometry as GeoJSON.Polygon }],
      },
    }),
  };
}
