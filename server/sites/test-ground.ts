import type { Geometry, Polygon, Position } from 'geojson';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import type { Candidate } from './candidate.ts';
import type { Supply } from './supply.ts';
import type { Thing } from './thing.ts';
import { openThings } from './things.ts';

/** Candidates, things and random shapes for tests, in metres of the National Grid. */

/** A candidate of a shape. */
export const candidate = (
  key: string,
  geometry: Geometry,
  more: Partial<Pick<Candidate, 'attributes' | 'statedHa'>> = {},
): Candidate => ({ key, shape: onGrid(geometry), attributes: {}, ...more });

/** A thing of a shape. */
export const thing = (
  id: string,
  geometry: Geometry,
  attributes: Thing['attributes'] = {},
): Thing => ({
  id,
  title: id,
  dataset: 'maker/things',
  shape: onGrid(geometry),
  attributes,
  synthetic: true,
  at: [-2.3, 53.4],
});

/** A dataset of things. */
export const supply = (
  ruler: Ruler,
  featureType: string,
  things: readonly Thing[],
  coverage: readonly string[],
): Supply => ({
  dataset: 'maker/things',
  featureType,
  things: openThings(ruler, things),
  coverage,
  synthetic: true,
});

/** What a random shape is made with. */
export type Draw = () => number;

/** A shape of any kind about a position: points, lines, polygons with holes and in parts, rectangles that may touch. */
export function randomShape(draw: Draw, e: number, n: number, sizeM: number): Geometry {
  const kind = draw();
  const at = (): Position => [e + (draw() - 0.5) * sizeM, n + (draw() - 0.5) * sizeM];
  if (kind < 0.1) return { type: 'Point', coordinates: at() };
  if (kind < 0.15) return { type: 'MultiPoint', coordinates: [at(), at(), at()] };
  if (kind < 0.25)
    return {
      type: 'LineString',
      coordinates: Array.from({ length: 2 + Math.floor(draw() * 6) }, at),
    };
  if (kind < 0.4) return latticeShape(draw, e, n, 50);
  const star = randomStar(draw, e, n, sizeM);
  if (kind < 0.7) return star;
  if (kind < 0.85)
    return {
      type: 'Polygon',
      coordinates: [...star.coordinates, randomStar(draw, e, n, sizeM / 5).coordinates[0] ?? []],
    };
  const other = randomStar(draw, e + 2.5 * sizeM, n, sizeM);
  return { type: 'MultiPolygon', coordinates: [star.coordinates, other.coordinates] };
}

/** A rectangle on a lattice of so many metres, so that many share corners and edges. */
function latticeShape(draw: Draw, e: number, n: number, stepM: number): Polygon {
  const at = (middle: number) => (Math.round(middle / stepM) + Math.floor(draw() * 3)) * stepM;
  const [west, south] = [at(e), at(n)];
  const [east, north] = [
    west + (1 + Math.floor(draw() * 3)) * stepM,
    south + (1 + Math.floor(draw() * 3)) * stepM,
  ];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** A star whose corners lie between half of and all of so many metres from its middle; some on whole metres. */
export function randomStar(draw: Draw, e: number, n: number, sizeM: number): Polygon {
  const corners = 3 + Math.floor(draw() ** 2 * 40);
  const whole = draw() < 0.3;
  const fix = (metres: number) => (whole ? Math.round(metres) : metres);
  const ring = Array.from({ length: corners }, (_, corner): Position => {
    const turn = (2 * Math.PI * corner) / corners;
    const radius = sizeM * (0.5 + draw() / 2);
    return [fix(e + radius * Math.cos(turn)), fix(n + radius * Math.sin(turn))];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}
