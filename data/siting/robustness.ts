import { prepareRanking } from './prepared.ts';
import { drawShares, hashOf, seeded } from './random.ts';
import { rerank, weightShares } from './rank.ts';
import type { Measured, Robustness } from './ranking.ts';
import type { SiteSearch } from './search.ts';
import { writeSearch } from './search-text.ts';

/** Draws of weights unless told otherwise. */
export const DRAWS = 1_000;

/**
 * How closely weights are drawn round those of the search: a weight of 20 is then 15 to 25 in two draws of three, the
 * ±25 % that sensitivity is usually tested by.
 */
const FIRMNESS = 63;

/** First so many, of which robustness is told. */
const TEN = 10;
const FIVE = 5;

/**
 * How firm each place is: the ranked sites are ranked again under `draws` other sets of weights, drawn round those of
 * the search. The draws are seeded by the search, so that the same search always answers the same. Scores are taken by
 * the middle of their range.
 *
 * @throws RangeError when there is no draw to be made
 */
export function robustnessOf(measured: Measured, search: SiteSearch, draws = DRAWS): Robustness {
  if (!(draws >= 1)) throw new RangeError(`Draws must be at least 1, got ${draws}`);
  const weights = search.prefer.map(({ weight }) => weight);
  const prepared = prepareRanking(measured, search);
  const ranked = rerank(prepared, weights).ranked.map(({ index }) => index);
  const shares = [...weightShares(prepared, weights)].map((share) => share / 100);
  const worths = prepared.prefers.map(({ low, high }) =>
    Float64Array.from(ranked, (index) => ((low[index] ?? 0) + (high[index] ?? 1)) / 2),
  );
  const random = seeded(hashOf(writeSearch(search)));
  const tally = newTally(ranked.length);
  const scores = new Float64Array(ranked.length);
  for (let draw = 0; draw < draws; draw++) {
    score(scores, worths, drawShares(random, shares, FIRMNESS));
    count(tally, firstOf(scores));
  }
  const share = (hits: number): number => hits / draws;
  return {
    draws,
    topTen: Array.from(tally.topTen, share),
    topFive: Array.from(tally.topFive, share),
    sameFive: share(tally.sameFive),
    sameFirst: share(tally.sameFirst),
  };
}

function score(scores: Float64Array, worths: readonly Float64Array[], shares: Float64Array): void {
  scores.fill(0);
  for (const [at, worth] of worths.entries()) {
    const share = shares[at] ?? 0;
    if (share === 0) continue;
    for (let place = 0; place < scores.length; place++) {
      scores[place] = (scores[place] ?? 0) + share * (worth[place] ?? 0);
    }
  }
}

/** Differences below this are none: the order of the search stands. */
const GRAIN = 1e-9;

/** Places of the ten best, best first; of equals the one ranked better. */
function firstOf(scores: Float64Array): number[] {
  const first: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const value = scores[place] ?? 0;
    let at = first.length;
    while (at > 0 && value > (scores[first[at - 1] ?? 0] ?? 0) + GRAIN) at--;
    if (at >= TEN) continue;
    first.splice(at, 0, place);
    if (first.length > TEN) first.pop();
  }
  return first;
}

type Tally = {
  readonly topTen: Uint32Array;
  readonly topFive: Uint32Array;
  sameFive: number;
  sameFirst: number;
};

const newTally = (ranked: number): Tally => ({
  topTen: new Uint32Array(ranked),
  topFive: new Uint32Array(ranked),
  sameFive: 0,
  sameFirst: 0,
});

function count(tally: Tally, first: readonly number[]): void {
  for (const place of first) tally.topTen[place] = (tally.topTen[place] ?? 0) + 1;
  const five = first.slice(0, FIVE);
  for (const place of five) tally.topFive[place] = (tally.topFive[place] ?? 0) + 1;
  if (five.every((place) => place < FIVE)) tally.sameFive++;
  if (first[0] === 0) tally.sameFirst++;
}
