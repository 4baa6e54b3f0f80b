import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findCrossing } from './crossing.ts';
import { mend } from './mend.ts';
import { signedArea } from './shape.ts';

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });
const SQUARE: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const BOW_TIE: Position[] = [
  [0, 0],
  [2, 2],
  [2, 0],
  [0, 2],
  [0, 0],
];
/** A square with a triangle hung on its corner: the ring comes back to 0, 0. */
const TOUCHING: Position[] = [
  [0, 0],
  [-1, -2],
  [1, -2],
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

/** A circle of many vertices, so that the index is used. */
const circle = (count: number, radius: number): Position[] =>
  Array.from({ length: count + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % count)) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

describe('findCrossing()', () => {
  it('finds nothing in sound polygons', () => {
    const hole: Position[] = [
      [1, 1],
      [1, 2],
      [2, 2],
      [1, 1],
    ];
    const touchingHole: Position[] = [
      [0, 2],
      [1, 1],
      [1, 3],
      [0, 2],
    ];
    expect(findCrossing(polygon(SQUARE))).toBeUndefined();
    expect(findCrossing(polygon(SQUARE, hole))).toBeUndefined();
    expect(findCrossing(polygon(SQUARE, touchingHole))).toBeUndefined();
    expect(findCrossing(polygon(circle(1000, 1), circle(500, 0.5)))).toBeUndefined();
    expect(findCrossing({ type: 'LineString', coordinates: BOW_TIE })).toBeUndefined();
  });

  it('finds a bow-tie, a spike, a ring that touches itself and rings that cross', () => {
    expect(findCrossing(polygon(BOW_TIE))?.kind).toBe('crosses');
    expect(
      findCrossing(
        polygon([
          [0, 0],
          [4, 0],
          [4, 4],
          [4, 0],
          [0, 0],
        ]),
      )?.kind,
    ).toBeDefined();
    expect(findCrossing(polygon(TOUCHING))?.kind).toBe('touches');
    const across: Position[] = [
      [3, 1],
      [5, 1],
      [5, 2],
      [3, 1],
    ];
    expect(findCrossing(polygon(SQUARE, across))?.kind).toBe('crosses');
  });

  it('finds a crossing among many vertices', () => {
    const ring = circle(1000, 1);
    [ring[400], ring[402]] = [ring[402] as Position, ring[400] as Position];
    expect(findCrossing(polygon(ring))?.kind).toBe('crosses');
  });

  it('looks at every part of a multipolygon', () => {
    const coordinates = [[SQUARE], [BOW_TIE]];
    expect(findCrossing({ type: 'MultiPolygon', coordinates })?.kind).toBe('crosses');
  });
});

describe('mend()', () => {
  it('parts a ring where it touches itself, keeping every vertex and the area', () => {
    const mended = mend(polygon(TOUCHING));
    expect(mended?.areaChange).toBe(0);
    expect(mended?.geometry.type).toBe('MultiPolygon');
    expect(mended && findCrossing(mended.geometry)).toBeUndefined();
    const kept = new Set(JSON.stringify(mended?.geometry.coordinates).match(/\[-?\d+,-?\d+\]/g));
    expect(kept.size).toBe(new Set(TOUCHING.map((position) => JSON.stringify(position))).size);
  });

  it('makes a hole of a loop wound the other way inside', () => {
    const ring: Position[] = [
      [0, 0],
      [1, 2],
      [2, 1],
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    const mended = mend(polygon(ring));
    expect(mended?.geometry.type).toBe('Polygon');
    expect(mended?.geometry.coordinates).toHaveLength(2);
    expect(mended?.areaChange).toBeCloseTo(0, 12);
  });

  it('makes two triangles of a bow-tie and owns up to the area', () => {
    const mended = mend(polygon(BOW_TIE));
    expect(mended?.geometry.coordinates).toHaveLength(2);
    const area = (mended?.geometry.coordinates as Position[][][]).reduce(
      (sum, [ring = []]) => sum + signedArea(ring) / 2,
      0,
    );
    expect(area).toBe(2);
    expect(mended?.areaChange).toBeGreaterThan(1);
  });

  it('leaves spikes and overlapping holes alone', () => {
    expect(
      mend(
        polygon([
          [0, 0],
          [4, 0],
          [4, 4],
          [4, 0],
          [0, 0],
        ]),
      ),
    ).toBeUndefined();
    const across: Position[] = [
      [3, 1],
      [5, 1],
      [5, 2],
      [3, 1],
    ];
    expect(mend(polygon(SQUARE, across))).toBeUndefined();
  });
});
