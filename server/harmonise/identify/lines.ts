/** 64-bit numbers, each with the line it was first met at: 12 bytes an entry, where a `Map` takes 50 and more. */
export type Lines = {
  /** Line kept for a number; undefined when it was never added. */
  readonly find: (low: number, high: number) => number | undefined;
  /** True when a number with these low bits, and these in `mask` of the high ones, was added. */
  readonly hasLike: (low: number, high: number, mask: number) => boolean;
  /** Keep a line (0 to 2³² − 2) for a number that was not added before. */
  readonly add: (low: number, high: number, line: number) => void;
};

/** Words of an entry: low bits, high bits, line + 1; an entry whose last word is 0 is free. */
const ENTRY = 3;
/** Entries in use at most, as a share; beyond it the table grows. */
const LOAD = 0.85;
const LEAST = 64;

/**
 * An open-addressing table in one typed array. The low bits must be those of a hash: they alone choose the place.
 *
 * @param expected entries to make room for at once; more may come
 */
export function openLines(expected: number): Lines {
  let capacity = Math.max(LEAST, Math.ceil(expected / LOAD) + 1);
  let table = new Uint32Array(capacity * ENTRY);
  let count = 0;

  const startOf = (low: number): number => Math.floor(((low >>> 0) / 2 ** 32) * capacity) * ENTRY;
  const after = (at: number): number => (at + ENTRY === table.length ? 0 : at + ENTRY);
  const put = (low: number, high: number, word: number): void => {
    let at = startOf(low);
    while (table[at + 2] !== 0) at = after(at);
    table[at] = low;
    table[at + 1] = high;
    table[at + 2] = word;
  };
  const grow = (): void => {
    const old = table;
    capacity *= 2;
    table = new Uint32Array(capacity * ENTRY);
    for (let at = 0; at < old.length; at += ENTRY) {
      const word = old[at + 2] ?? 0;
      if (word !== 0) put(old[at] ?? 0, old[at + 1] ?? 0, word);
    }
  };
  const seek = (low: number, high: number, mask: number): number => {
    const [wantedLow, wantedHigh] = [low >>> 0, (high & mask) >>> 0];
    for (let at = startOf(low); ; at = after(at)) {
      const word = table[at + 2] ?? 0;
      if (word === 0) return 0;
      if (table[at] === wantedLow && ((table[at + 1] ?? 0) & mask) >>> 0 === wantedHigh)
        return word;
    }
  };
  return {
    find: (low, high) => {
      const word = seek(low, high, -1);
      return word === 0 ? undefined : word - 1;
    },
    hasLike: (low, high, mask) => seek(low, high, mask) !== 0,
    add: (low, high, line) => {
      if (count >= capacity * LOAD) grow();
      put(low, high, line + 1);
      count++;
    },
  };
}
