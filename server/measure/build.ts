import type { Shape } from '#data/schema/geometry.ts';
import type { Geos, Pointer } from './geos.ts';
import type { PlaneShape, Run } from './plane-shape.ts';

/** GEOS's numbers for its kinds of geometry. Source: geos_c.h, GEOSGeomTypes. */
const TYPE = { point: 0, line: 1, polygon: 3, collection: 7 } as const;
const MULTI = { point: 4, line: 5, polygon: 6 } as const;

/** Kind of GEOS's simple geometries by their number; a ring (2) is a line. */
const KIND_OF: readonly (Shape | undefined)[] = ['point', 'line', 'line', 'polygon'];

/** Fewest positions of a closed ring and of a line. */
const LEAST_RING = 4;
const LEAST_LINE = 2;

/**
 * Make a geometry in GEOS's memory; the caller destroys it. Rings are closed; rings and lines too short to be any
 * are left out, and so are polygons without an outer ring.
 */
export function build(geos: Geos, { kind, parts }: PlaneShape): Pointer {
  const made = parts.map((runs) => buildPart(geos, kind, runs)).filter((pointer) => pointer !== 0);
  const [only] = made;
  if (made.length === 1 && only !== undefined) return only;
  return collect(geos, kind, made);
}

/** A collection of simple or multi-part geometries, which become its own; the caller destroys it. */
export function collect(
  { api, lendPointers }: Geos,
  kind: Shape,
  made: readonly Pointer[],
): Pointer {
  if (made.length === 0) return api.GEOSGeom_createEmptyCollection(MULTI[kind]);
  const isSimple = made.every((pointer) => api.GEOSGeomTypeId(pointer) === TYPE[kind]);
  const type = isSimple ? MULTI[kind] : TYPE.collection;
  return api.GEOSGeom_createCollection(type, lendPointers(made), made.length);
}

function buildPart(geos: Geos, kind: Shape, runs: readonly Run[]): Pointer {
  const { api } = geos;
  const [first = new Float64Array(), ...rest] = runs;
  switch (kind) {
    case 'point':
      return first.length < 2 ? 0 : api.GEOSGeom_createPointFromXY(first[0] ?? 0, first[1] ?? 0);
    case 'line':
      return first.length < 2 * LEAST_LINE
        ? 0
        : api.GEOSGeom_createLineString(sequence(geos, first));
    case 'polygon': {
      const shell = ring(geos, first);
      if (shell === 0) return 0;
      const holes = rest.map((run) => ring(geos, run)).filter((pointer) => pointer !== 0);
      const list = holes.length === 0 ? 0 : geos.lendPointers(holes);
      return api.GEOSGeom_createPolygon(shell, list, holes.length);
    }
  }
}

function ring(geos: Geos, run: Run): Pointer {
  const closed = close(run);
  return closed.length < 2 * LEAST_RING
    ? 0
    : geos.api.GEOSGeom_createLinearRing(sequence(geos, closed));
}

function close(run: Run): Run {
  const last = run.length - 2;
  if (last < 2 || (run[0] === run[last] && run[1] === run[last + 1])) return run;
  const closed = new Float64Array(run.length + 2);
  closed.set(run);
  closed.set(run.subarray(0, 2), run.length);
  return closed;
}

const sequence = ({ api, lend }: Geos, run: Run): Pointer =>
  api.GEOSCoordSeq_copyFromBuffer(lend(run), run.length / 2, 0, 0);

/** The parts of one kind of a geometry of GEOS, copied out; parts of other kinds are left out. */
export function copyOut(geos: Geos, pointer: Pointer, kind: Shape): PlaneShape {
  const parts: Run[][] = [];
  visitParts(geos, pointer, (part, is) => {
    if (is === kind && geos.api.GEOSisEmpty(part) === 0) parts.push(runsOf(geos, part, is));
  });
  return { kind, parts };
}

/** Call `visit` with every simple geometry of a geometry; they stay GEOS's own. */
function visitParts(
  geos: Geos,
  pointer: Pointer,
  visit: (part: Pointer, kind: Shape) => void,
): void {
  const kind = KIND_OF[geos.api.GEOSGeomTypeId(pointer)];
  if (kind !== undefined) {
    visit(pointer, kind);
    return;
  }
  const count = geos.api.GEOSGetNumGeometries(pointer);
  for (let at = 0; at < count; at++) {
    visitParts(geos, geos.api.GEOSGetGeometryN(pointer, at), visit);
  }
}

function runsOf(geos: Geos, part: Pointer, kind: Shape): Run[] {
  const { api } = geos;
  if (kind !== 'polygon') return [coordinatesOf(geos, part)];
  const rings = [coordinatesOf(geos, api.GEOSGetExteriorRing(part))];
  const holes = api.GEOSGetNumInteriorRings(part);
  for (let at = 0; at < holes; at++) {
    rings.push(coordinatesOf(geos, api.GEOSGetInteriorRingN(part, at)));
  }
  return rings;
}

function coordinatesOf(geos: Geos, pointer: Pointer): Run {
  const { api } = geos;
  const count = api.GEOSGetNumCoordinates(pointer);
  const room = geos.lend(new Float64Array(2 * count));
  api.GEOSCoordSeq_copyToBuffer(api.GEOSGeom_getCoordSeq(pointer), room, 0, 0);
  return geos.read(room, 2 * count);
}

/**
 * The parts of one kind as a geometry of their own, which the caller destroys: overlays leave what merely touches
 * as lines and points beside what they are asked for.
 */
export function only(geos: Geos, pointer: Pointer, kind: Shape): Pointer {
  const { api } = geos;
  const type = api.GEOSGeomTypeId(pointer);
  if (type === TYPE[kind] || type === MULTI[kind]) return api.GEOSGeom_clone(pointer);
  const parts: Pointer[] = [];
  visitParts(geos, pointer, (part, is) => {
    if (is === kind && api.GEOSisEmpty(part) === 0) parts.push(api.GEOSGeom_clone(part));
  });
  return collect(geos, kind, parts);
}
