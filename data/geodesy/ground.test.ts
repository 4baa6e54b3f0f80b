import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circleRing,
  fromPlane,
  gridBearing,
  groundLengthM,
  pathLengthM,
  pointEastOf,
  ringAreaM2,
  toPlane,
} from './ground.ts';

type LngLat = readonly [lng: number, lat: number];

/** Geodesics on GRS80. Source: PROJ's `geod -I +ellps=GRS80` (Karney's method). */
const LINES: readonly (readonly [name: string, from: LngLat, to: LngLat, lengthM: number])[] = [
  ['across a street', [-2.2914, 53.4238], [-2.29, 53.4248], 145.0795],
  ['across a park', [-2.3, 53.43], [-2.24, 53.46], 5200.1512],
  ['across Greater Manchester', [-2.75, 53.45], [-1.9, 53.45], 56471.2023],
  ["from Land's End to John o' Groats", [-5.7, 50], [-3, 58.6], 973064.8647],
];

describe('groundLengthM()', () => {
  it.each(LINES)('is within 1 in 100,000 of the geodesic %s', (_, from, to, lengthM) => {
    expect(Math.abs(groundLengthM(from, to) / lengthM - 1)).toBeLessThan(1e-5);
  });

  it('is the same both ways, and nothing between a position and itself', () => {
    const [from, to] = [
      [-2.3, 53.43],
      [-2.24, 53.46],
    ] as const;
    expect(groundLengthM(from, to)).toBeCloseTo(groundLengthM(to, from), 6);
    expect(groundLengthM(from, from)).toBe(0);
  });
});

describe('ringAreaM2()', () => {
  it('is within 1 in 100,000 of the area on the ellipsoid', () => {
    const ring: LngLat[] = [
      [-2.3, 53.43],
      [-2.26, 53.428],
      [-2.25, 53.455],
      [-2.31, 53.45],
    ];
    // Source: sides by PROJ's `geod` in 400 steps, the area under them by Snyder's authalic q
    expect(Math.abs(ringAreaM2(ring) / 8_690_258.729 - 1)).toBeLessThan(1e-6);
  });

  it('agrees with the closed formula for a quadrangle of the ellipsoid, in east and west', () => {
    for (const [west, south] of [
      [-2.5, 53.4],
      [1.2, 52.5],
      [-6, 57],
    ] as const) {
      const ring = quadrangle(west, south, 0.2);
      expect(Math.abs(ringAreaM2(ring) / quadrangleM2(south, 0.2) - 1)).toBeLessThan(1e-6);
    }
  });

  it('takes a ring closed or open, either way round', () => {
    const ring = quadrangle(-2.3, 53.4, 0.01);
    const area = ringAreaM2(ring);
    expect(ringAreaM2([...ring, ...ring.slice(0, 1)])).toBeCloseTo(area, 3);
    expect(ringAreaM2(ring.toReversed())).toBeCloseTo(area, 3);
    expect(ringAreaM2([])).toBe(0);
  });
});

describe('circleRing()', () => {
  it('lies the radius away on the ground, and holds what a ring of 64 corners can', () => {
    const centre = [-2.24, 53.48] as const;
    const ring = circleRing(centre, 250);
    for (const corner of ring) expect(groundLengthM(centre, corner)).toBeCloseTo(250, 2);
    const share = (64 / (2 * Math.PI)) * Math.sin((2 * Math.PI) / 64);
    expect(ringAreaM2(ring) / (Math.PI * 250 ** 2)).toBeCloseTo(share, 5);
    expect(pathLengthM(ring)).toBeCloseTo(64 * 2 * 250 * Math.sin(Math.PI / 64), 1);
  });
});

it('pointEastOf() lies the distance away, to the east', () => {
  const from = [-2.24, 53.48] as const;
  expect(groundLengthM(from, pointEastOf(from, 250))).toBeCloseTo(250, 3);
  expect(gridBearing(from, pointEastOf(from, 250))).toBeCloseTo(90, 4);
});

describe('gridBearing()', () => {
  it('counts clockwise from grid north', () => {
    const from = [400_000, 400_000] as const;
    const at = (east: number, north: number) =>
      gridBearing(fromPlane(from), fromPlane([from[0] + east, from[1] + north]));
    expect(at(0, 100)).toBeCloseTo(0, 5);
    expect(at(100, 0)).toBeCloseTo(90, 5);
    expect(at(-100, -100)).toBeCloseTo(225, 5);
  });
});

it('toPlane() and fromPlane() are inverses over Great Britain', () => {
  const anywhere = fc.tuple(
    fc.double({ min: -8, max: 2, noNaN: true }),
    fc.double({ min: 49.5, max: 61, noNaN: true }),
  );
  fc.assert(
    fc.property(anywhere, ([lng, lat]) => {
      const [backLng, backLat] = fromPlane(toPlane([lng, lat]));
      expect(Math.hypot(backLng - lng, backLat - lat)).toBeLessThan(1e-7);
    }),
  );
});

/** A square of degrees with sides of many corners: its edges lie along parallels, as the formula's do. */
function quadrangle(west: number, south: number, degrees: number): LngLat[] {
  const steps = Array.from({ length: 200 }, (_, index) => (index / 200) * degrees);
  const [east, north] = [west + degrees, south + degrees];
  return [
    ...steps.map((step): LngLat => [west + step, south]),
    ...steps.map((step): LngLat => [east, south + step]),
    ...steps.map((step): LngLat => [east - step, north]),
    ...steps.map((step): LngLat => [west, north - step]),
  ];
}

/** Area of a square of degrees on GRS80. Source: Snyder 1987, (3-12), the authalic q. */
function quadrangleM2(south: number, degrees: number): number {
  const [a, e2] = [6_378_137, 0.006_694_380_022_9];
  const e = Math.sqrt(e2);
  const q = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    const part = Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e);
    return (1 - e2) * (sine / (1 - e2 * sine * sine) - part);
  };
  return ((a * a * degrees * Math.PI) / 360) * (q(south + degrees) - q(south));
}
