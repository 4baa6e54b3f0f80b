/** A scale bar: a round distance and its length on screen. */
export type Scale = { readonly distanceM: number; readonly widthPx: number };

const STEPS = [5, 2, 1] as const;

/**
 * The longest round distance (1, 2 or 5 × 10ⁿ metres) whose bar is at most `maxPx` long.
 *
 * @param metresPerPx ground metres under one pixel; must be above 0
 */
export function scaleBar(metresPerPx: number, maxPx: number): Scale {
  const longestM = metresPerPx * maxPx;
  const decade = 10 ** Math.floor(Math.log10(longestM));
  const distanceM = decade * (STEPS.find((step) => step * decade <= longestM) ?? 1);
  return { distanceM, widthPx: distanceM / metresPerPx };
}
