import type { Position } from 'geojson';
import type { IssueCode } from '#data/issues/register.ts';
import { type NativeGeometry, shapeOf, type Wgs84Geometry } from '#data/schema/geometry.ts';

/** A geometry made drawable, and what had to be done or was seen. */
export type Tidied = {
  /** Undefined when nothing of it has a length or an area. */
  readonly geometry?: Wgs84Geometry;
  readonly findings: ReadonlySet<IssueCode>;
};

/**
 * Close open rings and wind them as RFC 7946 asks: outer rings counter-clockwise, holes clockwise.
 * No vertex is ever dropped; repeated vertices and parts without length or area are only reported.
 *
 * @param geometry WGS 84; its arrays are changed
 */
export function tidy(geometry: Wgs84Geometry): Tidied {
  const findings = new Set<IssueCode>();
  const sound = isDrawable(geometry, findings);
  if (!sound) findings.add('geom.zero-length-or-area');
  return sound ? { geometry, findings } : { findings };
}

/** True when at least one part can be drawn. */
function isDrawable(geometry: Wgs84Geometry, findings: Set<IssueCode>): boolean {
  switch (geometry.type) {
    case 'LineString':
      return tidyLine(geometry.coordinates, findings);
    case 'MultiLineString':
      return anyOf(geometry.coordinates, (line) => tidyLine(line, findings), findings);
    case 'Polygon':
      return tidyPolygon(geometry.coordinates, findings);
    case 'MultiPolygon':
      return anyOf(geometry.coordinates, (rings) => tidyPolygon(rings, findings), findings);
    case 'GeometryCollection':
      return anyOf(geometry.geometries, (part) => isDrawable(part, findings), findings);
    default:
      return true;
  }
}

function anyOf<T>(
  parts: readonly T[],
  tidyPart: (part: T) => boolean,
  findings: Set<IssueCode>,
): boolean {
  let good = 0;
  for (const part of parts) if (tidyPart(part)) good++;
  if (good > 0 && good < parts.length) findings.add('geom.spike-or-sliver');
  return good > 0;
}

function tidyLine(line: readonly Position[], findings: Set<IssueCode>): boolean {
  let moves = 0;
  for (let i = 1; i < line.length; i++) {
    if (!isSame(line[i], line[i - 1])) moves++;
  }
  if (moves < line.length - 1) findings.add('geom.duplicate-vertices');
  return moves > 0;
}

function tidyPolygon(rings: Position[][], findings: Set<IssueCode>): boolean {
  let drawable = false;
  for (const [i, ring] of rings.entries()) {
    if (ring.length > 0 && !isSame(ring[0], ring[ring.length - 1])) {
      ring.push([...(ring[0] as Position)]);
      findings.add('geom.ring-not-closed');
    }
    tidyLine(ring, findings);
    const area = signedArea(ring);
    if (i === 0) drawable = area !== 0;
    if (i === 0 ? area < 0 : area > 0) {
      ring.reverse();
      findings.add('geom.winding-fixed');
    }
  }
  return drawable;
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Twice the area of a closed ring in square units; positive when counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length - 1; i++) {
    const a = ring[i] as Position;
    const b = ring[i + 1] as Position;
    // from the first vertex: differences are exact where whole coordinates would lose figures
    sum +=
      ((a[0] as number) - x0) * ((b[1] as number) - y0) -
      ((b[0] as number) - x0) * ((a[1] as number) - y0);
  }
  return sum;
}

/** The drawn part of a collection, and how many parts were left out of the drawing. */
export type SplitCollection = { readonly geometry?: NativeGeometry; readonly left: number };

const RANK = { point: 0, line: 1, polygon: 2 } as const;
const MULTI = { point: 'MultiPoint', line: 'MultiLineString', polygon: 'MultiPolygon' } as const;

/**
 * Make one geometry of a collection: its areas, else its lines, else its points, as one multi-part
 * geometry. Label points beside an area (usual in KML) are left out of the drawing.
 */
export function splitCollection(geometry: NativeGeometry): SplitCollection {
  const parts = flatten(geometry);
  const shapes = parts.map((part) => shapeOf(part) ?? 'point');
  const top = shapes.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), 'point' as keyof typeof RANK);
  const drawn = parts.filter((_, i) => shapes[i] === top);
  const left = parts.length - drawn.length;
  const [only] = drawn;
  if (!only) return { left };
  if (drawn.length === 1) return { geometry: only, left };
  const coordinates = drawn.flatMap((part) =>
    part.type.startsWith('Multi') ? coordinatesOf(part) : [coordinatesOf(part)],
  );
  return { geometry: { type: MULTI[top], coordinates } as NativeGeometry, left };
}

const coordinatesOf = (geometry: NativeGeometry): unknown[] =>
  geometry.type === 'GeometryCollection' ? [] : geometry.coordinates;

const flatten = (geometry: NativeGeometry): readonly NativeGeometry[] =>
  geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(flatten) : [geometry];
