import type { SiteLines, SiteMark, ThingLabel } from '#client/map/sites-map-controller.ts';
import type { SiteCandidate, SiteColumn, SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { THEMES, type Theme } from '#data/schema/theme.ts';
import type { What } from '#data/siting/criterion.ts';
import { sayDistance } from '#data/siting/figures.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { readWhat, writeWhat } from '#data/siting/what-text.ts';
import { sayValue } from '#data/siting/words.ts';
import { typeOf } from './context.ts';

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
      labels.set(number, {
        id: thing.id,
        at: thing.at,
        title: thing.title,
        note: noteAt(column, index),
        theme: themeOf(what),
      });
    });
  }
  return [...labels.values()];
}

/** What is measured of every candidate, by the text of the measure. */
export const findColumn = (columns: readonly SiteColumn[], what: string): SiteColumn | undefined =>
  columns.find((column) => column.what === what);

/** The theme of what a measure looks at: `energy` of `energy/substation`. */
const themeOf = (what: What | undefined): Theme =>
  THEMES.find((theme) => what && typeOf(what)?.startsWith(`${theme}/`)) ?? 'land';

/** The figure of an entry; nothing where it is not known. */
const noteAt = (column: SiteColumn, index: number): string =>
  column.kind === 'text' || column.low[index] !== column.high[index] ? '' : sayValue(column, index);

/** Lines of an opened site, with their lengths; several measures of one thing are one line. */
export function linesOf({ key, geometry, lines }: SiteEvidence, answer: SitesAnswer): SiteLines {
  const index = answer.sites.findIndex((site) => site.key === key);
  const drawn = new Map<string, SiteLines['lines'][number]>();
  for (const { what, thing: id, from, to } of lines) {
    const column = findColumn(answer.columns, what);
    const known = drawn.get(id);
    const thing = answer.things.find((each) => each.id === id);
    const isLength = column?.unit === 'm';
    drawn.set(id, {
      from,
      to,
      label: isLength ? lengthAt(column, index) : (known?.label ?? ''),
      end: {
        id,
        at: to,
        title: thing?.title ?? '',
        theme: themeOf(readWhat(what)),
        note: column && !isLength ? noteAt(column, index) : (known?.end.note ?? ''),
      },
    });
  }
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return {
    key,
    lines: [...drawn.values()],
    ...(isArea && {
      geometry: {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: geometry as GeoJSON.Polygon }],
      },
    }),
  };
}

/** How far away what was measured to is known to lie. */
function lengthAt({ high }: SiteColumn, index: number): string {
  const metres = high[index];
  return metres === undefined || metres === null ? '' : sayDistance(metres);
}
