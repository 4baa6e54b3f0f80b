import * as turf from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruler } from './measure.ts';
import { onGrid } from './plane-shape.ts';
import { openRuler } from './ruler.ts';
import { E, N, star } from './test-shapes.ts';

let ruler: Ruler;
beforeAll(async () => {
  ruler = await openRuler();
});

/** Shoelace, in the plane; what turf clips is measured with it, since turf's own area is spherical. */
const shoelace = (geometry: Polygon | MultiPolygon): number => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ringArea = (ring: number[][]) => {
    let twice = 0;
    for (const [at, [x1 = 0, y1 = 0]] of ring.entries()) {
      const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
      twice += x1 * y2 - x2 * y1;
    }
    return Math.abs(twice) / 2;
  };
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + ringArea(outer) - holes.reduce((inner, ring) => inner + ringArea(ring), 0),
    0,
  );
};

const radii = fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 5, maxLength: 24 });
const offset = fc.integer({ min: -900, max: 900 });

/** What turf makes of two shapes; it gives up on some that GEOS does not, which are passed over. */
function ofTurf(how: typeof turf.intersect | typeof turf.union, one: Polygon, other: Polygon) {
  try {
    return how(turf.featureCollection([turf.feature(one), turf.feature(other)]));
  } catch {
    fc.pre(false as boolean);
    return null;
  }
}

describe('measure beside other means', () => {
  it('overlaps as turf clips, within 0.01 %', () => {
    fc.assert(
      fc.property(radii, radii, offset, offset, (first, second, east, north) => {
        const [one, other] = [star(E, N, first), star(E + east, N + north, second)];
        const clipped = ofTurf(turf.intersect, one, other);
        const wanted = clipped ? shoelace(clipped.geometry) : 0;
        const measured = ruler.measure((measure) =>
          measure.overlapM2(measure.shape(onGrid(one)), measure.shape(onGrid(other))),
        );
        expect(Math.abs(measured - wanted)).toBeLessThanOrEqual(wanted * 1e-4 + 1e-3);
      }),
      { numRuns: 200 },
    );
  });

  it('unites as turf does, within 0.01 %', () => {
    fc.assert(
      fc.property(radii, radii, offset, offset, (first, second, east, north) => {
        const [one, other] = [star(E, N, first), star(E + east, N + north, second)];
        const united = ofTurf(turf.union, one, other);
        const wanted = united ? shoelace(united.geometry) : 0;
        const measured = ruler.measure((measure) =>
          measure.areaM2(measure.union([one, other].map((each) => measure.shape(onGrid(each))))),
        );
        expect(Math.abs(measured - wanted)).toBeLessThanOrEqual(wanted * 1e-4 + 1e-3);
      }),
      { numRuns: 100 },
    );
  });

  it('measures distances to a millimetre, as every pair of edges does', () => {
    fc.assert(
      fc.property(radii, radii, fc.integer({ min: 2_000, max: 9_000 }), (first, second, away) => {
        const [one, other] = [star(E, N, first), star(E + away, N, second)];
        const wanted = betweenEdges(one.coordinates[0] ?? [], other.coordinates[0] ?? []);
        const measured = ruler.measure((measure) =>
          measure.separation(measure.shape(onGrid(one)), measure.shape(onGrid(other))),
        );
        expect(Math.abs(measured.distanceM - wanted)).toBeLessThan(1e-3);
        expect(Math.hypot(measured.east, measured.north)).toBeCloseTo(measured.distanceM, 6);
        expect(measured.east).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

/** Least distance between two outlines: every corner of each to every edge of the other. */
function betweenEdges(one: number[][], other: number[][]): number {
  const toEdges = (corners: number[][], edges: number[][]) =>
    Math.min(
      ...corners.map(([x = 0, y = 0]) =>
        Math.min(
          ...edges.slice(1).map(([x2 = 0, y2 = 0], at) => {
            const [x1 = 0, y1 = 0] = edges[at] ?? [];
            const [dx, dy] = [x2 - x1, y2 - y1];
            const along = Math.max(
              0,
              Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx ** 2 + dy ** 2)),
            );
            return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
          }),
        ),
      ),
    );
  return Math.min(toEdges(one, other), toEdges(other, one));
}
