import { radixSort } from '../radix.ts';

/** Fewer texts than this are compared with one another. */
const FEW = 256;
/** Bytes one pass sorts by: two words. */
const STEP = 8;

/** Texts `from` … `to` of the order are alike in their first `depth` bytes. */
type Alike = { readonly from: number; readonly to: number; readonly depth: number };

/**
 * Sort texts by their bytes, in place: eight bytes at a time as two integers, few texts by comparing.
 *
 * @param order numbers of the texts
 * @param pool their bytes
 * @param starts text → its first byte in the pool; one more closes the last
 */
export function sortTexts(order: Uint32Array, pool: Uint8Array, starts: Uint32Array): void {
  const bytes = Buffer.from(pool.buffer, pool.byteOffset, pool.length);
  const compare = (a: number, b: number): number =>
    bytes.compare(bytes, starts[b], starts[b + 1], starts[a], starts[a + 1]);
  const longest = order.reduce(
    (most, text) => Math.max(most, (starts[text + 1] as number) - (starts[text] as number)),
    0,
  );
  const waiting: Alike[] = [{ from: 0, to: order.length, depth: 0 }];
  for (let alike = waiting.pop(); alike; alike = waiting.pop()) {
    const { from, to, depth } = alike;
    const texts = order.subarray(from, to);
    if (to - from < FEW || depth >= longest) texts.sort(compare);
    else waiting.push(...sortStep(texts, alike, { pool, starts }));
  }
}

/** Sort alike texts by their next bytes. @returns those still alike */
function sortStep(texts: Uint32Array, { from, depth }: Alike, pool: Pool): Alike[] {
  const byLow = radixSort(wordsAt(texts, depth + 4, pool), texts);
  const sorted = radixSort(wordsAt(byLow.values, depth, pool), byLow.values);
  texts.set(sorted.values);
  const [highs, lows] = [sorted.keys, wordsAt(texts, depth + 4, pool)];
  const still: Alike[] = [];
  for (let first = 0; first < texts.length; ) {
    let end = first + 1;
    while (end < texts.length && highs[end] === highs[first] && lows[end] === lows[first]) end++;
    if (end - first > 1) still.push({ from: from + first, to: from + end, depth: depth + STEP });
    first = end;
  }
  return still;
}

type Pool = { readonly pool: Uint8Array; readonly starts: Uint32Array };

/** Four bytes of each text from `depth` on as a number, zeros after its end. */
function wordsAt(texts: Uint32Array, depth: number, { pool, starts }: Pool): Uint32Array {
  const words = new Uint32Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as number;
    const at = (starts[text] as number) + depth;
    const left = (starts[text + 1] as number) - at;
    let word = 0;
    if (left > 0) word = (pool[at] as number) << 24;
    if (left > 1) word |= (pool[at + 1] as number) << 16;
    if (left > 2) word |= (pool[at + 2] as number) << 8;
    if (left > 3) word |= pool[at + 3] as number;
    words[i] = word;
  }
  return words;
}
