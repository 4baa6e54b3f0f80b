import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';

/**
 * Shapes as they are measured: polygons that cross themselves are put right by GEOS, by the same rule as everywhere.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function makeSound(ruler: Ruler, shapes: readonly PlaneShape[]): readonly PlaneShape[] {
  return shapes.map((shape) => (shape.kind === 'polygon' ? soundOf(ruler, shape) : shape));
}

const soundOf = (ruler: Ruler, shape: PlaneShape): PlaneShape =>
  ruler.measure((measure) => {
    const held = measure.shape(shape);
    return held.repaired ? measure.toPlane(held) : shape;
  });
