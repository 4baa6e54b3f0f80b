import { describe, expect, it } from 'vitest';
import { run } from '#tests/support/harmonise.ts';

describe('rules across fields', () => {
  it('reports an end before its start, and an area its outline contradicts', () => {
    const square = (size: number) => [
      [-2.3, 53.4],
      [-2.3 + size, 53.4],
      [-2.3 + size, 53.4 + size],
      [-2.3, 53.4 + size],
      [-2.3, 53.4],
    ];
    const feature = (properties: object, size: number) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [square(size)] },
    });
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          { reference: 'a', 'start-date': '2020-05', 'end-date': '2019-01-01', hectares: 73.8 },
          0.01,
        ),
        feature(
          { reference: 'b', 'start-date': '2019', 'end-date': '2019-01-01', hectares: 7.4 },
          0.01,
        ),
      ],
    });
    const read = run('brownfield-land.geojson', text);
    const told = read.issues.map(({ code, line }) => [code, line]);
    expect(told).toContainEqual(['value.date-order', 1]);
    expect(told).not.toContainEqual(['value.date-order', 2]);
    expect(told).toContainEqual(['geom.area-mismatch', 2]);
    expect(told).not.toContainEqual(['geom.area-mismatch', 1]);
  });
});
