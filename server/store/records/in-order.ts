/** Bits sorted by in one pass, and passes: enough for every whole number JavaScript holds exactly. */
const BITS = 14;
const PASSES = 4;
const BUCKETS = 2 ** BITS;

/**
 * The places of whole numbers, 0 to 2⁵³, in ascending order; equal ones stay in the order they came.
 *
 * Radix sort from the last digit: comparing takes many times as long.
 */
export function placesInOrder(numbers: Float64Array): Uint32Array {
  let places = Uint32Array.from(numbers, (_, at) => at);
  let others = new Uint32Array(numbers.length);
  const digits = new Uint16Array(numbers.length);
  for (let pass = 0; pass < PASSES; pass++) {
    const unit = 2 ** (BITS * pass);
    const begins = new Uint32Array(BUCKETS + 1);
    for (let at = 0; at < numbers.length; at++) {
      const digit = Math.floor((numbers[at] as number) / unit) % BUCKETS;
      digits[at] = digit;
      begins[digit + 1] = (begins[digit + 1] as number) + 1;
    }
    for (let digit = 1; digit <= BUCKETS; digit++) {
      begins[digit] = (begins[digit] as number) + (begins[digit - 1] as number);
    }
    for (const place of places) {
      const digit = digits[place] as number;
      const to = begins[digit] as number;
      others[to] = place;
      begins[digit] = to + 1;
    }
    [places, others] = [others, places];
  }
  return places;
}

/** The first place of numbers in ascending order whose number is not below `number`. */
export function firstNotBelow(numbers: Float64Array, number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
