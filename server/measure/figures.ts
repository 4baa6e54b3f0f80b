import type { Geos, Pointer } from './geos.ts';
import { boxesMeet, type HeldShape, type Workings, YES } from './held.ts';
import type { GridPosition, Measure } from './measure.ts';
import { overlay } from './overlay.ts';

type Figures = Pick<
  Measure,
  | 'areaM2'
  | 'lengthM'
  | 'overlapM2'
  | 'lengthInsideM'
  | 'separation'
  | 'nearestPositions'
  | 'isWithin'
>;

/** Nothing is nearer to an empty shape than this. */
const NOWHERE = { distanceM: Infinity, east: 0, north: 0 } as const;
const HERE = { distanceM: 0, east: 0, north: 0 } as const;

/** The questions answered with a figure. */
export function figuresOf({ geos, prepared }: Workings): Figures {
  const { api } = geos;
  const meets = (one: HeldShape, other: HeldShape) =>
    boxesMeet(one.bounds, other.bounds) &&
    api.GEOSPreparedIntersects(prepared(one), other.pointer) === YES;
  const covers = (one: HeldShape, other: HeldShape) =>
    api.GEOSPreparedCovers(prepared(one), other.pointer) === YES;
  return {
    areaM2: ({ pointer }) => areaOf(geos, pointer),
    lengthM: ({ pointer }) => lengthOf(geos, pointer),
    overlapM2(one, other) {
      if (one.kind !== 'polygon' || other.kind !== 'polygon' || !meets(one, other)) return 0;
      if (covers(one, other)) return areaOf(geos, other.pointer);
      return figureOf(geos, overlay(geos, 'Intersection', one, other), areaOf);
    },
    lengthInsideM(line, area) {
      if (line.kind === 'point' || area.kind !== 'polygon' || !meets(area, line)) return 0;
      if (covers(area, line)) return lengthOf(geos, line.pointer);
      if (line.kind === 'line') {
        return figureOf(geos, overlay(geos, 'Intersection', line, area), lengthOf);
      }
      const edge = api.GEOSBoundary(line.pointer);
      const inside = overlay(geos, 'Intersection', { pointer: edge }, area);
      api.GEOSGeom_destroy(edge);
      return figureOf(geos, inside, lengthOf);
    },
    separation(one, other) {
      if (one.isEmpty || other.isEmpty) return NOWHERE;
      if (meets(one, other)) return HERE;
      const ends = nearest(geos, prepared(one), other.pointer);
      if (!ends) return NOWHERE;
      const [[e1, n1], [e2, n2]] = ends;
      return { distanceM: Math.hypot(e2 - e1, n2 - n1), east: e2 - e1, north: n2 - n1 };
    },
    nearestPositions: (one, other) =>
      one.isEmpty || other.isEmpty ? undefined : nearest(geos, prepared(one), other.pointer),
    isWithin: (one, other, metres) =>
      !one.isEmpty &&
      !other.isEmpty &&
      api.GEOSPreparedDistanceWithin(prepared(one), other.pointer, metres) === YES,
  };
}

function areaOf({ api, outlet, take }: Geos, pointer: Pointer): number {
  api.GEOSArea(pointer, outlet);
  return take(1)[0] ?? 0;
}

function lengthOf({ api, outlet, take }: Geos, pointer: Pointer): number {
  api.GEOSLength(pointer, outlet);
  return take(1)[0] ?? 0;
}

/** A figure of a geometry that is destroyed then. */
function figureOf(geos: Geos, pointer: Pointer, figure: typeof areaOf): number {
  const value = figure(geos, pointer);
  geos.api.GEOSGeom_destroy(pointer);
  return value;
}

function nearest(
  { api, outlet, take }: Geos,
  prepared: Pointer,
  other: Pointer,
): readonly [GridPosition, GridPosition] | undefined {
  const ends = api.GEOSPreparedNearestPoints(prepared, other);
  if (ends === 0) return undefined;
  api.GEOSCoordSeq_copyToBuffer(ends, outlet, 0, 0);
  api.GEOSCoordSeq_destroy(ends);
  const [e1 = 0, n1 = 0, e2 = 0, n2 = 0] = take(4);
  return [
    [e1, n1],
    [e2, n2],
  ];
}
