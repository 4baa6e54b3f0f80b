import type { Column } from './column.ts';
import type { Joined } from './joined.ts';
import type { Sifted } from './sift.ts';

/** Features counted by what they state of one attribute. */
export type Tally = {
  /** Slot → features in it. */
  readonly counts: Uint32Array;
  readonly stated: number;
  readonly unstated: number;
};

/** In slots: not stated. */
export const NO_SLOT = 0xff;

/** Which features count for an attribute: those that fail nothing, or only what is asked of the attribute itself. */
function free({ fails, failed, attributes }: Sifted, attribute: string): Uint8Array {
  const place = attributes.indexOf(attribute);
  const counts = new Uint8Array(fails.length);
  for (let at = 0; at < counts.length; at++) {
    if (fails[at] === 0 || (fails[at] === 1 && failed[at] === place)) counts[at] = 1;
  }
  return counts;
}

/**
 * Count features by slots, the attribute's own condition left out.
 *
 * @param slots slot of every feature of each edition
 * @param size how many slots there are, under 255
 */
export function tallySlots(
  attribute: string,
  sifted: readonly Sifted[],
  { slots, size }: { readonly slots: readonly Uint8Array[]; readonly size: number },
): Tally {
  // one slot for each value a byte can have: nothing need be asked in the loop
  const counts = new Uint32Array(NO_SLOT + 1);
  for (const [part, each] of sifted.entries()) {
    const counted = free(each, attribute);
    const own = slots[part] as Uint8Array;
    for (let at = 0; at < counted.length; at++) {
      const slot = own[at] as number;
      counts[slot] = (counts[slot] as number) + (counted[at] as number);
    }
  }
  const stated = counts.subarray(0, size).reduce((sum, count) => sum + count, 0);
  return { counts: counts.slice(0, size), stated, unstated: counts[NO_SLOT] as number };
}

/** Count features by the ranks of their texts, the attribute's own condition left out; of a list every item counts. */
export function tallyTexts(
  attribute: string,
  sifted: readonly Sifted[],
  { size, ranks }: Joined,
): Tally {
  const counts = new Uint32Array(size);
  let [stated, unstated] = [0, 0];
  for (const [part, each] of sifted.entries()) {
    const column = each.columns.attributes.get(attribute);
    const found = countColumn(column, free(each, attribute));
    stated += found.stated;
    unstated += found.unstated;
    const own = ranks[part] as Uint32Array;
    for (let text = 0; text < own.length; text++) {
      const rank = own[text] as number;
      counts[rank] = (counts[rank] as number) + (found.counts[text] as number);
    }
  }
  return { counts, stated, unstated };
}

/** Count only the features that state a text or list, the attribute’s own condition left out. */
export function tallyStated(attribute: string, sifted: readonly Sifted[]): Tally {
  let [stated, unstated] = [0, 0];
  for (const each of sifted) {
    const column = each.columns.attributes.get(attribute);
    const counted = free(each, attribute);
    for (let at = 0; at < counted.length; at++) {
      if (counted[at] === 0) continue;
      if (isStated(column, at)) stated++;
      else unstated++;
    }
  }
  return { counts: new Uint32Array(0), stated, unstated };
}

function isStated(column: Column | undefined, at: number): boolean {
  if (column?.kind === 'text') return column.codes[at] !== 0;
  return column?.kind === 'list' && column.starts[at] !== column.starts[at + 1];
}

/** Count one edition by the texts of its own dictionary. */
function countColumn(column: Column | undefined, counted: Uint8Array): Tally {
  if (column?.kind === 'text') return countTexts(column, counted);
  if (column?.kind === 'list') return countItems(column, counted);
  const unstated = counted.reduce((sum, each) => sum + each, 0);
  return { counts: new Uint32Array(0), stated: 0, unstated };
}

type Of<Kind extends Column['kind']> = Extract<Column, { kind: Kind }>;

function countTexts({ codes, dictionary }: Of<'text'>, counted: Uint8Array): Tally {
  const counts = new Uint32Array(dictionary.starts.length);
  for (let at = 0; at < counted.length; at++) {
    const code = codes[at] as number;
    counts[code] = (counts[code] as number) + (counted[at] as number);
  }
  const [unstated = 0] = counts;
  const stated = counts.reduce((sum, count) => sum + count, 0) - unstated;
  return { counts: counts.subarray(1), stated, unstated };
}

function countItems({ starts, items, dictionary }: Of<'list'>, counted: Uint8Array): Tally {
  const counts = new Uint32Array(dictionary.starts.length - 1);
  let [stated, unstated] = [0, 0];
  for (let at = 0; at < counted.length; at++) {
    if (counted[at] === 0) continue;
    const [from, to] = [starts[at] as number, starts[at + 1] as number];
    if (from === to) unstated++;
    else stated++;
    for (let item = from; item < to; item++) {
      const text = items[item] as number;
      counts[text] = (counts[text] as number) + 1;
    }
  }
  return { counts, stated, unstated };
}

/** An edition of which everything matches. */
export const everything = ({ columns }: Pick<Sifted, 'columns'>): Sifted => ({
  columns,
  fails: new Uint8Array(columns.size),
  failed: new Uint8Array(columns.size),
  attributes: [],
  inView: columns.size,
  matched: columns.size,
});
