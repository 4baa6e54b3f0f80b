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
function sortStep(
  texts: Uint32Array,
  { from, depth }: Alike,
  { pool, starts }: { pool: Uint8Array; starts: Uint32Array },
): Alike[] {
  const wordsAt = (at: number) => (text: number) => {
    const start = (starts[text] as number) + at;
    const end = starts[text + 1] as number;
    let word = 0;
    for (let i = start; i < start + 4; i++)
      word = (word << 8) | (i < end ? (pool[i] as number) : 0);
    return word >>> 0;
  };
  const [high, low] = [wordsAt(depth), wordsAt(depth + 4)];
  for (const wordOf of [low, high]) texts.set(radixSort(texts.map(wordOf), texts).values);
  const still: Alike[] = [];
  for (let first = 0; first < texts.length; ) {
    const [a, b] = [high(texts[first] as number), low(texts[first] as number)];
    let end = first + 1;
    while (
      end < texts.length &&
      high(texts[end] as number) === a &&
      low(texts[end] as number) === b
    ) {
      end++;
    }
    if (end - first > 1) still.push({ from: from + first, to: from + end, depth: depth + STEP });
    first = end;
  }
  return still;
}
