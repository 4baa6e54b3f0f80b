import { describe, expect, it } from 'vitest';
import type { LngLat } from '#data/schema/geometry.ts';
import { middlesOf, shapesOf, withHeld, withNext } from './draw-shapes.ts';

const A: LngLat = [-2.3, 53.4];
const B: LngLat = [-2.2, 53.4];
const C: LngLat = [-2.2, 53.5];
const triangle = { shape: 'polygon', corners: [A, B, C], isFinished: true } as const;
const open = { ...triangle, isFinished: false } as const;

describe('withHeld()', () => {
  it('moves the corner in the hand, or puts a new one between two', () => {
    expect(withHeld(triangle, { index: 1, isNew: false, at: [-2.1, 53.4] }).corners[1]).toEqual([
      -2.1, 53.4,
    ]);
    expect(withHeld(triangle, { index: 3, isNew: true, at: [-2.25, 53.45] }).corners).toHaveLength(
      4,
    );
    expect(withHeld(triangle, undefined)).toBe(triangle);
  });
});

it('withNext() follows the pointer only from a first corner on, and not when finished', () => {
  expect(withNext(open, [-2.1, 53.4]).corners).toHaveLength(4);
  expect(withNext(triangle, [-2.1, 53.4])).toBe(triangle);
  expect(withNext({ ...open, corners: [] }, A).corners).toEqual([]);
});

it('middlesOf() has one a side, the closing side of an area included', () => {
  expect(middlesOf(triangle).map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(middlesOf({ ...triangle, shape: 'line' })).toHaveLength(2);
  expect(middlesOf({ ...triangle, shape: 'circle' })).toEqual([]);
  expect(middlesOf(open)).toEqual([]);
});

describe('shapesOf()', () => {
  const kinds = (collection: ReturnType<typeof shapesOf>) =>
    collection.features.map(({ properties, geometry }) => `${properties?.role} ${geometry.type}`);

  it('draws an area, a dashed first side while it is loose, and a point alone', () => {
    expect(kinds(shapesOf(open, true, []))).toEqual(['area Polygon']);
    expect(kinds(shapesOf({ ...open, corners: [A, B] }, true, []))).toEqual(['guide LineString']);
    expect(kinds(shapesOf({ ...open, corners: [A] }, false, []))).toEqual([]);
    expect(kinds(shapesOf({ ...open, shape: 'point', corners: [A] }, false, []))).toEqual([
      'area Point',
    ]);
  });

  it('writes the labels of sides from west to east, upright', () => {
    const side = { from: B, to: A, lengthM: 1, bearing: 270, label: '6.63 km' };
    const [label] = shapesOf({ ...open, corners: [] }, false, [side]).features;
    expect(label).toMatchObject({
      properties: { role: 'side', label: '6.63 km' },
      geometry: { coordinates: [A, B] },
    });
  });
});
