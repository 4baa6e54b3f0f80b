/** Decimals of a degree asked with: finer changes nothing a reader sees, and would miss the cache. */
const ASKED_DECIMALS = 4;

/** Positions and boxes as the API takes them: `-2.2915,53.4239`. */
export const joined = (numbers: readonly number[]): string =>
  numbers.map((number) => number.toFixed(ASKED_DECIMALS)).join(',');
