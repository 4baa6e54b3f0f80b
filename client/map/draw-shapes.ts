import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { movedCorners, type SketchShape } from '#client/state/sketch.ts';
import { isArea, outlineOf, type Side } from '#client/state/sketch-figures.ts';
import type { AskedRole } from '#data/cartography/style/asked-area.ts';
import type { LngLat } from '#data/schema/geometry.ts';

/** A drawing as the map shows it. */
export type DrawnSketch = {
  readonly shape: SketchShape;
  readonly corners: readonly LngLat[];
  readonly isFinished: boolean;
};

/** A corner in the hand: an existing one, or (`isNew`) one pulled out of the middle of a side. */
export type Held = { readonly index: number; readonly isNew: boolean; readonly at: LngLat };

/** The drawing with what the pointer is about to make of it. */
export function withHeld(drawn: DrawnSketch, held: Held | undefined): DrawnSketch {
  if (held === undefined) return drawn;
  const corners = held.isNew
    ? drawn.corners.toSpliced(held.index, 0, held.at)
    : movedCorners(drawn, held.index, held.at);
  return { ...drawn, corners };
}

/** The next corner, where the pointer or the crosshair is. */
export const withNext = (drawn: DrawnSketch, next: LngLat | undefined): DrawnSketch =>
  next === undefined || drawn.isFinished || drawn.corners.length === 0
    ? drawn
    : { ...drawn, corners: [...drawn.corners, next] };

/** The middles of the sides that may be pulled out, each with the place its new corner takes. */
export function middlesOf({ shape, corners, isFinished }: DrawnSketch): readonly Held[] {
  if (!isFinished || (shape !== 'polygon' && shape !== 'line')) return [];
  const ends =
    shape === 'polygon' ? [...corners.slice(1), ...corners.slice(0, 1)] : corners.slice(1);
  return ends.flatMap((to, index) => {
    const from = corners[index];
    if (from === undefined) return [];
    const at: LngLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return [{ index: index + 1, isNew: true, at }];
  });
}

/**
 * The shapes to draw: the outline, and the lines that carry the length of each side.
 *
 * @param isLoose the last corner still follows the pointer: its sides are dashed
 * @param sides with their labels; none: no labels
 */
export function shapesOf(
  drawn: DrawnSketch,
  isLoose: boolean,
  sides: readonly (Side & { readonly label: string })[],
): FeatureCollection {
  const outline = outlineOf(drawn);
  const labels = sides.map(({ from, to, label }) =>
    featureOf('side', { type: 'LineString', coordinates: eastward(from, to) }, { label }),
  );
  const body = bodyOf(drawn, outline).map((geometry) =>
    featureOf(isLoose && geometry.type === 'LineString' ? 'guide' : 'area', geometry),
  );
  return { type: 'FeatureCollection', features: [...body, ...labels] };
}

function bodyOf({ shape }: DrawnSketch, outline: readonly LngLat[]): Geometry[] {
  const [first] = outline;
  if (first === undefined) return [];
  const path = outline.map(([lng, lat]): Position => [lng, lat]);
  if (outline.length === 1)
    return shape === 'point' ? [{ type: 'Point', coordinates: [...first] }] : [];
  if (isArea(shape) && outline.length > 3) return [{ type: 'Polygon', coordinates: [path] }];
  return [{ type: 'LineString', coordinates: path }];
}

/** Words along a line read from its beginning: west to east keeps them upright. */
const eastward = (from: LngLat, to: LngLat): Position[] =>
  from[0] <= to[0] ? [[...from], [...to]] : [[...to], [...from]];

const featureOf = (role: AskedRole, geometry: Geometry, more: object = {}): Feature => ({
  type: 'Feature',
  properties: { role, ...more },
  geometry,
});
