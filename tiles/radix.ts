/** Keys in ascending order, each with its value. */
export type Sorted = { readonly keys: Uint32Array; readonly values: Uint32Array };

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Sort 32-bit keys with their values; equal keys keep their order.
 * What is sorted already comes back as it is, unmoved.
 */
export function radixSort(keys: Uint32Array, values: Uint32Array): Sorted {
  const { least, span, ascending } = survey(keys);
  if (ascending) return { keys, values };
  let from: Sorted = { keys, values };
  let into: Sorted = blank(keys.length);
  for (let shift = 0; shift < 32 && span >>> shift > 0; shift += DIGIT_BITS) {
    passDigit(from, into, { least, shift });
    // the caller's arrays are never written to
    const spare = shift === 0 ? blank(keys.length) : from;
    from = into;
    into = spare;
  }
  return from;
}

const blank = (length: number): Sorted => ({
  keys: new Uint32Array(length),
  values: new Uint32Array(length),
});

function survey(keys: Uint32Array) {
  let least = 0xffffffff;
  let most = 0;
  let ascending = true;
  let last = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key < least) least = key;
    if (key > most) most = key;
    if (key < last) ascending = false;
    last = key;
  }
  return { least, span: most - least, ascending };
}

function passDigit(from: Sorted, into: Sorted, digit: { least: number; shift: number }): void {
  const { least, shift } = digit;
  const places = new Uint32Array(DIGITS);
  const { keys, values } = from;
  for (let i = 0; i < keys.length; i++) {
    const bucket = (((keys[i] as number) - least) >>> shift) & (DIGITS - 1);
    places[bucket] = (places[bucket] as number) + 1;
  }
  let before = 0;
  for (let bucket = 0; bucket < DIGITS; bucket++) {
    const held = places[bucket] as number;
    places[bucket] = before;
    before += held;
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const bucket = ((key - least) >>> shift) & (DIGITS - 1);
    const place = places[bucket] as number;
    places[bucket] = place + 1;
    into.keys[place] = key;
    into.values[place] = values[i] as number;
  }
}
