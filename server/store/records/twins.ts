import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { Twin, TwinQuery } from '../compare-rows.ts';
import { type Boxes, touches } from './boxes.ts';
import { boundsOf, namesOf, rowOf } from './feature-rows.ts';
import { BOX_SIZE } from './indexing.ts';
import type { Pages, Spot } from './pages.ts';

/** Shortest reference that says something by itself; `12` stands in every list. */
const TELLING_REFERENCE = 5;

/** Pairs whose names are read at a time. */
const MOST_PAIRS = 10_000;

/** Rows of a feature and of one near it. */
type Pair = readonly [mine: number, other: number];

/** Looks for features of one edition that other live editions seem to hold too. */
export function twinQuery(pages: Pages, boxes: Boxes) {
  /** What records are called, read in the order they are kept. */
  const readNames = (rows: Iterable<number>): ReadonlyMap<number, Called> => {
    const called = new Map<number, Called>();
    for (const row of [...new Set(rows)].sort((one, other) => one - other)) {
      const spot = pages.spotOf(row);
      if (spot) called.set(row, calledOf(spot));
    }
    return called;
  };

  const alikeOf = (pairs: readonly Pair[]): Alike[] => {
    const called = readNames(pairs.flat());
    return pairs.flatMap(([mine, other]): Alike[] => {
      const [one, two] = [called.get(mine), called.get(other)];
      return one && two && isAlike(one, two) ? [[one, two]] : [];
    });
  };

  return {
    findTwins({ edition, others, reach, limit }: TwinQuery): Twin[] {
      const found: Alike[] = [];
      for (const pairs of pairsNear(boxes, { edition, others, reach })) {
        found.push(...alikeOf(pairs));
        if (found.length >= limit) break;
      }
      return found.sort(inOrder).slice(0, limit).map(toTwin);
    },
  };
}

/** A feature and one of another edition that seems to be the same. */
type Alike = readonly [mine: Called, other: Called];

/** In the order they were published. */
const inOrder = ([one]: Alike, [other]: Alike): number => one.row - other.row;

/** Features of an edition and of others whose boxes are near, some at a time. */
function* pairsNear(
  boxes: Boxes,
  { edition, others, reach }: Pick<TwinQuery, 'edition' | 'others' | 'reach'>,
): Generator<readonly Pair[]> {
  let pairs: Pair[] = [];
  for (const { entries } of others.length === 0 ? [] : boxes.groupsOf(edition)) {
    const groups = boxes.groupsIn(others, widened(boundsOfAll(entries), reach));
    for (const other of groups) addPairs(entries, other.entries, reach, pairs);
    if (pairs.length < MOST_PAIRS) continue;
    yield pairs;
    pairs = [];
  }
  yield pairs;
}

/** Add the pairs of records of two groups whose boxes are near. */
function addPairs(mine: Float64Array, others: Float64Array, reach: LngLat, pairs: Pair[]): void {
  for (let at = 0; at < mine.length; at += BOX_SIZE) {
    const wide = widened(boxAt(mine, at), reach);
    for (let to = 0; to < others.length; to += BOX_SIZE) {
      if (touches(others, to, wide)) pairs.push([mine[at] as number, others[to] as number]);
    }
  }
}

const boxAt = (entries: Float64Array, at: number): Bounds => [
  entries[at + 3] as number,
  entries[at + 4] as number,
  entries[at + 5] as number,
  entries[at + 6] as number,
];

function boundsOfAll(entries: Float64Array): Bounds {
  let [west, south, east, north] = boxAt(entries, 0);
  for (let at = BOX_SIZE; at < entries.length; at += BOX_SIZE) {
    const box = boxAt(entries, at);
    [west, south] = [Math.min(west, box[0]), Math.min(south, box[1])];
    [east, north] = [Math.max(east, box[2]), Math.max(north, box[3])];
  }
  return [west, south, east, north];
}

const widened = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): Bounds => [
  west - lng,
  south - lat,
  east + lng,
  north + lat,
];

/** What a record is called and where it is. */
type Called = ReturnType<typeof calledOf>;

const calledOf = (spot: Spot) => ({
  ...namesOf(spot),
  folded: foldName(spot.page.text(spot.index, 'name')),
  row: rowOf(spot),
  edition: spot.page.edition,
  id: spot.page.text(spot.index, 'id'),
  layer: spot.page.term(spot.index, 'layer') ?? '',
  line: spot.page.number(spot.index, 'line'),
  bounds: boundsOf(spot),
});

function isAlike(one: Called, other: Called): boolean {
  if (one.folded !== '' && one.folded === other.folded) return true;
  const { reference = '' } = one;
  return reference.length >= TELLING_REFERENCE && reference === other.reference;
}

const toTwin = ([one, other]: Alike): Twin => ({
  ...(one.name === undefined ? {} : { name: one.name }),
  layer: one.layer,
  line: one.line,
  other: other.edition,
  otherId: other.id,
  bounds: one.bounds,
  otherBounds: other.bounds,
});

/** Names are compared by letters and digits alone; a name without any is no name. */
const foldName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
