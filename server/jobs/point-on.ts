import type { Geometry, Position } from 'geojson';
import type { LngLat } from '#data/schema/geometry.ts';

/** Shares of a polygon's height at which a row is drawn through it to find room for a label. */
const ROWS = [0.5, 0.4, 0.6, 0.25, 0.75];

/**
 * A position on or in a geometry: the point itself, the middle of the longest line, or a place well inside the
 * largest polygon. Undefined when it has no position at all.
 */
export function pointOn(geometry: Geometry): LngLat | undefined {
  switch (geometry.type) {
    case 'Point':
      return lngLat(geometry.coordinates);
    case 'MultiPoint':
      return lngLat(geometry.coordinates[0]);
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(largest(geometry.coordinates, lengthOf) ?? []);
    case 'Polygon':
      return insideOf(geometry.coordinates);
    case 'MultiPolygon':
      return insideOf(
        largest(geometry.coordinates, ([outer = []]) => Math.abs(areaOf(outer))) ?? [],
      );
    case 'GeometryCollection':
      return geometry.geometries.map(pointOn).find((point) => point !== undefined);
  }
}

const lngLat = (position: Position | undefined): LngLat | undefined =>
  position?.[0] === undefined || position[1] === undefined ? undefined : [position[0], position[1]];

function largest<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let [best, most]: [T | undefined, number] = [undefined, -1];
  for (const item of items) {
    const size = measure(item);
    if (size > most) [best, most] = [item, size];
  }
  return best;
}

const xOf = (position: Position | undefined): number => position?.[0] ?? 0;
const yOf = (position: Position | undefined): number => position?.[1] ?? 0;

const stepOf = (from: Position, to: Position): number =>
  Math.hypot(xOf(to) - xOf(from), yOf(to) - yOf(from));

const lengthOf = (line: readonly Position[]): number =>
  line.slice(1).reduce((length, to, index) => length + stepOf(line[index] ?? to, to), 0);

function middleOf(line: readonly Position[]): LngLat | undefined {
  let left = lengthOf(line) / 2;
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index] ?? to;
    const step = stepOf(from, to);
    if (step > 0 && step >= left) {
      const share = left / step;
      return [xOf(from) + (xOf(to) - xOf(from)) * share, yOf(from) + (yOf(to) - yOf(from)) * share];
    }
    left -= step;
  }
  return lngLat(line[0]);
}

/** Twice the signed area of a ring. */
function areaOf(ring: readonly Position[]): number {
  let area = 0;
  let from = ring.at(-1);
  for (const to of ring) {
    area += xOf(from) * yOf(to) - xOf(to) * yOf(from);
    from = to;
  }
  return area;
}

/** Middle of the widest stretch inside the polygon along a few rows. */
function insideOf(rings: readonly (readonly Position[])[]): LngLat | undefined {
  let [south, north] = [Infinity, -Infinity];
  for (const position of rings[0] ?? []) {
    const y = yOf(position);
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const stretches = ROWS.map((share) => widestAt(rings, south + (north - south) * share));
  const widest = largest(stretches, ({ from, to }) => to - from);
  return widest && widest.to > widest.from
    ? [(widest.from + widest.to) / 2, widest.y]
    : lngLat(rings[0]?.[0]);
}

type Stretch = { readonly y: number; readonly from: number; readonly to: number };

/** The widest stretch inside along one row; of no width when the row meets nothing. */
function widestAt(rings: readonly (readonly Position[])[], y: number): Stretch {
  const crossings = crossingsAt(rings, y).sort((a, b) => a - b);
  let widest: Stretch = { y, from: 0, to: 0 };
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
    if (to - from > widest.to - widest.from) widest = { y, from, to };
  }
  return widest;
}

/** Where the edges of the rings meet a row. */
function crossingsAt(rings: readonly (readonly Position[])[], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      const [y1, y2] = [yOf(from), yOf(to)];
      if (y1 > y !== y2 > y) {
        crossings.push(xOf(from) + ((y - y1) / (y2 - y1)) * (xOf(to) - xOf(from)));
      }
      from = to;
    }
  }
  return crossings;
}
