import { type PreparedPrefer, prepareRanking } from './prepared.ts';
import type { DoubleCount, Measured } from './ranking.ts';
import type { SiteSearch } from './search.ts';

/** From here on two criteria say nearly the same: the usual flag of multi-criteria practice. */
export const DOUBLE_FROM = 0.8;

/** Fewer sites than this show no likeness that is more than chance. */
const LEAST_SITES = 8;

/**
 * Pairs of preferred criteria that say nearly the same, the most alike first. Their worth is compared over the sites of
 * which both are known; criteria without weight count nothing twice.
 */
export function doubleCounts(
  measured: Measured,
  search: Pick<SiteSearch, 'prefer'>,
): DoubleCount[] {
  const prefers = prepareRanking(measured, { must: [], prefer: search.prefer }).prefers.filter(
    ({ prefer, isTested }) => isTested && prefer.weight > 0,
  );
  return prefers
    .flatMap((one, at) => prefers.slice(at + 1).flatMap((other) => compare(one, other)))
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
}

function compare(one: PreparedPrefer, other: PreparedPrefer): DoubleCount[] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < one.low.length; index++) {
    const [a, b] = [known(one, index), known(other, index)];
    if (a !== undefined && b !== undefined) pairs.push([a, b]);
  }
  const r = pairs.length < LEAST_SITES ? undefined : pearson(pairs);
  return r !== undefined && Math.abs(r) > DOUBLE_FROM
    ? [{ one: one.prefer.id, other: other.prefer.id, r }]
    : [];
}

const known = ({ low, high }: PreparedPrefer, index: number): number | undefined =>
  low[index] === high[index] ? low[index] : undefined;

/** Pearson's r; undefined where one of the two never varies. */
function pearson(pairs: readonly (readonly [number, number])[]): number | undefined {
  const mean = (side: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  const spread = Math.sqrt(aa * bb);
  return spread > 1e-12 ? ab / spread : undefined;
}
