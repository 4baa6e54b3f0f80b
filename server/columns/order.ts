import type { LngLat } from '#data/schema/geometry.ts';
import { type Column, NOT_STATED } from './column.ts';
import type { Sifted } from './sift.ts';

/** Where a feature stands: the place of its edition in the question, and its own in the edition. */
export type Place = { readonly part: number; readonly at: number };

/** By what matches are put in order; least first, `Infinity` last. */
export type SortKeys = {
  /** Makes the key of a feature of one part. */
  readonly of: (part: number) => (at: number) => number;
  readonly descending?: boolean;
};

/**
 * One page of the matches of a question in order, equal ones as published. What has no key is last either way.
 * Only the page itself is sorted: the rest is parted round it.
 */
export function pageOf(
  parts: readonly Sifted[],
  keys: SortKeys,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Place[] {
  const total = parts.reduce((sum, { matched }) => sum + matched, 0);
  const found = keyed(parts, keys, total);
  const [from, to] = [Math.min(offset, total), Math.min(offset + limit, total)];
  if (from === to) return [];
  const ranked = { ...found, from: 0, to: total };
  part(ranked, from);
  part({ ...ranked, from }, to);
  const page = Array.from({ length: to - from }, (_, index) => from + index);
  page.sort((one, other) => compare(found, one, other));
  return page.map((index) => placeOf(found.refs[index] as number, parts));
}

type Keyed = {
  readonly keys: Float64Array;
  /** Places counted through all parts. */
  readonly refs: Uint32Array;
};

function keyed(parts: readonly Sifted[], { of, descending }: SortKeys, total: number): Keyed {
  const keys = new Float64Array(total);
  const refs = new Uint32Array(total);
  const sign = descending ? -1 : 1;
  let [next, base] = [0, 0];
  for (const [part, { fails, columns }] of parts.entries()) {
    const keyOf = of(part);
    for (let at = 0; at < fails.length; at++) {
      if (fails[at] !== 0) continue;
      const key = keyOf(at);
      keys[next] = key === Infinity ? key : sign * key;
      refs[next++] = base + at;
    }
    base += columns.size;
  }
  return { keys, refs };
}

const compare = ({ keys, refs }: Keyed, one: number, other: number): number =>
  (keys[one] as number) - (keys[other] as number) ||
  (refs[one] as number) - (refs[other] as number);

/** Put the least `count` of a stretch before the others. Source: Hoare’s quickselect. */
function part(found: Keyed & { from: number; to: number }, count: number): void {
  let [low, high] = [found.from, found.to - 1];
  while (low < high) {
    const [left, right] = partAtMiddle(found, low, high);
    if (count <= right) high = right;
    else if (count >= left) low = left;
    else return;
  }
}

/** Put what is less than the one in the middle before what is greater; returns where both begin. */
function partAtMiddle({ keys, refs }: Keyed, low: number, high: number): [number, number] {
  const middle = (low + high) >>> 1;
  const [key, ref] = [keys[middle] as number, refs[middle] as number];
  let [left, right] = [low, high];
  while (left <= right) {
    while (isBefore(keys[left] as number, refs[left] as number, key, ref)) left++;
    while (isBefore(key, ref, keys[right] as number, refs[right] as number)) right--;
    if (left <= right) swap(keys, refs, left++, right--);
  }
  return [left, right];
}

/** Nothing is made for a comparison, as it would be of pairs. */
const isBefore = (key: number, ref: number, otherKey: number, otherRef: number): boolean =>
  key < otherKey || (key === otherKey && ref < otherRef);

function swap(keys: Float64Array, refs: Uint32Array, one: number, other: number): void {
  const [key, ref] = [keys[one] as number, refs[one] as number];
  keys[one] = keys[other] as number;
  refs[one] = refs[other] as number;
  keys[other] = key;
  refs[other] = ref;
}

function placeOf(ref: number, parts: readonly Sifted[]): Place {
  let at = ref;
  for (const [part, { columns }] of parts.entries()) {
    if (at < columns.size) return { part, at };
    at -= columns.size;
  }
  throw new RangeError(`Cannot place feature ${ref}`);
}

/** Nearest first, by squared distance on a plane that bends with the latitude: right to 1 % over all Britain. */
export function byDistance(parts: readonly Sifted[], [lng0, lat0]: LngLat): SortKeys {
  const [cosine, sine] = [Math.cos(lat0 * RADIANS), Math.sin(lat0 * RADIANS)];
  return {
    of(part) {
      const { lng, lat } = (parts[part] as Sifted).columns;
      return (at) => {
        const north = (lat[at] as number) - lat0;
        // the cosine half way there, by its first terms
        const half = (north * RADIANS) / 2;
        const east =
          ((lng[at] as number) - lng0) * (cosine - sine * half - (cosine * half * half) / 2);
        return north * north + east * east;
      };
    },
  };
}

const RADIANS = Math.PI / 180;

/**
 * By a column.
 *
 * @param ranks of a part's dictionary: number of a text → its rank over all parts
 */
export function keyOfColumn(
  column: Column | undefined,
  ranks?: Uint32Array,
): (at: number) => number {
  switch (column?.kind) {
    case 'number':
      return (at) => {
        const value = column.values[at] as number;
        return Number.isNaN(value) ? Infinity : value;
      };
    case 'date':
      return (at) => {
        const value = column.values[at] as number;
        return value <= NOT_STATED ? Infinity : value;
      };
    case 'text':
      return (at) => {
        const code = column.codes[at] as number;
        return code === 0 ? Infinity : (ranks?.[code - 1] ?? code);
      };
    case 'list':
      return (at) => {
        const first = column.starts[at] as number;
        if (first === column.starts[at + 1]) return Infinity;
        const item = column.items[first] as number;
        return ranks?.[item] ?? item;
      };
    default:
      return () => Infinity;
  }
}
