import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TileFeature } from '#data/schema/tile.ts';
import { arrange } from './arrange.ts';
import { type FlatLayer, inPrivate } from './flat-layer.ts';
import { Flattener } from './flatten.ts';
import { weighVertices } from './importance.ts';

function weigh(geometry: TileFeature['geometry']): FlatLayer {
  const flat = new Flattener([]);
  flat.add({ key: 1, geometry, properties: {}, rank: 0 });
  const layer = arrange(flat, 0, inPrivate);
  weighVertices(layer, 0, layer.count);
  return layer;
}

/** Squared distance from a vertex to a segment. */
function distance(layer: FlatLayer, i: number, [a, b]: [number, number]): number {
  const [ax, ay] = [layer.xs[a] as number, layer.ys[a] as number];
  const [dx, dy] = [(layer.xs[b] as number) - ax, (layer.ys[b] as number) - ay];
  const [px, py] = [(layer.xs[i] as number) - ax, (layer.ys[i] as number) - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}

/** What rounding may add to or take off a distance. */
const ROUNDING = 1e-6;

/** Whether Douglas–Peucker keeps just these at one tolerance, whichever of vertices equally far it splits at. */
function isTextbook(
  layer: FlatLayer,
  [a, b]: [number, number],
  { kept, tolerance }: { kept: readonly number[]; tolerance: number },
): boolean {
  const away = (i: number): number => distance(layer, i, [a, b]);
  let most = 0;
  for (let i = a + 1; i < b; i++) most = Math.max(most, away(i));
  const inside = kept.filter((i) => i > a && i < b);
  if (inside.length === 0) return most < tolerance * (1 + ROUNDING);
  if (most < tolerance * (1 - ROUNDING)) return false;
  return inside
    .filter((i) => away(i) >= most * (1 - ROUNDING))
    .some((i) =>
      [[a, i] as const, [i, b] as const].every(([from, to]) =>
        isTextbook(layer, [from, to], { kept: inside, tolerance }),
      ),
    );
}

const position = fc.tuple(
  fc.double({ min: -3, max: -2, noNaN: true }),
  fc.double({ min: 53, max: 54, noNaN: true }),
);
const line = fc.array(position, { minLength: 2, maxLength: 60 });

it('weighVertices() lets every tolerance keep what Douglas–Peucker keeps', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 4, max: 22 }), (coordinates, bits) => {
      const layer = weigh({ type: 'LineString', coordinates });
      const last = layer.xs.length - 1;
      if (last < 1) return;
      const tolerance = 4 ** bits;
      const kept = [...layer.importance.keys()].filter(
        (i) => (layer.importance[i] as number) >= tolerance,
      );
      expect(kept).toEqual(expect.arrayContaining([0, last]));
      expect(isTextbook(layer, [0, last], { kept, tolerance })).toBe(true);
    }),
    {
      // three vertices equally far from the ends: each may be the one that is kept
      examples: [
        [
          [
            [-2, 53.99999988937942],
            [-2, 53],
            [-2.000000048428784, 53],
            [-2, 53],
            [-2.000000048428784, 53.99999988937942],
          ],
          4,
        ],
      ],
    },
  );
});

it('weighVertices() keeps three corners of every ring at any tolerance', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 40 }), (ring) => {
      const layer = weigh({ type: 'Polygon', coordinates: [ring] });
      const kept = layer.importance.filter((weight) => weight === Infinity).length;
      expect(kept).toBeGreaterThanOrEqual(Math.min(3, layer.xs.length));
    }),
  );
});

it('weighVertices() takes a line of many vertices without running out of stack', () => {
  const coordinates = Array.from({ length: 200_000 }, (_, i) => [
    -2 - i / 1e6,
    53 + (i % 2) / 1e6 + i / 1e7,
  ]);
  const { importance } = weigh({ type: 'LineString', coordinates });
  expect(importance.every((weight) => weight >= 0)).toBe(true);
});
