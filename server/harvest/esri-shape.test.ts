import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEsriShape } from './esri-shape.ts';

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];

describe('a shape of ArcGIS', () => {
  it('with holes and islands becomes polygons, each hole in the one around it', () => {
    const rings = [
      square(0, 0, 10),
      square(2, 2, 3).toReversed(),
      square(20, 0, 10),
      square(22, 2, 3).toReversed(),
    ];
    expect(readEsriShape({ rings })).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [rings[0], rings[1]],
        [rings[2], rings[3]],
      ],
    });
  });

  it('whose only ring runs the wrong way is land, not a hole in nothing', () => {
    const ring = square(0, 0, 10).toReversed();
    expect(readEsriShape({ rings: [ring] })).toEqual({ type: 'Polygon', coordinates: [ring] });
  });

  it.each([
    [{ x: 'NaN', y: 'NaN' }],
    [{ x: null, y: null }],
    [{ rings: [] }],
    [{ paths: [] }],
    [{ points: [] }],
    [{ curveRings: [] }],
    [null],
    [undefined],
  ])('%j is no position', (shape) => {
    expect(readEsriShape(shape)).toBeNull();
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readEsriShape(value);
        readEsriShape({ rings: value });
      }),
    );
  });
});
