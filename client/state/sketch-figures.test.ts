import { describe, expect, it } from 'vitest';
import type { LngLat } from '#data/schema/geometry.ts';
import { figuresOf, outlineOf } from './sketch-figures.ts';

const A: LngLat = [-2.3, 53.43];
const B: LngLat = [-2.24, 53.46];
const C: LngLat = [-2.3, 53.46];

describe('figuresOf()', () => {
  it('gives a line its length, side by side, and no area', () => {
    const { lengthM, areaM2, sides } = figuresOf({
      shape: 'line',
      corners: [A, B, C],
      isFinished: false,
    });
    // Source of the first side: PROJ's geod
    expect(sides[0]?.lengthM).toBeCloseTo(5200.15, 1);
    expect(sides.map((side) => side.lengthM).reduce((a, b) => a + b)).toBeCloseTo(lengthM ?? 0, 6);
    expect(areaM2).toBeUndefined();
  });

  it('gives an area its hectares and its edge, the closing side included', () => {
    const { sides, areaM2 = 0 } = figuresOf({
      shape: 'polygon',
      corners: [A, B, C],
      isFinished: true,
    });
    expect(sides).toHaveLength(3);
    const [a = 0, b = 0, c = 0] = sides.map((side) => side.lengthM);
    const half = (a + b + c) / 2;
    // Heron's formula: on so small a triangle the ground is flat
    expect(areaM2 / Math.sqrt(half * (half - a) * (half - b) * (half - c))).toBeCloseTo(1, 4);
  });

  it('gives a circle its radius and the area of the circle, not of its drawn ring', () => {
    const { radiusM = 0, areaM2 = 0 } = figuresOf({
      shape: 'circle',
      corners: [A, B],
      isFinished: true,
    });
    expect(areaM2).toBeCloseTo(Math.PI * radiusM ** 2, 3);
  });

  it('has no figures of one corner', () => {
    expect(figuresOf({ shape: 'polygon', corners: [A], isFinished: false })).toEqual({ sides: [] });
  });
});

it('outlineOf() closes an area as soon as it has three corners', () => {
  const drawn = { shape: 'polygon', isFinished: false } as const;
  expect(outlineOf({ ...drawn, corners: [A, B] })).toEqual([A, B]);
  expect(outlineOf({ ...drawn, corners: [A, B, C] })).toEqual([A, B, C, A]);
  expect(outlineOf({ ...drawn, shape: 'rectangle', corners: [A, B] })).toHaveLength(5);
});
