import type { SiteColumn, SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { saySource, whyOf } from '#data/siting/words.ts';

type Cell = string | number | undefined;

/**
 * The ranking as a table for spreadsheets: RFC 4180, with a byte order mark so that they read it as UTF-8. A row a
 * site that meets every must; of every criterion its value least and most, why, what it was measured to, its source
 * and its licence; of preferred ones their points besides.
 */
export function rankingCsv(answer: SitesAnswer, ranking: Ranking, search: SiteSearch): string {
  const heads = [
    ...SITE_HEADS,
    ...search.must.flatMap(({ title }) => valueHeads(title)),
    ...search.prefer.flatMap(({ title }) => [...valueHeads(title), ...pointHeads(title)]),
  ];
  const rows = ranking.ranked.map((standing) => rowOf(answer, standing, search));
  return `\uFEFF${[heads, ...rows].map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

const SITE_HEADS = [
  'Rank',
  'Site',
  'Reference',
  'ODIN id',
  'Score, least',
  'Score, most',
  'Area, ha',
  'District',
  'Longitude',
  'Latitude',
  'Synthetic',
  'Source of the site',
  'Licence of the site',
  'Nobody can tell',
] as const;

const valueHeads = (title: string): readonly string[] =>
  ['', ', most', ', why', ', measured to', ', source', ', licence'].map((end) => `${title}${end}`);

const pointHeads = (title: string): readonly string[] =>
  [', points least', ', points most', ', weight'].map((end) => `${title}${end}`);

function rowOf(answer: SitesAnswer, standing: Standing, search: SiteSearch): readonly Cell[] {
  const site = answer.sites[standing.index];
  if (site === undefined) return [];
  const source = site.source === undefined ? undefined : answer.sources[site.source];
  return [
    standing.rank,
    site.title,
    site.reference,
    site.key,
    round(standing.low),
    round(standing.high),
    site.areaHa,
    site.district && (answer.districts[site.district] ?? site.district),
    site.at[0],
    site.at[1],
    site.synthetic ? 'yes' : 'no',
    source && saySource(source),
    source?.licence.title,
    standing.untold.join('; '),
    ...search.must.flatMap((must) => valueCells(answer, must, standing.index)),
    ...search.prefer.flatMap((prefer, at) => {
      const { low = 0, high = 0, of = 0 } = standing.points[at] ?? {};
      const points = [round(low), round(high), round(of)];
      return [...valueCells(answer, prefer, standing.index), ...points];
    }),
  ];
}

const NO_VALUE: readonly Cell[] = ['', '', 'not measured', '', '', ''];

function valueCells(answer: SitesAnswer, criterion: Must | Prefer, index: number): readonly Cell[] {
  const column = columnFor(answer, criterion);
  if (column === undefined) return NO_VALUE;
  if (column.state === 'not-supplied') return ['', '', 'not supplied', '', '', ''];
  const thing = answer.things[column.thing[index] ?? -1];
  const numbers = thing === undefined ? column.sources : [thing.source];
  const sources = numbers.flatMap((number) => answer.sources[number] ?? []);
  return [
    ...endsOf(column, index),
    whyOf(column, index).replaceAll('-', ' '),
    thing?.title,
    sources.map(saySource).join('; '),
    [...new Set(sources.map(({ licence }) => licence.title))].join('; '),
  ];
}

function endsOf(column: SiteColumn, index: number): readonly [Cell, Cell] {
  if (column.kind === 'text') return [column.text[index] ?? '', ''];
  return [round(column.low[index]), round(column.high[index])];
}

/** Finer than a tenth of a millimetre or of a thousandth point nothing is known. */
const round = (value: number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value.toFixed(4));

/** Texts a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;

function writeCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `${cell}`;
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
