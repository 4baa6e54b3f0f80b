import { apartM2 } from './apart.ts';
import { findNearest, nearestFound } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import type { Found, OpenTarget } from './target.ts';

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
export function findNearestOf(
  { edge }: Pick<Candidates, 'edge'>,
  { selections }: Pick<OpenTarget, 'selections'>,
): NearestFinder {
  // where the last one was found: the next one's is likely the same, and bounds the search at once
  let last: Found | undefined;
  return (at, { chance, withinM, accept }) => {
    const isPlain = chance === 'sure' && accept === undefined;
    let best = withinM * withinM;
    let found: Found | undefined;
    if (isPlain && last) {
      const measured = apartM2(edge, at, last.selection.things.outlines, last.item, best);
      if (measured < best) [best, found] = [measured, last];
    }
    for (const selection of selections) {
      const { outlines } = selection.things;
      const accepts = accept && ((item: number) => accept({ selection, item }));
      findNearest(selection[chance], edge, at, outlines, best, accepts);
      if (nearestFound.item === -1) continue;
      best = nearestFound.apartM2;
      found = { selection, item: nearestFound.item };
    }
    if (isPlain && found) last = found;
    return found && { selection: found.selection, item: found.item, apartM: Math.sqrt(best) };
  };
}
