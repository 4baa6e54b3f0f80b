import { LIST_WIDTHS, type Origin, type Sort, type Table } from '../columns.ts';
import { escapeText, part } from './part.ts';

/** Decimals of a degree: about a metre. */
const DEGREE_DECIMALS = 5;

/** Layer ids and attribute names hold lower-case letters, digits, dots and hyphens. */
const NAME = /^[a-z0-9][a-z0-9.-]*$/u;

/** Last page an address may name, from 1: no list is longer. */
const LAST_PAGE = 100_000;

/** Write the list's layout: `list=sewer.ogl-uk-3-0`, `sort=-depth-m`, `columns=<layer>~a,b`, `page=3`. */
export function writeTable(table: Table | undefined): readonly (string | undefined)[] {
  if (table === undefined) return [];
  const { layer, sort, columns = {}, page = 0, width, from } = table;
  return [
    part('list', layer),
    part('sort', sort && writeSort(sort)),
    ...Object.entries(columns).map(([id, names]) => part('columns', `${id}~${names.join(',')}`)),
    page > 0 ? `page=${page + 1}` : undefined,
    part('width', width),
    from && `from=${writeOrigin(from)}`,
  ];
}

/** Read the list's layout; what cannot be read is as at the start. Never throws. */
export function readTable(fields: URLSearchParams): Table | undefined {
  const layer = nameIn(fields.get('list'));
  const sort = readSort(fields.get('sort'));
  const columns = fields.getAll('columns').flatMap(readColumns);
  const page = readPage(fields.get('page'));
  const width = LIST_WIDTHS.find((each) => each === fields.get('width'));
  const from = readOrigin(fields.get('from'));
  const table: Table = {
    ...(layer && { layer }),
    ...(sort && { sort }),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
    ...(page > 0 && { page }),
    ...(width && { width }),
    ...(from && { from }),
  };
  return Object.keys(table).length === 0 ? undefined : table;
}

const nameIn = (text: string | null): string | undefined =>
  text !== null && NAME.test(text) ? text : undefined;

/** `area-ha`, `-area-ha`: the minus turns the order about. */
export const writeSort = ({ by, descending }: Sort): string => `${descending ? '-' : ''}${by}`;

function readSort(text: string | null): Sort | undefined {
  const [, minus, by] = /^(-?)([a-z0-9][a-z0-9.-]*)$/u.exec(text ?? '') ?? [];
  return by === undefined ? undefined : { by, descending: minus === '-' };
}

function readColumns(text: string): (readonly [string, readonly string[]])[] {
  const [id = '', list, ...rest] = text.split('~');
  if (!NAME.test(id) || list === undefined || rest.length > 0) return [];
  const names = list.split(',').filter((name) => NAME.test(name));
  return [[id, [...new Set(names)]]];
}

/** From 0; the address counts from 1 as people do. */
function readPage(text: string | null): number {
  if (text === null || !/^\d{1,6}$/u.test(text)) return 0;
  return Math.min(LAST_PAGE, Math.max(1, Number(text))) - 1;
}

const writeOrigin = ({ point: [lng, lat], title }: Origin): string =>
  [lat, lng].map((degrees) => Number(degrees.toFixed(DEGREE_DECIMALS))).join(',') +
  (title === '' ? '' : `,${escapeText(title)}`);

function readOrigin(text: string | null): Origin | undefined {
  const [, lat, lng, title = ''] =
    /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,(.+))?$/su.exec(text ?? '') ?? [];
  const point = [Number(lng), Number(lat)] as const;
  const possible = Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 85;
  return possible ? { point, title } : undefined;
}
