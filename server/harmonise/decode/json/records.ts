import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { cellOf, gatherColumns } from './columns.ts';
import { elementsOf, membersOf, parse, type Span } from './scan.ts';

type Members = Readonly<Record<string, unknown>>;

const [OPEN_ARRAY, OPEN_OBJECT] = [91, 123];
/** How far below the outermost value a list of records is looked for. */
const SEARCH_DEPTH = 4;

/** A list of objects and the names that lead to it. */
export type FoundList = { readonly path: string; readonly span: Span; readonly count: number };

/**
 * The list with the most objects in a JSON value: the records of an API's answer, however it is wrapped.
 */
export function findList(bytes: Buffer, span: Span, path = '', depth = 0): FoundList | undefined {
  const first = bytes[span.start];
  if (depth > SEARCH_DEPTH) return undefined;
  if (first === OPEN_ARRAY) {
    const count = countObjects(bytes, span.start);
    return count > 0 ? { path, span, count } : undefined;
  }
  if (first !== OPEN_OBJECT) return undefined;
  let best: FoundList | undefined;
  for (const [name, member] of membersOf(bytes, span.start, () => {})) {
    const found = findList(bytes, member, path === '' ? name : `${path}.${name}`, depth + 1);
    // The outer list wins: its records hold the inner ones.
    if (found && (!best || found.count > best.count)) best = found;
  }
  return best;
}

function countObjects(bytes: Buffer, start: number): number {
  let count = 0;
  for (const span of elementsOf(bytes, start, () => {}))
    if (bytes[span.start] === OPEN_OBJECT) count += 1;
  return count;
}

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
    if (isObject(member) && Object.keys(member).length > 0) flat.push(...flatten(member, key));
    else flat.push([key, numberOrNull(cellOf(member))]);
  }
  return flat;
}

const numberOrNull = (cell: Cell): Cell =>
  typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
