import { searchBoxes } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import { isInside } from './inside.ts';
import { areaM2Of } from './middle.ts';
import type { Found } from './target.ts';
import type { Selection } from './things.ts';

/** Finds the polygons that contain a candidate's middle, the smallest first. */
export function findContainingOf(
  { figures }: Candidates,
  selections: readonly Selection[],
): (at: number, chance: 'sure' | 'possible') => readonly Found[] {
  const near: number[] = [];
  return (at, chance) => {
    const [e = 0, n = 0] = figures[at]?.middle ?? [];
    const found: (Found & { readonly areaM2: number })[] = [];
    for (const selection of selections) {
      const { outlines } = selection.things;
      const count = searchBoxes(selection[chance], e, n, e, n, near);
      for (const item of near.slice(0, count)) {
        if (!isInside(outlines, item, e, n)) continue;
        found.push({ selection, item, areaM2: areaM2Of(outlines, item) });
      }
    }
    return found.sort((one, other) => one.areaM2 - other.areaM2 || one.item - other.item);
  };
}
