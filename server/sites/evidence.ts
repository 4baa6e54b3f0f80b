import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';
import type { Thing } from './thing.ts';

/** From a candidate to a thing, at their nearest; the same position twice where they share one. */
export type EvidenceLine = { readonly from: LngLat; readonly to: LngLat };

/**
 * Where a candidate and the things it was measured to are nearest each other.
 *
 * @returns one for each thing, in their order; undefined where a position lies outside the grid
 */
export function evidenceLines(
  ruler: Ruler,
  candidate: PlaneShape,
  things: readonly Pick<Thing, 'shape'>[],
  grid: Ostn15Grid,
): readonly (EvidenceLine | undefined)[] {
  return ruler.measure((measure) => {
    const held = measure.shape(candidate);
    return things.map(({ shape }) => {
      const ends = measure.nearestPositions(held, measure.shape(shape));
      const from = ends && toWgs84(grid, ...ends[0]);
      const to = ends && toWgs84(grid, ...ends[1]);
      return from && to && { from, to };
    });
  });
}
