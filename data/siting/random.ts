/** A number from 0 to 1, another every time; the same seed gives the same run. */
export type Random = () => number;

/** A 32-bit hash of a text (FNV-1a): a seed. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32 (Ettinger, 2017): quick, and even enough for a thousand draws. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw of the standard normal (Box and Muller, 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A draw of the gamma distribution of a shape above 0 (Marsaglia and Tsang, 2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Shares that sum to 1, drawn round `shares` (Dirichlet); the larger `firmness`, the closer to them. */
export function drawShares(
  random: Random,
  shares: readonly number[],
  firmness: number,
): Float64Array {
  const drawn = Float64Array.from(shares, (share) =>
    share > 0 ? gamma(random, share * firmness) : 0,
  );
  const sum = drawn.reduce((a, b) => a + b, 0);
  return sum > 0 ? drawn.map((value) => value / sum) : Float64Array.from(shares);
}
