import type { SiteColumn, SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { saySource, whyOf } from '#data/siting/words.ts';
import { areaRingOf } from './area-of-cell.ts';
import type { Cell, Cells } from './cells.ts';

/** What a file of cells is made from. */
export type CellsWish = {
  readonly answer: SitesAnswer;
  readonly cells: Cells;
  readonly search: SiteSearch;
};

type Value = string | number | boolean | null;

const STATE = { scored: 'scored', unknown: 'not known', out: 'ruled out' } as const;

/** What a file says of one cell, by name, in the order of its columns. */
function factsOf({ site, standing, form }: Cell, { answer, search }: CellsWish): [string, Value][] {
  const district = site.district && (answer.districts[site.district] ?? site.district);
  const isOut = form === 'out';
  return [
    ['cell', site.key.replace(/^cell:/, '')],
    ['place', site.title],
    ['district', district ?? null],
    ['longitude', site.at[0]],
    ['latitude', site.at[1]],
    ['state', STATE[form]],
    ['score-least', isOut ? null : round(standing.low)],
    ['score-most', isOut ? null : round(standing.high)],
    ['fails', standing.fails.join('; ')],
    ['nobody-can-tell', standing.untold.join('; ')],
    ...measuredOnce([...search.must, ...search.prefer]).flatMap((criterion) =>
      valuesOf(columnFor(answer, criterion), criterion, standing.index),
    ),
    ['synthetic', site.synthetic || answer.columns.some(({ synthetic }) => synthetic)],
    ['as-of', answer.asOf],
  ];
}

/** A must and a preference of one measure share its columns. */
const measuredOnce = (criteria: readonly (Must | Prefer)[]): (Must | Prefer)[] =>
  criteria.filter(({ title }, at) => criteria.findIndex((each) => each.title === title) === at);

function valuesOf(
  column: SiteColumn | undefined,
  { title }: Must | Prefer,
  index: number,
): [string, Value][] {
  const isMeasured = column !== undefined && column.state === 'measured';
  const unit = column?.unit === undefined ? '' : `, ${column.unit}`;
  const [low, high] = isMeasured ? [column.low[index], column.high[index]] : [];
  const text = isMeasured && column.kind === 'text' ? (column.text[index] ?? null) : undefined;
  return [
    [`${title}${unit}`, text === undefined ? round(low) : text],
    [`${title}, most${unit}`, text === undefined ? round(high) : null],
    [`${title}, why`, isMeasured ? whyOf(column, index).replaceAll('-', ' ') : 'not supplied'],
  ];
}

/** Finer than a tenth of a millimetre or of a thousandth point nothing is known. */
const round = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(4));

/**
 * The cells as a table for spreadsheets: RFC 4180, with a byte order mark so that they read it as UTF-8. The last
 * column of every row says whom to credit: a table travels without the page it came from.
 */
export function cellsCsv(wish: CellsWish): string {
  const credit = wish.answer.credits.long.join(' ');
  const rows = wish.cells.all.map((cell) => [...factsOf(cell, wish), ['credit', credit] as const]);
  const heads = rows[0]?.map(([name]) => name) ?? [];
  const lines = [heads, ...rows.map((row) => row.map(([, value]) => value))];
  return `\uFEFF${lines.map((line) => line.map(writeValue).join(',')).join('\r\n')}\r\n`;
}

/** Texts a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;

function writeValue(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells with their shapes, and beside them sources, terms and credits. RFC 7946. */
export function cellsGeoJson(wish: CellsWish): string {
  const { answer, cells } = wish;
  return JSON.stringify({
    type: 'FeatureCollection',
    search: answer.search,
    asOf: answer.asOf,
    credits: answer.credits.long,
    terms: answer.terms,
    sources: answer.sources.map(saySource),
    features: cells.all.map((cell) => ({
      type: 'Feature',
      id: cell.site.key,
      geometry: { type: 'Polygon', coordinates: [areaRingOf(cell.site)] },
      properties: Object.fromEntries(factsOf(cell, wish)),
    })),
  });
}
