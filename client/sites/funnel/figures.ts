import type { Must } from '#data/siting/criterion.ts';
import type { FunnelStep, Ranking } from '#data/siting/ranking.ts';
import type { SearchGround } from '#data/siting/search.ts';

/** One figure of the funnel. */
export type FunnelFigure = {
  readonly count: number;
  readonly words: string;
};

/**
 * The funnel in two or three figures: all, what is left after the must that costs most, and what meets every must.
 * The middle one is left out where it says the same as the last.
 *
 * @param where what is looked through, in words: `in Rochdale`
 */
export function figuresOf(
  { total, ranked, funnel }: Ranking,
  musts: readonly Must[],
  where: string,
): readonly FunnelFigure[] {
  const costliest = costliestOf(funnel);
  const must = musts.find(({ id }) => id === costliest?.must);
  const all = { count: total, words: where };
  const last = { count: ranked.length, words: 'meet every must' };
  const hasMiddle =
    costliest !== undefined && must !== undefined && costliest.after !== ranked.length;
  return hasMiddle
    ? [all, { count: costliest.after, words: `after ${must.short.toLowerCase()}` }, last]
    : [all, last];
}

/** The step that takes most sites away, the musts being taken in order; undefined where none takes any. */
export function costliestOf(funnel: readonly FunnelStep[]): FunnelStep | undefined {
  const lost = ({ before, after }: FunnelStep): number => before - after;
  const [first] = funnel.toSorted((one, other) => lost(other) - lost(one));
  return first !== undefined && lost(first) > 0 ? first : undefined;
}

/** `Site area costs most: it alone rules out 23 sites.` Undefined where no must alone rules out any. */
export function sayCostliest(
  funnel: readonly FunnelStep[],
  musts: readonly Must[],
): string | undefined {
  const [most] = funnel
    .filter(({ state, alone }) => state === 'tested' && alone > 0)
    .toSorted((one, other) => other.alone - one.alone);
  const must = musts.find(({ id }) => id === most?.must);
  if (most === undefined || must === undefined) return undefined;
  const sites = most.alone === 1 ? 'site' : 'sites';
  return `${must.short} costs most: it alone rules out ${most.alone.toLocaleString('en-GB')} ${sites}.`;
}

/** What is looked through, in words. */
export function sayGround(ground: SearchGround, districts: readonly string[]): string {
  if (ground.kind === 'areas')
    return ground.areas.length === 1 ? 'area of yours' : 'areas of yours';
  if (districts.length === 0) return 'sites listed';
  if (districts.length <= 2) return `in ${districts.join(' and ')}`;
  return `in ${districts.length} districts`;
}
