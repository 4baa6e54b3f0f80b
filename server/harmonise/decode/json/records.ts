import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { cellOf, gatherColumns } from './columns.ts';
import { GEOMETRY_TYPES } from './geometry.ts';
import type { Keyed } from './keyed.ts';
import { parse, type Span, textOf } from './scan.ts';

type Members = Readonly<Record<string, unknown>>;

/** A layer of plain objects: nested members are columns with dotted names, lists are kept as JSON text. */
export function objectLayer(
  name: string,
  bytes: Buffer,
  spans: () => Iterable<Span>,
): DecodedLayer {
  const columns = gatherColumns();
  for (const span of spans()) for (const [key] of flatten(parse(bytes, span))) columns.place(key);
  return {
    name,
    columns: columns.names,
    spatial: false,
    records: (report) => recordsOf(name, bytes, spans, { columns, report }),
  };
}

type Reading = {
  readonly columns: ReturnType<typeof gatherColumns>;
  readonly report: (found: Issue) => void;
};

function* recordsOf(
  layer: string,
  bytes: Buffer,
  spans: () => Iterable<Span>,
  { columns, report }: Reading,
): Generator<RawRecord> {
  let line = 0;
  for (const span of spans()) {
    line += 1;
    const value = parse(bytes, span);
    if (!isObject(value)) {
      const message = 'This element of the list is no object; it was left out.';
      report(issue('file.corrupt', { layer, line, severity: 'error' }, message));
      continue;
    }
    const values = new Array<Cell>(columns.names.length).fill(null);
    for (const [key, cell] of flatten(value)) values[columns.place(key)] = cell;
    yield { line, values };
  }
}

/** `{"a":{"b":1}}` → `a.b` = 1. */
export function flatten(value: unknown, prefix = ''): [string, Cell][] {
  if (!isObject(value)) return [];
  const flat: [string, Cell][] = [];
  for (const [name, member] of Object.entries(value)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (isGeometry(member) && !EXTENT.test(key)) flat.push([key, JSON.stringify(member)]);
    else if (isObject(member) && Object.keys(member).length > 0) flat.push(...flatten(member, key));
    else flat.push([key, numberOrNull(cellOf(member))]);
  }
  return flat;
}

/** The box round a dataset or a record is not where it is. */
const EXTENT = /(^|\.)(bbox|bounds|bounding_?box|extent|envelope|spatial)(\.|$)/i;

/** A GeoJSON geometry stays one cell, as in a table. */
const isGeometry = (value: unknown): boolean =>
  isObject(value) && GEOMETRY_TYPES.has(textOf(value.type)) && Array.isArray(value.coordinates);

/** A layer of objects that stand under their own keys, which are the first column. */
export function keyedLayer(name: string, bytes: Buffer, keyed: readonly Keyed[]): DecodedLayer {
  const layer = objectLayer(name, bytes, () => keyed.map(({ span }) => span));
  return {
    ...layer,
    columns: ['key', ...layer.columns],
    records: (report) =>
      [...layer.records(report)].map((record) => ({
        ...record,
        values: [keyed[record.line - 1]?.key ?? null, ...record.values],
      })),
  };
}

const numberOrNull = (cell: Cell): Cell =>
  typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
