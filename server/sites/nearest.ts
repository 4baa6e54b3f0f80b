import { apartM2 } from './apart.ts';
import { visitNearest } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import type { Selection } from './things.ts';

/** How far nearest things are looked for, metres on the ground. */
export const REACH_M = 20_000;

/** A thing and how far it is, metres of the plane. */
export type Nearest = Found & { readonly apartM: number };

/** Where the nearest is looked for. */
type Among = {
  /** `sure`: things that meet the target; `possible`: those that may. */
  readonly chance: 'sure' | 'possible';
  /** Nothing from here on is wanted, metres of the plane. */
  readonly withinM: number;
  /** Which of them count; absent: all. */
  readonly accept?: (found: Found) => boolean;
};

/** Finds the nearest of a target's things; asked in an order in which neighbours follow each other it is quickest. */
export type NearestFinder = (at: number, among: Among) => Nearest | undefined;

/** Make a finder. A candidate that is itself one of the things is its own nearest. */
export function findNearestOf(candidates: Candidates, { selections }: OpenTarget): NearestFinder {
  const { edge } = candidates;
  // where the last one was found: the next one's is likely the same, and bounds the search at once
  let last: Found | undefined;
  return (at, { chance, withinM, accept }) => {
    let best = withinM ** 2;
    let found: Found | undefined;
    const consider = (selection: Selection, item: number, bestM2: number): number => {
      if (accept && !accept({ selection, item })) return bestM2;
      const measured = apartM2(edge, at, selection.things.outlines, item, bestM2);
      if (measured < bestM2) found = { selection, item };
      return measured;
    };
    const seed = chance === 'sure' && !accept ? last : undefined;
    if (seed) best = consider(seed.selection, seed.item, best);
    for (const selection of selections) {
      best = visitNearest(selection[chance], edge.boxes, 4 * at, best, (item, bestM2) =>
        seed !== undefined && item === seed.item && selection === seed.selection
          ? bestM2
          : consider(selection, item, bestM2),
      );
    }
    if (found && chance === 'sure' && !accept) last = found;
    return found && { ...found, apartM: Math.sqrt(best) };
  };
}

/** Which of those found is the candidate's evidence. */
export const evidenceOf = (found: Found | undefined) => found && thingOf(found);
