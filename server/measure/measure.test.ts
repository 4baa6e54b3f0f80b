import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruler } from './measure.ts';
import { asGridGeometry, onGrid } from './plane-shape.ts';
import { openRuler } from './ruler.ts';
import { E, hole, line, N, point, shapes, square } from './test-shapes.ts';

let ruler: Ruler;
beforeAll(async () => {
  ruler = await openRuler();
});

describe('measure', () => {
  it('measures areas and edges with holes', () => {
    ruler.measure((measure) => {
      const ring = measure.shape(onGrid(hole(square(E, N, 100), square(E + 10, N + 10, 20))));
      expect(measure.areaM2(ring)).toBeCloseTo(9_600, 6);
      expect(measure.lengthM(ring)).toBeCloseTo(480, 6);
      expect(ring.bounds).toEqual([E, N, E + 100, N + 100]);
    });
  });

  it('is no distance away from what holds it, and from what it crosses', () => {
    ruler.measure((measure) => {
      const [outer, inner] = shapes(measure, square(E, N, 100), square(E + 40, N + 40, 5));
      expect(measure.separation(outer, inner).distanceM).toBe(0);
      expect(measure.separation(inner, outer).distanceM).toBe(0);
      const [one, other] = shapes(
        measure,
        line([E, N], [E + 10, N + 10]),
        line([E, N + 10], [E + 10, N]),
      );
      expect(measure.separation(one, other).distanceM).toBe(0);
      expect(measure.crosses(one, other)).toBe(true);
    });
  });

  it('is outside what is in a hole', () => {
    ruler.measure((measure) => {
      const [ring, inner] = shapes(
        measure,
        hole(square(E, N, 100), square(E + 10, N + 10, 50)),
        square(E + 20, N + 20, 10),
      );
      expect(measure.overlapM2(ring, inner)).toBe(0);
      expect(measure.intersects(ring, inner)).toBe(false);
      expect(measure.separation(ring, inner).distanceM).toBeCloseTo(10, 9);
      expect(measure.isWithin(ring, inner, 10.001)).toBe(true);
      expect(measure.isWithin(ring, inner, 9.999)).toBe(false);
    });
  });

  it('knows what stands on an edge', () => {
    ruler.measure((measure) => {
      const [area, onEdge, within] = shapes(
        measure,
        square(E, N, 100),
        point(E + 50, N),
        point(E + 50, N + 1),
      );
      expect(measure.touches(area, onEdge)).toBe(true);
      expect(measure.contains(area, onEdge)).toBe(true);
      expect(measure.touches(area, within)).toBe(false);
      const [next] = shapes(measure, square(E + 100, N, 100));
      expect(measure.touches(area, next)).toBe(true);
      expect(measure.overlapM2(area, next)).toBe(0);
    });
  });

  it('measures lines within areas, edges too', () => {
    ruler.measure((measure) => {
      const [area, through, along] = shapes(
        measure,
        hole(square(E, N, 100), square(E + 40, N - 1 + 1, 20)),
        line([E - 50, N + 50], [E + 150, N + 50]),
        line([E, N + 100], [E + 100, N + 100]),
      );
      expect(measure.lengthInsideM(through, area)).toBeCloseTo(100, 9);
      expect(measure.lengthInsideM(along, area)).toBeCloseTo(100, 9);
      const [other] = shapes(measure, square(E + 50, N + 50, 100));
      expect(measure.lengthInsideM(other, area)).toBeCloseTo(100, 9);
      expect(measure.lengthInsideM(area, measure.shape(onGrid(point(E, N))))).toBe(0);
    });
  });

  it('counts many parts as one shape', () => {
    ruler.measure((measure) => {
      const both: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: [square(E, N, 10).coordinates, square(E + 100, N, 10).coordinates],
      };
      const [many, across] = shapes(measure, both, square(E + 5, N, 100));
      expect(measure.areaM2(many)).toBeCloseTo(200, 9);
      expect(measure.overlapM2(many, across)).toBeCloseTo(100, 9);
      expect(measure.overlapM2(across, many)).toBeCloseTo(100, 9);
    });
  });

  it('puts a ring right that crosses itself, and says so', () => {
    ruler.measure((measure) => {
      const bow: Polygon = {
        type: 'Polygon',
        coordinates: [
          [
            [E, N],
            [E + 10, N + 10],
            [E + 10, N],
            [E, N + 10],
            [E, N],
          ],
        ],
      };
      const [shape] = shapes(measure, bow);
      expect(shape.repaired).toBe(true);
      expect(measure.areaM2(shape)).toBeCloseTo(50, 9);
      expect(measure.toPlane(shape).parts).toHaveLength(2);
    });
  });

  it('keeps what is no area empty and answers nothing of it', () => {
    ruler.measure((measure) => {
      const [flat, area] = shapes(
        measure,
        {
          type: 'Polygon',
          coordinates: [
            [
              [E, N],
              [E + 1, N],
              [E, N],
            ],
          ],
        },
        square(E, N, 10),
      );
      expect(flat.isEmpty).toBe(true);
      expect(measure.overlapM2(flat, area)).toBe(0);
      expect(measure.separation(flat, area).distanceM).toBe(Infinity);
      expect(measure.union([]).isEmpty).toBe(true);
      expect(measure.shape({ kind: 'point', parts: [] }).isEmpty).toBe(true);
    });
  });

  it('buffers a point to a circle less 0.2 %', () => {
    ruler.measure((measure) => {
      const [round] = [measure.buffer(measure.shape(onGrid(point(E, N))), 250)];
      const share = measure.areaM2(round) / (Math.PI * 250 ** 2);
      expect(share).toBeGreaterThan(0.998);
      expect(share).toBeLessThan(1);
      expect(() => measure.buffer(round, Number.NaN)).toThrow(RangeError);
    });
  });

  it('takes away and keeps in common', () => {
    ruler.measure((measure) => {
      const [one, other, across] = shapes(
        measure,
        square(E, N, 100),
        square(E + 50, N, 100),
        line([E - 50, N + 50], [E + 150, N + 50]),
      );
      expect(measure.areaM2(measure.difference(one, other))).toBeCloseTo(5_000, 6);
      expect(measure.areaM2(measure.intersection(one, other))).toBeCloseTo(5_000, 6);
      expect(measure.lengthM(measure.intersection(one, across))).toBeCloseTo(100, 9);
      expect(asGridGeometry(measure.toPlane(measure.intersection(one, across))).type).toBe(
        'LineString',
      );
    });
  });

  it('refuses what is no number, and shapes of a closed scope', () => {
    expect(() => ruler.measure((m) => m.shape(onGrid(point(Number.NaN, N))))).toThrow(TypeError);
    const { measure, close } = ruler.open();
    close();
    expect(() => measure.shape(onGrid(point(E, N)))).toThrow('closed');
  });

  it('never crashes, whatever rings it is given, and never measures less than nothing', () => {
    const anyRing = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
      { maxLength: 12 },
    );
    const anyPolygon = fc.array(anyRing, { maxLength: 3 }).map(
      (rings): Polygon => ({
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map(([x, y]) => [E + x, N + y])),
      }),
    );
    fc.assert(
      fc.property(anyPolygon, anyPolygon, (one, other) => {
        ruler.measure((measure) => {
          const [a, b] = shapes(measure, one, other);
          const overlap = measure.overlapM2(a, b);
          expect(overlap).toBeGreaterThanOrEqual(0);
          expect(overlap).toBeLessThanOrEqual(
            Math.min(measure.areaM2(a), measure.areaM2(b)) + 1e-6,
          );
          expect(measure.separation(a, b).distanceM).toBeGreaterThanOrEqual(0);
          measure.union([a, b]);
          measure.buffer(a, 3);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('frees all it made, also when the work throws', () => {
    const before = ruler.held();
    expect(() =>
      ruler.measure((measure) => {
        measure.shape(onGrid(square(E, N, 10)));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(ruler.held()).toBe(before);
  });
});
