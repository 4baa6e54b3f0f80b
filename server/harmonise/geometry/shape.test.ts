import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { signedArea, splitCollection, tidy } from './shape.ts';

const square = (): number[][] => [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('tidy()', () => {
  it('leaves a sound polygon alone', () => {
    const { geometry, findings } = tidy({ type: 'Polygon', coordinates: [square()] });
    expect(geometry).toEqual({ type: 'Polygon', coordinates: [square()] });
    expect([...findings]).toEqual([]);
  });

  it('closes rings and winds outer rings counter-clockwise, holes clockwise', () => {
    const open = square().reverse().slice(0, 4);
    const hole = [
      [0.2, 0.2],
      [0.4, 0.2],
      [0.4, 0.4],
      [0.2, 0.2],
    ];
    const { geometry, findings } = tidy({ type: 'Polygon', coordinates: [open, hole] });
    const [outer = [], inner = []] = (geometry as Polygon).coordinates;
    expect(outer[0]).toEqual(outer.at(-1));
    expect(signedArea(outer)).toBeGreaterThan(0);
    expect(signedArea(inner)).toBeLessThan(0);
    expect(outer).toHaveLength(5);
    expect(findings).toContain('geom.ring-not-closed');
    expect(findings).toContain('geom.winding-fixed');
  });

  it('keeps repeated vertices and says so', () => {
    const line = [
      [0, 0],
      [0, 0],
      [1, 1],
    ];
    const { geometry, findings } = tidy({ type: 'LineString', coordinates: line });
    expect(geometry).toEqual({ type: 'LineString', coordinates: line });
    expect(findings).toContain('geom.duplicate-vertices');
  });

  it('gives nothing for a line of no length or a ring of no area', () => {
    expect(
      tidy({
        type: 'LineString',
        coordinates: [
          [1, 1],
          [1, 1],
        ],
      }).geometry,
    ).toBeUndefined();
    const flat = [
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    expect(tidy({ type: 'Polygon', coordinates: [flat] }).geometry).toBeUndefined();
    expect(tidy({ type: 'Polygon', coordinates: [] }).geometry).toBeUndefined();
    expect(tidy({ type: 'MultiLineString', coordinates: [] }).geometry).toBeUndefined();
  });

  it('keeps a geometry of which one part can be drawn, whole', () => {
    const parts = [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ];
    const { geometry, findings } = tidy({ type: 'MultiLineString', coordinates: parts });
    expect(geometry).toEqual({ type: 'MultiLineString', coordinates: parts });
    expect(findings).toContain('geom.spike-or-sliver');
  });
});

describe('splitCollection()', () => {
  it('draws areas and leaves label points out', () => {
    const split = splitCollection({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [0, 0] },
        { type: 'Polygon', coordinates: [square()] },
        { type: 'MultiPolygon', coordinates: [[square()]] },
      ],
    });
    expect(split.left).toBe(1);
    expect(split.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[square()], [square()]] });
  });

  it('gives the only part as it is, and nothing of nothing', () => {
    const point = { type: 'Point' as const, coordinates: [1, 2] };
    expect(splitCollection({ type: 'GeometryCollection', geometries: [point] }).geometry).toBe(
      point,
    );
    expect(
      splitCollection({ type: 'GeometryCollection', geometries: [] }).geometry,
    ).toBeUndefined();
  });
});
