import type { Precision } from '#data/schema/access.ts';
import { hexagonAt, type PlaneCell, squareAt } from './cells.ts';

/** A place in the plane of the National Grid, metres. */
export type PlanePoint = readonly [easting: number, northing: number];

/** How many things lie in a cell. */
export type CountedCell = PlaneCell & { readonly count: number };

/** What may be known of things at a precision: as much as is there, and never more. */
export type Reduced =
  | {
      readonly precision: '100-m' | '250-m';
      readonly cells: readonly CountedCell[];
      readonly count: number;
    }
  | { readonly precision: 'count'; readonly count: number }
  | { readonly precision: 'existence'; readonly exists: boolean };

const CELL_AT = { '100-m': squareAt, '250-m': hexagonAt } as const;

/**
 * Reduce things to what a precision lets be known of them: each is counted once, in the cell its middle lies in, so
 * that neither its place within the cell, its shape nor its length can be worked out.
 *
 * @param middles of all of them; those off the grid (not finite) count as being there, nowhere in particular
 */
export function reduceTo(
  precision: Exclude<Precision, 'exact'>,
  middles: Iterable<PlanePoint>,
): Reduced {
  if (precision === 'existence') {
    for (const _ of middles) return { precision, exists: true };
    return { precision, exists: false };
  }
  let count = 0;
  const cells = new Map<string, PlaneCell & { count: number }>();
  for (const [easting, northing] of middles) {
    count++;
    if (precision === 'count' || !Number.isFinite(easting) || !Number.isFinite(northing)) continue;
    const cell = CELL_AT[precision](easting, northing);
    const known = cells.get(cell.id);
    if (known) known.count++;
    else cells.set(cell.id, { ...cell, count: 1 });
  }
  if (precision === 'count') return { precision, count };
  // the order of the file would tell which came with which
  const ordered = [...cells.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { precision, cells: ordered, count };
}
