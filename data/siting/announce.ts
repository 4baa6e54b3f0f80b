import { WHYS } from '#data/schema/site-why.ts';
import type { SiteColumn } from '#data/schema/sites.ts';
import type { Prefer } from './criterion.ts';
import { sayNumber } from './figures.ts';
import { columnFor } from './prepared.ts';
import type { DoubleCount, Flip, Measured, Points, Ranking, Standing } from './ranking.ts';
import type { SiteSearch } from './search.ts';
import { sayScore } from './words.ts';

const tenth = (value: number): string => sayNumber(Math.round(value * 10) / 10);

/**
 * A slot bar in one sentence a criterion, for those who hear it: `54 to 71 of 100. Headroom 13.4 of 30. Fibre not
 * known, 0 to 17.`
 */
export function sayStanding(standing: Standing, prefers: readonly Prefer[]): string {
  const score = sayScore(standing).replace('–', ' to ');
  const slots = prefers.map(({ short }, at) => saySlot(short, standing.points[at]));
  return [`${score} of 100.`, ...slots].join(' ');
}

function saySlot(short: string, points: Points | undefined): string {
  if (!points || points.of === 0) return `${short} not counted.`;
  const { low, high, of } = points;
  if (tenth(low) === tenth(high)) return `${short} ${low.toFixed(1)} of ${tenth(of)}.`;
  if (low === 0 && high === of) return `${short} not known, 0 to ${tenth(of)}.`;
  return `${short} ${tenth(low)} to ${tenth(high)} of ${tenth(of)}.`;
}

/**
 * A ranking in one breath: `12 of 214 sites. Central Retail Park first, 77. Dunlop moved from 6 to 4.` The one said to
 * have moved is, of those now or before among the first ten, the one that moved furthest.
 */
export function announceRanking(
  { sites }: Pick<Measured, 'sites'>,
  ranking: Ranking,
  before?: Ranking,
): string {
  const titleOf = (index: number): string => sites[index]?.title ?? 'A site';
  const [first] = ranking.ranked;
  if (!first) return `None of ${sayNumber(ranking.total)} sites meets every must.`;
  const moved = before && furthestMove(ranking, before);
  return [
    `${sayNumber(ranking.ranked.length)} of ${sayNumber(ranking.total)} sites.`,
    `${titleOf(first.index)} first, ${sayScore(first).replace('–', ' to ')}.`,
    ...(moved ? [`${titleOf(moved.index)} moved from ${moved.from} to ${moved.to}.`] : []),
  ].join(' ');
}

type Move = { readonly index: number; readonly from: number; readonly to: number };

/** Places that are read out. */
const HEARD = 10;

function furthestMove(now: Ranking, before: Ranking): Move | undefined {
  const places = new Map(before.ranked.map(({ index, rank = 0 }) => [index, rank]));
  let furthest: Move | undefined;
  for (const { index, rank: to = 0 } of now.ranked) {
    const from = places.get(index);
    if (from === undefined || from === to || Math.min(from, to) > HEARD) continue;
    const isFurther = !furthest || Math.abs(from - to) > Math.abs(furthest.from - furthest.to);
    if (isFurther) furthest = { index, from, to };
  }
  return furthest;
}

/** Robustness in words, to the tenth: `9 in 10`, `over 9 in 10`, `fewer than 1 in 10`. */
export function sayTenths(share: number): string {
  if (share > 0.95) return 'over 9 in 10';
  return share < 0.05
    ? 'fewer than 1 in 10'
    : `${Math.min(9, Math.max(1, Math.round(share * 10)))} in 10`;
}

/** The change of weight that puts another site first: `Fibre at 42 instead of 18.1`. */
export function sayFlip({ criterion, from, to }: Flip, prefers: readonly Prefer[]): string {
  return `${shortOf(criterion, prefers)} at ${tenth(to)} instead of ${tenth(from)}`;
}

/** Two criteria that say nearly the same: `Supply and Second say nearly the same`. */
export const sayDouble = ({ one, other }: DoubleCount, prefers: readonly Prefer[]): string =>
  `${shortOf(one, prefers)} and ${shortOf(other, prefers)} say nearly the same`;

const shortOf = (id: string, prefers: readonly Prefer[]): string =>
  prefers.find((prefer) => prefer.id === id)?.short ?? id;

/** Number of the preferred criterion a site gains the least share of its weight by; undefined when none counts. */
export function weakestOf({ points }: Pick<Standing, 'points'>): number | undefined {
  let weakest: number | undefined;
  let least = Infinity;
  for (const [at, { low, high, of }] of points.entries()) {
    const share = of > 0 ? (low + high) / 2 / of : Infinity;
    if (share < least) [weakest, least] = [at, share];
  }
  return weakest;
}

/** One criterion that makes a range, or that nobody can tell of, and what would settle it. */
export type Unsettled = {
  readonly criterion: string;
  /** Points it leaves open; absent of musts. */
  readonly span?: number;
  /** `Fibre: 0 to 17 points. Nobody supplied it here. Ask Openreach.` */
  readonly text: string;
};

/** What would settle a site's range: musts nobody can tell of first, then criteria by the points they leave open. */
export function unsettledOf(
  measured: Measured,
  search: Pick<SiteSearch, 'must' | 'prefer'>,
  standing: Standing,
): Unsettled[] {
  const musts = search.must
    .filter(({ id }) => standing.untold.includes(id))
    .map((must) => {
      const settle = saySettle(columnFor(measured, must), standing.index);
      return { criterion: must.id, text: `${must.short}: nobody can tell. ${settle}` };
    });
  const prefers = search.prefer.flatMap((prefer, at) => {
    const points = standing.points[at];
    const span = points ? points.high - points.low : 0;
    if (!points || tenth(points.low) === tenth(points.high)) return [];
    const range = `${tenth(points.low)} to ${tenth(points.high)} points`;
    const settle = saySettle(columnFor(measured, prefer), standing.index);
    return [{ criterion: prefer.id, span, text: `${prefer.short}: ${range}. ${settle}` }];
  });
  return [...musts, ...prefers.sort((a, b) => b.span - a.span)];
}

const REASONS = {
  measured: 'It is known only within bounds.',
  'none-near': 'Nothing of the kind lies within the reach of the search.',
  'not-covered': 'Nobody supplied it here.',
  'partly-covered': 'It was supplied for a part of the ground.',
  edge: 'Something nearer may lie where nobody supplied it.',
  'not-stated': 'It is not stated.',
  'no-area': 'Neither the site’s boundary nor its area is known.',
} as const;

function saySettle(column: SiteColumn | undefined, index: number): string {
  if (!column) return 'It is still being measured.';
  const why = WHYS[column.why[index] ?? 0] ?? 'measured';
  const names = column.ask.map(({ name }) => name);
  return names.length === 0 ? REASONS[why] : `${REASONS[why]} Ask ${names.join(' or ')}.`;
}
