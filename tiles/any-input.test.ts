import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  at,
  decodeArchive,
  everyFeature,
  faultsOf,
  idsOf,
  isInBuffer,
} from '#tests/support/decode-archive.ts';
import { build, featureOf, LAYER, mixed } from '#tests/support/made-features.ts';

describe('buildArchive(), whatever it is given', () => {
  const anyPosition = fc.oneof(
    fc.tuple(fc.double({ min: -3, max: -2 }), fc.double({ min: 53, max: 54 })),
    fc
      .tuple(fc.integer({ min: -30, max: -20 }), fc.integer({ min: 530, max: 535 }))
      .map(([x, y]) => [x / 10, y / 10]),
    fc.tuple(fc.double(), fc.double()),
    fc.constant([]),
  ) as fc.Arbitrary<Position>;
  const line = fc.array(anyPosition, { maxLength: 12 });
  const geometry: fc.Arbitrary<Geometry> = fc.oneof(
    anyPosition.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    line.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    fc
      .array(line, { maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    fc
      .array(line, { maxLength: 3 })
      .map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    fc
      .array(fc.array(line, { maxLength: 2 }), { maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
    line.map((coordinates) => ({
      type: 'GeometryCollection' as const,
      geometries: [
        { type: 'LineString' as const, coordinates },
        { type: 'Polygon' as const, coordinates: [coordinates] },
      ],
    })),
  );
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(undefined),
  );

  it('never throws, loses nothing with a position, and makes sound rings', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(geometry, value), { maxLength: 6 }),
      async (given) => {
        const features = given.map(([shape, name], key) => featureOf(key, shape, { name }));
        const { bytes, stats } = await build(features, {
          layer: { ...LAYER, minZoom: 2, maxZoom: 3 },
        });
        const tiles = await decodeArchive(bytes);
        expect(stats.unplaced + idsOf(at(tiles, 3)).size).toBe(features.length);
        expect(everyFeature(tiles).flatMap(faultsOf)).toEqual([]);
        expect(everyFeature(tiles).every(isInBuffer)).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  it('stops when it is told to, with the reason it is given', async () => {
    const stopped = build(mixed(50), { signal: AbortSignal.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    const later = new AbortController();
    const half = build(mixed(50), {
      signal: later.signal,
      onProgress: () => later.abort(new Error('changed my mind')),
    });
    await expect(half).rejects.toThrow('changed my mind');
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await build(mixed(20), {
      onProgress: ({ stage, share }) => told.push(`${stage} ${share >= 0 && share <= 1}`),
    });
    expect([...new Set(told)]).toEqual(['choose true', 'encode true', 'pack true']);
  });

  it('refuses zooms and threads that make no sense', async () => {
    await expect(build([], { layer: { ...LAYER, maxZoom: 19 } })).rejects.toThrow(RangeError);
    await expect(build([], { layer: { ...LAYER, minZoom: 15 } })).rejects.toThrow(RangeError);
    await expect(build([], { threads: 0 })).rejects.toThrow(RangeError);
  });
});
