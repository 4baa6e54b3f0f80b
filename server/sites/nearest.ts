import { apartM2 } from './apart.ts';
import { findNearest, nearestFound } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import {
  keep,
  type NearestHere,
  nearestFoundOf,
  nowhere,
  REACH_M,
  recall,
} from './nearest-kept.ts';
import type { Outlines } from './outlines.ts';
import type { Found, OpenTarget } from './target.ts';
import type { Thing } from './thing.ts';
import type { Selection } from './things.ts';

/** A thing and how far it is, metres of the plane. */
export type Nearest = Found & { readonly apartM: number };

/** Things that meet a target, or those that may. */
export type Chance = 'sure' | 'possible';

/** Finds the nearest of a target's things; asked in an order in which neighbours follow each other it is quickest. */
export type NearestFinder = {
  /** The nearest within reach that meets the target for sure. */
  readonly nearest: (at: number, into: NearestHere) => void;
  /** The nearest that may meet it, if it is nearer than `withinM`, metres of the plane. */
  readonly nearestPossible: (at: number, withinM: number, into: NearestHere) => void;
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
  candidates: Candidates,
  { selections }: Pick<OpenTarget, 'selections'>,
): NearestFinder {
  const { edge, figures } = candidates;
  const found = nearestFoundOf(candidates, selections);
  // where the last one was found: the next one's is likely the same, and bounds the search at once
  const last = nowhere();
  const measure = (at: number, into: NearestHere): void => {
    const withinM = REACH_M * (figures[at]?.scale ?? 1);
    begin(into, withinM);
    const tried = last.selection;
    if (tried) tryLast(edge, at, last, into);
    for (const selection of selections) {
      look(edge, at, selection, 'sure', selection === tried ? last.item : -1, into);
    }
    end(into);
    if (into.selection) [last.selection, last.item] = [into.selection, into.item];
    keep(found, at, into, selections.indexOf(into.selection as Selection));
  };
  return {
    nearest(at, into) {
      if (Number.isNaN(found.apartM[at])) measure(at, into);
      else recall(found, at, into, selections);
    },
    nearestPossible(at, withinM, into) {
      begin(into, withinM);
      for (const selection of selections) look(edge, at, selection, 'possible', -1, into);
      end(into);
    },
    nearestOf(at, chance, withinM, accept) {
      let nearest: Nearest | undefined;
      for (const selection of selections) {
        const best = (nearest?.apartM ?? withinM) ** 2;
        const accepts = (item: number) => accept({ selection, item });
        findNearest(selection[chance], edge, at, selection.things.outlines, best, -1, accepts);
        const { item } = nearestFound;
        if (item !== -1) nearest = { selection, item, apartM: Math.sqrt(nearestFound.apartM2) };
      }
      return nearest;
    },
  };
}

// `apartM` is a square between these two
function begin(into: NearestHere, withinM: number): void {
  into.selection = undefined;
  into.item = -1;
  into.apartM = withinM * withinM;
}

function end(into: NearestHere): void {
  into.apartM = into.selection ? Math.sqrt(into.apartM) : Infinity;
}

/** Measure to where the last one was found. */
function tryLast(edge: Outlines, at: number, last: NearestHere, into: NearestHere): void {
  const { selection, item } = last;
  if (!selection) return;
  const measured = apartM2(edge, at, selection.things.outlines, item, into.apartM);
  if (measured >= into.apartM) return;
  into.selection = selection;
  into.item = item;
  into.apartM = measured;
}

/** Look for anything nearer in a selection, but for what was tried. */
// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every candidate would cost more than the measuring
function look(
  edge: Outlines,
  at: number,
  selection: Selection,
  chance: Chance,
  tried: number,
  into: NearestHere,
): void {
  const tree = selection[chance];
  if (tree.items === 0) return;
  findNearest(tree, edge, at, selection.things.outlines, into.apartM, tried);
  if (nearestFound.item === -1) return;
  into.selection = selection;
  into.item = nearestFound.item;
  into.apartM = nearestFound.apartM2;
}

/** The thing found, if any. */
export const thingHere = ({ selection, item }: NearestHere): Thing | undefined =>
  selection?.things.all[item];
