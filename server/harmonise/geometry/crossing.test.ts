import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findCrossing } from './crossing.ts';
import { mend } from './mend.ts';
import { findMisplaced } from './parts.ts';
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

/** Area of what was mended, outer rings less holes. */
const areaOf = (mended: ReturnType<typeof mend>): number => {
  const geometry = mended?.geometry;
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates;
  // outer rings run one way and holes the other, so that the sum is the area
  return (polygons ?? []).flat().reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
};

describe('findMisplaced()', () => {
  const moved = (by: number, scale = 1) =>
    SQUARE.map(([x = 0, y = 0]) => [by + scale * x, by + scale * y]);
  const hole = (by: number, scale: number) => moved(by, scale).reverse();

  it.each([
    ['a hole outside', [[SQUARE, hole(20, 0.5)]], 'a hole lies outside its outline'],
    ['a hole in a hole', [[SQUARE, hole(0.4, 0.7), hole(0.8, 0.3)]], 'a hole lies in another'],
    ['parts that overlap', [[SQUARE], [moved(0.5)]], 'two parts overlap'],
    ['a part in a part', [[SQUARE], [moved(0.5, 0.25)]], 'two parts overlap'],
    ['a part twice', [[SQUARE], [SQUARE]], 'two parts overlap'],
    ['a hole well inside', [[SQUARE, hole(0.5, 0.25)]], undefined],
    ['an island in a hole', [[SQUARE, hole(0.2, 0.9)], [moved(0.8, 0.25)]], undefined],
    ['parts side by side', [[SQUARE], [moved(20)]], undefined],
  ])('sees %s', (_, coordinates, kind) => {
    expect(findMisplaced({ type: 'MultiPolygon', coordinates })?.kind).toBe(kind);
  });
});

describe('mend()', () => {
  it('parts a ring where it touches itself, keeping every vertex and the area', () => {
    const mended = mend(polygon(TOUCHING));
    expect(areaOf(mended)).toBe(Math.abs(signedArea(TOUCHING)) / 2);
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
    expect(areaOf(mended)).toBeCloseTo(signedArea(ring) / 2, 12);
  });

  it('makes two triangles of a bow-tie and owns up to the area', () => {
    const mended = mend(polygon(BOW_TIE));
    expect(mended?.geometry.coordinates).toHaveLength(2);
    expect(areaOf(mended)).toBe(2);
  });

  it('cuts off a spike that has no area', () => {
    const spiked: Position[] = [...SQUARE.slice(0, 2), [2, 9], ...SQUARE.slice(1)];
    const mended = mend(polygon(spiked));
    expect(mended?.spikes).toBe(true);
    expect(mended && findCrossing(mended.geometry)).toBeUndefined();
    expect(areaOf(mended)).toBe(signedArea(SQUARE) / 2);
  });

  it('makes an island of a hole outside its outline', () => {
    const outside = SQUARE.map(([x = 0, y = 0]) => [x + 20, y]).reverse();
    const mended = mend(polygon(SQUARE, outside));
    expect(mended?.geometry.type).toBe('MultiPolygon');
    expect(areaOf(mended)).toBe(signedArea(SQUARE));
  });

  it('leaves what has no area, and holes that overlap, alone', () => {
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
    expect(mend(polygon(SQUARE, SQUARE.toReversed()))).toBeUndefined();
  });
});
