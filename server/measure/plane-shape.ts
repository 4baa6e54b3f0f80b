import type { Geometry, Position } from 'geojson';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGridArray, toWgs84Array } from '#data/geodesy/ostn15.ts';
import type { Shape } from '#data/schema/geometry.ts';

/** Coordinates one after another: `e, n, e, n …`. */
export type Run = Float64Array;

/** A geometry in the plane of the National Grid (EPSG:27700), metres, of one dimension. */
export type PlaneShape = {
  readonly kind: Shape;
  /** Of points: a run of one pair each. Of lines: a run each. Of polygons: their rings, the outer one first. */
  readonly parts: readonly (readonly Run[])[];
};

/** Which kind of a mixed geometry counts: what covers ground before what has length, that before what has neither. */
const BY_DIMENSION: readonly Shape[] = ['polygon', 'line', 'point'];

/**
 * Put a WGS 84 geometry on the National Grid, through OSTN15. Of a mixed collection the parts of the highest
 * dimension count.
 *
 * @returns undefined when any of it lies outside the grid, or is not a number
 */
export function toGrid(geometry: Geometry, grid: Ostn15Grid): PlaneShape | undefined {
  const shape = flatten(geometry);
  for (const run of shape.parts.flat()) if (toNationalGridArray(grid, run) > 0) return undefined;
  return shape;
}

/** A geometry whose coordinates are metres of the National Grid already. */
export const onGrid = (geometry: Geometry): PlaneShape => flatten(geometry);

/** Back to WGS 84, as GeoJSON; a multi-part form unless there is one part. */
export function fromGrid({ kind, parts }: PlaneShape, grid: Ostn15Grid): Geometry {
  const turned = parts.map((runs) =>
    runs.map((run) => {
      const copy = run.slice();
      toWgs84Array(grid, copy);
      return positionsOf(copy);
    }),
  );
  return asGeometry(kind, turned);
}

/** The geometry with its metres as they are. */
export const asGridGeometry = ({ kind, parts }: PlaneShape): Geometry =>
  asGeometry(
    kind,
    parts.map((runs) => runs.map(positionsOf)),
  );

function asGeometry(kind: Shape, parts: readonly Position[][][]): Geometry {
  const [first] = parts;
  const isSingle = parts.length === 1 && first !== undefined;
  switch (kind) {
    case 'point': {
      const points = parts.flat(2);
      const [point] = points;
      return points.length === 1 && point
        ? { type: 'Point', coordinates: point }
        : { type: 'MultiPoint', coordinates: points };
    }
    case 'line': {
      const lines = parts.flat();
      const [line] = lines;
      return lines.length === 1 && line
        ? { type: 'LineString', coordinates: line }
        : { type: 'MultiLineString', coordinates: lines };
    }
    case 'polygon':
      return isSingle
        ? { type: 'Polygon', coordinates: first }
        : { type: 'MultiPolygon', coordinates: [...parts] };
  }
}

function positionsOf(run: Run): Position[] {
  const positions: Position[] = [];
  for (let at = 0; at < run.length; at += 2) positions.push([run[at] ?? 0, run[at + 1] ?? 0]);
  return positions;
}

function flatten(geometry: Geometry): PlaneShape {
  const pieces = piecesOf(geometry);
  const kind = BY_DIMENSION.find((each) => pieces.some((piece) => piece.kind === each)) ?? 'point';
  return { kind, parts: pieces.filter((piece) => piece.kind === kind).map(({ runs }) => runs) };
}

type Piece = { readonly kind: Shape; readonly runs: readonly Run[] };

function piecesOf(geometry: Geometry): readonly Piece[] {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates.length < 2 ? [] : [pointOf(geometry.coordinates)];
    case 'MultiPoint':
      return geometry.coordinates.map(pointOf);
    case 'LineString':
      return [{ kind: 'line', runs: [runOf(geometry.coordinates)] }];
    case 'MultiLineString':
      return geometry.coordinates.map((run) => ({ kind: 'line', runs: [runOf(run)] }));
    case 'Polygon':
      return [{ kind: 'polygon', runs: geometry.coordinates.map(runOf) }];
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => ({ kind: 'polygon', runs: rings.map(runOf) }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(piecesOf);
  }
}

const pointOf = (position: Position): Piece => ({ kind: 'point', runs: [runOf([position])] });

function runOf(positions: readonly Position[]): Run {
  const run = new Float64Array(2 * positions.length);
  for (const [index, position] of positions.entries()) {
    run[2 * index] = position[0] ?? Number.NaN;
    run[2 * index + 1] = position[1] ?? Number.NaN;
  }
  return run;
}
