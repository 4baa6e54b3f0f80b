import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, measure, orderHits, type Project } from './picking.ts';

const found = (
  layerId: string,
  key: number,
  sign: Candidate['sign'],
  [distancePx, sizePx] = [0, 0],
): Candidate => ({ layerId, key, sign, distancePx, sizePx });

/** One degree is one pixel. */
const flat: Project = ([x = 0, y = 0]) => ({ x, y });

describe('orderHits()', () => {
  it('puts the nearest mark first, then lines, then names, then the smallest area', () => {
    const hits = orderHits([
      found('green-belt', 1, 'area', [0, 90_000]),
      found('conservation-area', 2, 'area', [0, 400]),
      found('cable', 3, 'line', [1, 0]),
      found('station', 6, 'name', [80, 0]),
      found('listed', 4, 'mark', [5, 0]),
      found('listed', 5, 'mark', [2, 0]),
    ]);
    expect(hits.map(({ key }) => key)).toEqual([5, 4, 3, 6, 2, 1]);
  });

  it('counts a feature once though tiles cut it and several style layers draw it', () => {
    const hits = orderHits([
      found('main', 1, 'line', [4, 0]),
      { ...found('main', 1, 'line', [2, 0]), name: 'Trunk main' },
      found('other', 1, 'line', [3, 0]),
    ]);
    expect(hits).toEqual([
      { layerId: 'main', key: 1, name: 'Trunk main', distancePx: 2 },
      { layerId: 'other', key: 1, distancePx: 3 },
    ]);
  });

  it('neither loses nor invents a feature, whatever is found', () => {
    const candidate = fc.record({
      layerId: fc.constantFrom('a', 'b'),
      key: fc.integer({ min: 0, max: 5 }),
      sign: fc.constantFrom('mark' as const, 'line' as const, 'area' as const),
      distancePx: fc.double({ min: 0, max: 12, noNaN: true }),
      sizePx: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const ids = new Set(candidates.map(({ layerId, key }) => `${layerId}/${key}`));
        const hits = orderHits(candidates).map(({ layerId, key }) => `${layerId}/${key}`);
        expect(new Set(hits)).toEqual(ids);
        expect(hits.length).toBe(ids.size);
      }),
    );
  });
});

describe('measure()', () => {
  it('measures to the nearest point of a line, beyond its ends too', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [10, 0],
      ],
    };
    expect(measure(line, flat, { x: 5, y: 3 }).distancePx).toBe(3);
    expect(measure(line, flat, { x: 13, y: 4 }).distancePx).toBe(5);
  });

  it('is nothing inside an area, and the way to the edge inside its hole', () => {
    const ring = (a: number, b: number) => [
      [a, a],
      [b, a],
      [b, b],
      [a, b],
      [a, a],
    ];
    const area = { type: 'Polygon' as const, coordinates: [ring(0, 10), ring(3, 7)] };
    expect(measure(area, flat, { x: 1, y: 1 })).toEqual({ distancePx: 0, sizePx: 84 });
    expect(measure(area, flat, { x: 5, y: 5 }).distancePx).toBe(2);
  });

  it('takes the nearest part of a multi-part geometry', () => {
    const points = {
      type: 'MultiPoint' as const,
      coordinates: [
        [0, 0],
        [100, 0],
      ],
    };
    expect(measure(points, flat, { x: 97, y: 4 }).distancePx).toBe(5);
  });

  it('finds no distance to a geometry without a position', () => {
    const nothing = { type: 'GeometryCollection' as const, geometries: [] };
    expect(measure(nothing, flat, { x: 0, y: 0 }).distancePx).toBe(Number.POSITIVE_INFINITY);
    const empty = { type: 'LineString' as const, coordinates: [] };
    expect(measure(empty, flat, { x: 0, y: 0 }).distancePx).toBe(Number.POSITIVE_INFINITY);
  });
});
