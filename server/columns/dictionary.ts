import { createHash } from 'node:crypto';

/** The distinct texts of a column in the order people read them, one after the other in UTF-8. */
export type Dictionary = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each text begins, and after them where the last one ends. */
  readonly starts: Uint32Array<ArrayBuffer>;
};

/** Longest text kept whole, characters; of a longer one its beginning and its hash tell it from others. */
const WHOLE_MOST = 200;
const BEGINNING = 160;

/** Between the sort key and the text in what is compared: below every sign a key holds. */
const END = '\0';

/** The text as a dictionary keeps it; what it makes it leaves alone. */
export function shortened(text: string): string {
  if (text.length <= WHOLE_MOST) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${text.slice(0, BEGINNING)}… ${hash}`;
}

/**
 * A text as it sorts: letters without case or accents, signs before the first letter or figure left out, figures
 * by their number, so that `Site 2` stands before `Site 10`. Different texts never sort as equal.
 */
export function sortKey(text: string): string {
  // most texts are plain: then nothing need be taken apart
  const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/[\p{M}\0]/gu, '');
  const bare = plain.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  return `${bare.replaceAll(/\d+/g, padded)}${END}${text}`;
}

const padded = (digits: string): string => digits.replace(/^0+(?=\d)/, '').padStart(12, '0');

/**
 * Put distinct texts in order.
 *
 * @returns the dictionary, and for each text as given its number in it
 */
export function dictionaryOf(texts: readonly string[]): {
  readonly dictionary: Dictionary;
  readonly places: Uint32Array;
} {
  const keys = texts.map(sortKey);
  const order = Uint32Array.from(keys.keys());
  order.sort((one, other) => ((keys[one] as string) < (keys[other] as string) ? -1 : 1));
  const places = new Uint32Array(texts.length);
  const starts = new Uint32Array(texts.length + 1);
  for (const [place, index] of order.entries()) {
    places[index] = place;
    starts[place + 1] = (starts[place] as number) + Buffer.byteLength(texts[index] as string);
  }
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  const out = Buffer.from(bytes.buffer);
  for (const [place, index] of order.entries()) {
    out.write(texts[index] as string, starts[place] as number);
  }
  return { dictionary: { bytes, starts }, places };
}

/** How many texts it holds. */
export const sizeOf = ({ starts }: Dictionary): number => starts.length - 1;

/** The text of a number. */
export function textAt({ bytes, starts }: Dictionary, index: number): string {
  const from = starts[index] as number;
  return Buffer.from(bytes.buffer, from, (starts[index + 1] as number) - from).toString();
}

/** The number of a text; undefined when the dictionary has it not. */
export function findText(dictionary: Dictionary, text: string): number | undefined {
  const kept = shortened(text);
  const key = sortKey(kept);
  let [low, high] = [0, sizeOf(dictionary)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sortKey(textAt(dictionary, middle)) < key) low = middle + 1;
    else high = middle;
  }
  return low < sizeOf(dictionary) && textAt(dictionary, low) === kept ? low : undefined;
}
