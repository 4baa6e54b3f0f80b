import { apartM2 } from './apart.ts';
import { findNearest, nearestFound } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import type { Outlines } from './outlines.ts';
import type { Found, OpenTarget } from './target.ts';
import type { Thing } from './thing.ts';
import type { Selection } from './things.ts';

/** How far nearest things are looked for, metres on the ground. */
export const REACH_M = 20_000;

/** A thing and how far it is, metres of the plane. */
export type Nearest = Found & { readonly apartM: number };

/** A place for what is found, written anew at each question; `apartM` is infinite where nothing is. */
export type NearestHere = { selection: Selection | undefined; item: number; apartM: number };

/** A place where nothing is found yet. */
export const nowhere = (): NearestHere => ({ selection: undefined, item: -1, apartM: Infinity });

/** Things that meet a target, or those that may. */
export type Chance = 'sure' | 'possible';

/** Finds the nearest of a target's things; asked in an order in which neighbours follow each other it is quickest. */
export type NearestFinder = {
  /** Only what is nearer than `withinM`, metres of the plane, is found. */
  readonly nearest: (at: number, chance: Chance, withinM: number, into: NearestHere) => void;
  /** The nearest of those that are accepted. */
  readonly nearestOf: (
    at: number,
    chance: Chance,
    withinM: number,
    accept: (found: Found) => boolean,
  ) => Nearest | undefined;
};

/** Make a finder. A candidate that is itself one of the things is its own nearest. */
export function findNearestOf(
  { edge }: Pick<Candidates, 'edge'>,
  { selections }: Pick<OpenTarget, 'selections'>,
): NearestFinder {
  // where the last one was found: the next one's is likely the same, and bounds the search at once
  const last = nowhere();
  return {
    nearest(at, chance, withinM, into) {
      const best = withinM * withinM;
      if (chance === 'sure') tryLast(edge, at, last, best, into);
      else into.selection = undefined;
      look(edge, at, selections, chance, into.selection ? into.apartM : best, into);
      into.apartM = into.selection ? Math.sqrt(into.apartM) : Infinity;
      if (chance === 'possible' || !into.selection) return;
      last.selection = into.selection;
      last.item = into.item;
    },
    nearestOf(at, chance, withinM, accept) {
      let found: Nearest | undefined;
      for (const selection of selections) {
        const best = (found?.apartM ?? withinM) ** 2;
        findNearest(selection[chance], edge, at, selection.things.outlines, best, (item) =>
          accept({ selection, item }),
        );
        const { item } = nearestFound;
        if (item !== -1) found = { selection, item, apartM: Math.sqrt(nearestFound.apartM2) };
      }
      return found;
    },
  };
}

/** Measure to where the last one was found; `apartM` is a square meanwhile. */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every candidate would cost more than the measuring
function tryLast(
  edge: Outlines,
  at: number,
  last: NearestHere,
  best: number,
  into: NearestHere,
): void {
  into.selection = undefined;
  if (!last.selection) return;
  const measured = apartM2(edge, at, last.selection.things.outlines, last.item, best);
  if (measured >= best) return;
  into.selection = last.selection;
  into.item = last.item;
  into.apartM = measured;
}

/** Look for anything nearer in all selections; `apartM` is a square meanwhile. */
// biome-ignore lint/complexity/useMaxParams: as above
function look(
  edge: Outlines,
  at: number,
  selections: readonly Selection[],
  chance: Chance,
  best: number,
  into: NearestHere,
): void {
  let least = best;
  for (const selection of selections) {
    if (selection[chance].items === 0) continue;
    findNearest(selection[chance], edge, at, selection.things.outlines, least);
    if (nearestFound.item === -1) continue;
    least = nearestFound.apartM2;
    into.selection = selection;
    into.item = nearestFound.item;
    into.apartM = least;
  }
}

/** The thing found, if any. */
export const thingHere = ({ selection, item }: NearestHere): Thing | undefined =>
  selection?.things.all[item];
