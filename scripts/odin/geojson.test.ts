import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feature } from '#data/schema/feature.ts';
import { featureWriter } from './geojson.ts';

const FEATURE: Feature = {
  id: 'odin:social/library:00000000000000000000000000',
  key: 1,
  type: 'social/library',
  lifecycle: 'unknown',
  geometry: { type: 'Point', coordinates: [-2.3, 53.4] },
  placement: { crs: 'EPSG:4326', transform: 'none', from: 'lon, "lat"' },
  attributes: {},
  sources: {},
  extra: {},
  provenance: { layer: 'lay"er', line: 2 },
};
const writer = featureWriter({ file: 'a "b".csv', sha256: 'ff', licence: 'OGL-UK-3.0' });

describe('featureWriter()', () => {
  it('writes what JSON.parse reads back, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (name, extra) => {
        const read = JSON.parse(writer.feature({ ...FEATURE, attributes: { name }, extra }));
        expect(read.properties).toMatchObject({ name, theme: 'social', licence: 'OGL-UK-3.0' });
        expect(Object.entries(read.properties.extra)).toEqual(Object.entries({ ...extra }));
        expect(read.properties.provenance).toMatchObject({ line: 2, from: 'lon, "lat"' });
      }),
    );
  });

  it('keeps nine decimals of every ordinate, the sign of small ones too', () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, (x, y) => {
        const geometry = { type: 'Point', coordinates: [x, y] } as const;
        const line = writer.feature({ ...FEATURE, geometry: { ...geometry, coordinates: [x, y] } });
        const [readX, readY] = JSON.parse(line).geometry.coordinates;
        expect(Math.abs(readX - x)).toBeLessThan(1e-9);
        expect(Math.abs(readY - y)).toBeLessThan(1e-9);
        expect(line).toMatch(/\[-?\d+\.\d{9},-?\d+\.\d{9}\]/);
      }),
    );
  });

  it('writes multi-part geometries and collections', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [1, 2],
        [3, 4, 5],
      ],
    };
    const geometry = { type: 'GeometryCollection' as const, geometries: [FEATURE.geometry, line] };
    expect(JSON.parse(writer.feature({ ...FEATURE, geometry })).geometry).toEqual(geometry);
  });
});
