import { setImmediate as breathe } from 'node:timers/promises';
import type { Column, EditionColumns } from './column.ts';
import { type Dictionary, sizeOf, sortKey, textAt } from './dictionary.ts';
import type { Shelf } from './shelf.ts';

/** Dictionaries of several editions read as one, in order. */
export type Joined = {
  /** Distinct texts of all. */
  readonly size: number;
  /** For each dictionary: number of a text in it → its rank over all. */
  readonly ranks: readonly Uint32Array[];
  /** The text of a rank. */
  readonly textOf: (rank: number) => string;
  readonly bytes: number;
};

/** Texts merged between two turns of the event loop. */
const SLICE = 5_000;

/** The texts of an attribute over some editions, as one dictionary; kept on the shelf. */
export const joinedTexts = (
  attribute: string,
  editions: readonly EditionColumns[],
  shelf: Shelf,
): Promise<Joined> =>
  shelf.workOut(`texts of ${attribute}`, editions, () =>
    join(editions.map(({ attributes }) => dictionaryIn(attributes.get(attribute)))),
  );

const dictionaryIn = (column: Column | undefined): Dictionary | undefined =>
  column?.kind === 'text' || column?.kind === 'list' ? column.dictionary : undefined;

/** Merge dictionaries; undefined ones, of editions that state nothing, rank nothing. */
export async function join(dictionaries: readonly (Dictionary | undefined)[]): Promise<Joined> {
  const held = dictionaries.map((dictionary) => dictionary ?? EMPTY);
  const filled = held.filter((dictionary) => sizeOf(dictionary) > 0);
  const [only] = filled;
  const ranks = held.map((dictionary) => new Uint32Array(sizeOf(dictionary)));
  const ranksBytes = ranks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (filled.length <= 1) {
    for (const each of ranks) for (let at = 0; at < each.length; at++) each[at] = at;
    const size = only ? sizeOf(only) : 0;
    return { size, ranks, textOf: (rank) => textAt(only ?? EMPTY, rank), bytes: ranksBytes };
  }
  const { owners, places } = await merge(held, ranks);
  return {
    size: owners.length,
    ranks,
    textOf: (rank) => textAt(held[owners[rank] as number] ?? EMPTY, places[rank] as number),
    // two lists of small numbers
    bytes: ranksBytes + 16 * owners.length,
  };
}

const EMPTY: Dictionary = { bytes: new Uint8Array(0), starts: new Uint32Array(1) };

/** A dictionary as far as it has been merged. */
type Head = { readonly owner: number; at: number; key: string };

async function merge(held: readonly Dictionary[], ranks: readonly Uint32Array[]) {
  const owners: number[] = [];
  const places: number[] = [];
  const heads = held
    .map((dictionary, owner) => headOf(dictionary, owner, 0))
    .filter((head) => head !== undefined)
    .sort(byKey);
  for (let steps = 1, last: string | undefined; heads.length > 0; steps++) {
    const head = heads.shift() as Head;
    if (head.key !== last) {
      owners.push(head.owner);
      places.push(head.at);
      last = head.key;
    }
    (ranks[head.owner] as Uint32Array)[head.at] = owners.length - 1;
    const next = headOf(held[head.owner] as Dictionary, head.owner, head.at + 1);
    if (next) insert(heads, next);
    if (steps % SLICE === 0) await breathe();
  }
  return { owners, places };
}

const byKey = (one: Head, other: Head): number => (one.key < other.key ? -1 : 1);

function headOf(dictionary: Dictionary, owner: number, at: number): Head | undefined {
  if (at >= sizeOf(dictionary)) return undefined;
  return { owner, at, key: sortKey(textAt(dictionary, at)) };
}

/** Put a head among heads in order. */
function insert(heads: Head[], head: Head): void {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((heads[middle] as Head).key < head.key) low = middle + 1;
    else high = middle;
  }
  heads.splice(low, 0, head);
}
