import { describe, expect, it } from 'vitest';
import type { DeclaredCrs } from '#data/schema/flow.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import { about, CENTRES, codes, degrees, pointOf, spatial } from '#tests/support/locate.ts';
import type { Placed, Unplaced } from './locator.ts';

describe('buildLocator() with native geometry', () => {
  const BNG: DeclaredCrs = { id: 'EPSG:27700', text: 'British National Grid', axis: 'xy' };
  const points = about(CENTRES.E08000009, 20).map((coordinates) => ({
    type: 'Point' as const,
    coordinates,
  }));

  it('believes a declared CRS', () => {
    const { locator, places } = spatial(points, BNG);
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(codes(locator)).toEqual(['crs.declared', 'crs.transform-grid-used']);
    expect(pointOf(places[0])).toEqual(degrees(CENTRES.E08000009));
  });

  it('does not believe a CRS the coordinates contradict', () => {
    const { locator, places } = spatial(points, { ...BNG, id: 'EPSG:4326' });
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(codes(locator)).toContain('crs.conflict');
    expect(places.every(({ geometry }) => geometry)).toBe(true);
  });

  it('finds a CRS that is not declared', () => {
    const { locator } = spatial(points);
    expect(locator.verdict.id).toBe('EPSG:27700');
    expect(codes(locator)).toEqual(expect.arrayContaining(['crs.missing', 'crs.detected']));
  });

  it('reads the axis order the CRS’s name implies', () => {
    const coordinates = [...degrees(CENTRES.E08000009)].reverse();
    const crs: DeclaredCrs = { id: 'EPSG:4326', text: 'urn:ogc:def:crs:EPSG::4326', axis: 'yx' };
    const { locator, places } = spatial([{ type: 'Point', coordinates }], crs);
    expect(codes(locator)).toContain('crs.axes-from-definition');
    expect(pointOf(places[0])).toEqual(degrees(CENTRES.E08000009));
  });

  it('refuses a CRS it does not read', () => {
    const { locator, places } = spatial(points, { ...BNG, id: 'EPSG:2154' });
    expect(codes(locator)).toEqual(['crs.unsupported']);
    expect(places.flatMap(codes)).toEqual(points.map(() => 'crs.unsupported'));
  });

  it('draws Australia where the file puts it, and says so once', () => {
    const melbourne = { type: 'Point' as const, coordinates: [144.96, -37.81] };
    const { locator, places } = spatial([melbourne, melbourne], {
      id: 'EPSG:4326',
      text: 'KML',
      axis: 'xy',
    });
    expect(codes(locator)).toContain('crs.out-of-country');
    expect(places.flatMap(codes)).toEqual([]);
    expect(pointOf(places[1])).toEqual(melbourne.coordinates);
  });

  it('keeps every vertex of every kind of geometry, leaving heights out of the map', () => {
    const [e, n] = CENTRES.E08000009;
    const line = Array.from({ length: 2_971 }, (_, i) => [e + i / 10, n + Math.sin(i), 12]);
    const ring = [...line.map(([x = 0]) => [x, n - 100]), [e, n - 50], [e, n - 100]];
    const { places } = spatial(
      [
        { type: 'LineString', coordinates: line },
        { type: 'MultiLineString', coordinates: [line, line] },
        { type: 'Polygon', coordinates: [ring] },
        null,
      ],
      BNG,
    );
    expect(places[0]?.geometry).toMatchObject({ type: 'LineString' });
    expect(JSON.stringify(places[0]?.geometry).split('],[')).toHaveLength(2_971);
    expect(codes(places[0] as Placed)).toEqual(['geom.z-dropped']);
    expect(places[0]?.geometry && places[0].native).toEqual({
      type: 'LineString',
      coordinates: line,
    });
    expect(JSON.stringify(places[1]?.geometry).split('],[')).toHaveLength(2 * 2_971);
    expect(JSON.stringify(places[2]?.geometry).split('],[')).toHaveLength(ring.length);
    expect(codes(places[3] as Unplaced)).toEqual(['geom.missing']);
  });

  it('draws the areas of a collection and keeps the whole beside them', () => {
    const [e, n] = CENTRES.E08000009;
    const square = [
      [e, n],
      [e + 10, n],
      [e + 10, n + 10],
      [e, n + 10],
      [e, n],
    ];
    const collection: NativeGeometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [e, n] },
        { type: 'Polygon', coordinates: [square] },
      ],
    };
    const { places } = spatial([collection], BNG);
    expect(places[0]?.geometry?.type).toBe('Polygon');
    expect(places[0]?.geometry && places[0].native).toEqual(collection);
    expect(codes(places[0] as Placed)).toEqual(['geom.collection-split']);
  });

  it('tells of a placeholder that all records share', () => {
    const { locator } = spatial(
      points.map(() => ({ type: 'Point', coordinates: [379_501, 394_303] })),
      BNG,
    );
    expect(codes(locator)).toContain('geom.rectangle-or-placeholder');
  });
});
