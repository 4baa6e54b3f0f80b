import type { Prefer } from '#data/siting/criterion.ts';
import { setWeight } from '#data/siting/weights.ts';

/** What all weights sum to. */
export const WHOLE = 100;

/** Move one weight; the others give and take in proportion, locked ones stay. */
export const moveWeight = (
  prefers: readonly Prefer[],
  id: string,
  weight: number,
): readonly Prefer[] => setWeight(prefers, id, Math.min(WHOLE, Math.max(0, weight)));

/** Add a criterion with its weight; the others make room for it. */
export function addPrefer(prefers: readonly Prefer[], prefer: Prefer): readonly Prefer[] {
  if (prefers.length === 0) return [{ ...prefer, weight: WHOLE }];
  return moveWeight([...prefers, { ...prefer, weight: 0 }], prefer.id, prefer.weight);
}

/** Take a criterion out; the others share its weight. */
export function dropPrefer(prefers: readonly Prefer[], id: string): readonly Prefer[] {
  if (!prefers.some((prefer) => prefer.id === id)) return prefers;
  return moveWeight(prefers, id, 0).filter((prefer) => prefer.id !== id);
}
