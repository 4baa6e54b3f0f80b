import type { Candidates } from './candidates.ts';
import type { Selection } from './things.ts';

/** How far nearest things are looked for, metres on the ground. */
export const REACH_M = 20_000;

/** A place for what is found, written anew at each question; `apartM` is infinite where nothing is. */
export type NearestHere = { selection: Selection | undefined; item: number; apartM: number };

/** A place where nothing is found yet. */
export const nowhere = (): NearestHere => ({ selection: undefined, item: -1, apartM: Infinity });

/**
 * The nearest of a target for every candidate, as far as it was asked for: found once for everything that is measured
 * by it, and where it is far nothing lies on a candidate.
 */
export type NearestKept = {
  readonly selections: readonly Selection[];
  /** Metres of the plane; infinite where nothing is within reach, not a number where it was not asked for. */
  readonly apartM: Float64Array;
  readonly item: Int32Array;
  /** Which of the selections it is of. */
  readonly of: Int32Array;
};

/** By candidates and the first of the selections: it goes with either. */
const known = new WeakMap<Candidates, WeakMap<Selection, NearestKept>>();

/** What was found of some selections; nothing yet, when it is asked for first. */
export function nearestFoundOf(
  candidates: Candidates,
  selections: readonly Selection[],
): NearestKept {
  const kept = keptOf(candidates, selections);
  if (kept) return kept;
  const count = candidates.all.length;
  const made = {
    selections,
    apartM: new Float64Array(count).fill(Number.NaN),
    item: new Int32Array(count),
    of: new Int32Array(count),
  };
  const [first] = selections;
  if (!first) return made;
  const all = known.get(candidates) ?? new WeakMap<Selection, NearestKept>();
  known.set(candidates, all);
  all.set(first, made);
  return made;
}

function keptOf(candidates: Candidates, selections: readonly Selection[]): NearestKept | undefined {
  const [first] = selections;
  const kept = first && known.get(candidates)?.get(first);
  const isSame =
    kept?.selections.length === selections.length &&
    selections.every((selection, at) => selection === kept.selections[at]);
  return isSame ? kept : undefined;
}

/** Keep what was found of a candidate. */
export function keep(kept: NearestKept, at: number, found: NearestHere, of: number): void {
  kept.apartM[at] = found.apartM;
  kept.item[at] = found.item;
  kept.of[at] = of;
}

/** Find again what was kept. */
export function recall(
  kept: NearestKept,
  at: number,
  into: NearestHere,
  selections: readonly Selection[],
): void {
  into.apartM = kept.apartM[at] as number;
  into.item = kept.item[at] as number;
  into.selection = selections[kept.of[at] as number];
}

/**
 * How far anything of a target is from a candidate at least, metres of the plane, as far as it is known by now; 0
 * where it is not.
 */
export function knownApartOf(
  candidates: Candidates,
  selections: readonly Selection[],
): (at: number) => number {
  const kept = keptOf(candidates, selections);
  if (!kept) return () => 0;
  const { figures } = candidates;
  return (at) => {
    const apartM = kept.apartM[at] as number;
    return Number.isNaN(apartM) ? 0 : Math.min(apartM, REACH_M * (figures[at]?.scale ?? 1));
  };
}
