import type { Cell } from './cells.ts';

/** Points of one bar. */
export const BAR_POINTS = 10;

/** One bar of the legend. */
export type Bar = {
  /** Least score of it, the next bar's least left out; the last holds 100 too. */
  readonly from: number;
  readonly count: number;
};

/** How many scored hexagons there are for every ten points. */
export function histogramOf(scored: readonly Pick<Cell, 'score'>[]): Bar[] {
  const counts = new Array<number>(100 / BAR_POINTS).fill(0);
  for (const { score } of scored) {
    const bar = Math.max(0, Math.min(counts.length - 1, Math.floor(score / BAR_POINTS)));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: index * BAR_POINTS, count }));
}
