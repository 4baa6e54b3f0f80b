/** Fingerprints of 53 bits, each with the line it was first met at: 9 bytes a record. */
export type Prints = {
  /** Line of the first record with this fingerprint; undefined the first time, when `line` is kept. */
  readonly firstOf: (fingerprint: number, line: number) => number | undefined;
};

/** Words of an entry: tag, line + 1; an entry whose last word is 0 is free. */
const ENTRY = 2;
/** Entries in use at most, as a share. */
const LOAD = 0.85;
const LEAST = 64;
/** Low bits of a fingerprint that stand in the tag, below its 21 high ones. */
const TAG_BITS = 11;

/**
 * An open-addressing table in one typed array. Where an entry stands says the upper of its low 32 bits, so its tag
 * keeps the others alone. Two fingerprints are taken for one when they are neighbours and agree in 32 bits more: of
 * ten million records about one in fifty files has such a pair, and its second record is looked at by a person.
 *
 * @param most fingerprints at most; those beyond are not kept
 */
export function openPrints(most: number): Prints {
  const capacity = Math.max(LEAST, Math.ceil(most / LOAD) + 1);
  const table = new Uint32Array(capacity * ENTRY);
  let free = Math.floor(capacity * LOAD);
  return {
    firstOf: (fingerprint, line) => {
      const low = fingerprint >>> 0;
      const tag = tagOf(fingerprint, low);
      let at = Math.floor((low / 2 ** 32) * capacity) * ENTRY;
      while (table[at + 1] !== 0) {
        if (table[at] === tag) return (table[at + 1] ?? 0) - 1;
        at = at + ENTRY === table.length ? 0 : at + ENTRY;
      }
      if (free > 0) {
        table[at] = tag;
        table[at + 1] = line + 1;
        free--;
      }
      return undefined;
    },
  };
}

const tagOf = (fingerprint: number, low: number): number =>
  ((Math.floor(fingerprint / 2 ** 32) << TAG_BITS) | (low & (2 ** TAG_BITS - 1))) >>> 0;
