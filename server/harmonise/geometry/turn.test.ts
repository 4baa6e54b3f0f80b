import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { about, CENTRES, codes, degrees, pointOf, spatial, table } from '#tests/support/locate.ts';

const lngLats = about(CENTRES.E08000003, 12).map(degrees);
const WGS84 = { text: 'EPSG:4326', id: 'EPSG:4326', axis: 'xy' as const };

describe('longitudes counted from 0 to 360', () => {
  it('are read as west of Greenwich in columns, and told once', () => {
    const { places, locator } = table(
      ['Longitude', 'Latitude'],
      lngLats.map(([lng, lat]) => [lng + 360, lat]),
    );
    for (const [i, place] of places.entries()) {
      expect(pointOf(place)[0]).toBeCloseTo(lngLats[i]?.[0] ?? 0, 9);
      expect(codes(place)).toEqual([]);
    }
    const told = locator.issues.find(({ code }) => code === 'crs.unit-converted');
    expect(told).toMatchObject({ severity: 'info', message: expect.stringContaining('0 to 360') });
  });

  it('are read vertex by vertex where a shape lies across Greenwich', () => {
    const coordinates: Position[] = [
      [359.9, 51.4],
      [0.1, 51.5],
    ];
    const { places } = spatial([{ type: 'LineString', coordinates }], WGS84);
    expect(places[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [-0.1, 51.4],
        [0.1, 51.5],
      ],
    });
  });

  it('are not seen in eastings and northings', () => {
    const { locator } = table(['X', 'Y'], about(CENTRES.E08000003, 12));
    expect(codes(locator)).not.toContain('crs.unit-converted');
  });
});

describe('shapes over the 180° meridian', () => {
  it('are kept as published, and told', () => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [179.9, -17],
        [-179.9, -17.1],
      ],
    };
    const { places } = spatial([geometry], WGS84);
    expect(places[0]?.geometry).toEqual(geometry);
    expect(places[0] && codes(places[0])).toContain('geom.over-antimeridian');
  });
});
