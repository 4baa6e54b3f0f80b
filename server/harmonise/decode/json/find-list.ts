import { elementsOf, membersOf, type Span, skipSpace } from './scan.ts';

const [OPEN_ARRAY, OPEN_OBJECT] = [91, 123];
/** How far below the outermost value a list of records is looked for. */
const SEARCH_DEPTH = 4;

/** A list of records and where it stands. */
export type FoundList = {
  /** The names that lead to it, dotted; `''` for the outermost value. */
  readonly path: string;
  readonly span: Span;
  readonly count: number;
  /** What its elements are: objects, or rows of cells. */
  readonly holds: 'objects' | 'rows';
  /** The members of the object it stands in, itself among them. */
  readonly beside: ReadonlyMap<string, Span>;
};

/** Names an API gives its records. */
const RECORDS =
  /^(features|records|results?|items|data|rows|values?|entries|elements|list|d|dataset)$/i;
/** Names of lists that describe an answer: its columns, its links, what it was asked. */
const DESCRIBES =
  /^(fields|columns|cols|schema|_?links|facets?|facet_groups|aggregations|parameters|filters|sort|headers?|meta(data)?|tags|resources|errors|warnings|extras|breadcrumbs|symbols|domains|codedValues|layers|conformsTo)$/i;

const rankOf = (path: string): number => {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (DESCRIBES.test(name)) return 0;
  return RECORDS.test(name) ? 2 : 1;
};

/**
 * The list of records in a JSON value, however the API wrapped it: by what it is called, then by
 * how many it holds; an outer list before those inside it, objects before rows of cells.
 */
export function findList(bytes: Buffer, whole: Span): FoundList | undefined {
  let best: FoundList | undefined;
  for (const found of listsIn(bytes, whole, { path: '', depth: 0, beside: new Map() })) {
    if (best === undefined || isBetter(found, best)) best = found;
  }
  return best;
}

function isBetter(one: FoundList, other: FoundList): boolean {
  const [rank, otherRank] = [rankOf(one.path), rankOf(other.path)];
  return rank === otherRank ? one.count > other.count : rank > otherRank;
}

type Place = Pick<FoundList, 'path' | 'beside'> & { readonly depth: number };

function* listsIn(bytes: Buffer, span: Span, place: Place): Generator<FoundList> {
  const { path, depth, beside } = place;
  const first = bytes[span.start];
  if (depth > SEARCH_DEPTH) return;
  if (first === OPEN_ARRAY) {
    const found = contentsOf(bytes, span);
    if (found) yield { path, span, beside, ...found };
  }
  if (first !== OPEN_OBJECT) return;
  const members = membersOf(bytes, span.start, () => {});
  for (const [name, member] of members) {
    const inner = path === '' ? name : `${path}.${name}`;
    yield* listsIn(bytes, member, { path: inner, depth: depth + 1, beside: members });
  }
}

/** What a list holds, when that may be records: one object is one, a single row of cells is none. */
function contentsOf(bytes: Buffer, list: Span): Pick<FoundList, 'count' | 'holds'> | undefined {
  let [objects, rows] = [0, 0];
  for (const span of elementsOf(bytes, list, () => {})) {
    if (bytes[span.start] === OPEN_OBJECT) objects += 1;
    else if (isRow(bytes, span)) rows += 1;
  }
  if (objects > 0) return { count: objects, holds: 'objects' };
  return rows > 1 ? { count: rows, holds: 'rows' } : undefined;
}

/** A list of plain values, not of lists: coordinates are no rows. */
function isRow(bytes: Buffer, { start }: Span): boolean {
  if (bytes[start] !== OPEN_ARRAY) return false;
  return bytes[skipSpace(bytes, start + 1)] !== OPEN_ARRAY;
}
