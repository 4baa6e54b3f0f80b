import type { Comparison, FeatureChange } from '#data/schema/change.ts';

/** Counts changes as they pass. */
export type ChangeTally = {
  readonly add: (change: FeatureChange) => void;
  /** @param matched features both editions have */
  readonly figures: (matched: number) => Omit<Comparison, 'against' | 'recognised'>;
};

/** A tally of one comparison. */
export function tallyChanges(): ChangeTally {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  let touched = 0;
  let furthestM: number | undefined;
  return {
    add({ kinds, move }) {
      for (const kind of kinds) counts[kind]++;
      if (kinds.includes('changed') || kinds.includes('moved')) touched++;
      if (move?.distanceM !== undefined) furthestM = Math.max(furthestM ?? 0, move.distanceM);
    },
    figures: (matched) => ({
      ...counts,
      unchanged: matched - touched,
      ...(furthestM === undefined ? {} : { furthestM }),
    }),
  };
}
