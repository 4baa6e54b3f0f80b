/** A stream of numbers in [0, 1) that is the same on every machine (Park–Miller minimal standard, 1988). */
export type Random = () => number;

/** @param seed a whole number from 1 */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A number from `low` up to `high`, with `decimals` kept. */
export function between(random: Random, low: number, high: number, decimals = 0): number {
  return Number((low + random() * (high - low)).toFixed(decimals));
}

/** One of `choices`. @throws RangeError when there are none */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError('Cannot pick from nothing');
  return choice;
}
