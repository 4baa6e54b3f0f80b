import { useMemo, useRef } from 'react';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { type PreparedRanking, prepareRanking } from '#data/siting/prepared.ts';
import { rerank } from '#data/siting/rank.ts';
import type { Measured, Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { isSameWorth } from './same-worth.ts';

type Held = {
  readonly measured: Measured;
  readonly must: readonly Must[];
  readonly prefer: readonly Prefer[];
  readonly prepared: PreparedRanking;
};

/**
 * The ranking of what was measured. Every candidate is held against every criterion once; while weights alone move,
 * only sums are made anew, so that it keeps pace with a slider.
 */
export function useRanking(
  measured: Measured | undefined,
  search: SiteSearch,
): Ranking | undefined {
  const held = useRef<Held>(undefined);
  return useMemo(() => {
    if (measured === undefined) return undefined;
    const weights = search.prefer.map(({ weight }) => weight);
    return rerank(prepare(held, measured, search), weights);
  }, [measured, search]);
}

function prepare(
  held: { current: Held | undefined },
  measured: Measured,
  { must, prefer }: SiteSearch,
): PreparedRanking {
  const before = held.current;
  if (before?.measured === measured && before.must === must && isSameWorth(before.prefer, prefer)) {
    return before.prepared;
  }
  const prepared = prepareRanking(measured, { must, prefer });
  held.current = { measured, must, prefer, prepared };
  return prepared;
}
