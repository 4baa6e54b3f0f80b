import { describe, expect, it } from 'vitest';
import type { TileFeature } from '#data/schema/tile.ts';
import { at, decodeArchive, idsOf } from '#tests/support/decode-archive.ts';
import { build, featureOf, near, randomOf } from '#tests/support/made-features.ts';

describe('buildZooms()', () => {
  const crowd = (): TileFeature[] => {
    const random = randomOf(5);
    return Array.from({ length: 3000 }, (_, i) => {
      // most in one place, the rest all over
      const position = near(random, i % 4 === 0 ? 0.4 : 0.02);
      return featureOf(
        i,
        { type: 'Point', coordinates: position },
        { name: `No. ${i} of many` },
        i % 100 === 0 ? 132 : 0,
      );
    });
  };

  it('holds tiles to their limit, shows more at each zoom and everything at the last', async () => {
    const { bytes, stats } = await build(crowd(), { tileBytes: 8000 });
    const tiles = await decodeArchive(bytes);
    expect(stats.largestTileBytes).toBeLessThanOrEqual(8000);
    const zooms = Array.from({ length: stats.maxZoom + 1 }, (_, zoom) => idsOf(at(tiles, zoom)));
    zooms.slice(1).forEach((ids, zoom) => {
      expect([...(zooms[zoom] ?? [])].filter((id) => !ids.has(id))).toEqual([]);
    });
    expect(zooms.at(-1)?.size).toBe(3000);
    expect(zooms[8]?.size).toBeGreaterThan(100);
    expect(stats.shown[8]).toBeCloseTo((zooms[8]?.size ?? 0) / 3000, 3);
  });

  it('keeps the most important and all of what stands alone', async () => {
    const { bytes } = await build(crowd(), { tileBytes: 8000 });
    const shown = idsOf(at(await decodeArchive(bytes), 10));
    const ranked = crowd().filter(({ rank }) => rank > 0);
    expect(ranked.filter(({ key }) => !shown.has(key))).toEqual([]);
    const sparse = crowd().filter(({ key }) => key % 4 === 0);
    const dense = crowd().filter(({ key }) => key % 4 !== 0);
    const share = (all: TileFeature[]): number =>
      all.filter(({ key }) => shown.has(key)).length / all.length;
    expect(share(sparse)).toBeGreaterThan(2 * share(dense));
  });

  it('goes deeper than the last zoom when that cannot hold everything, and says so', async () => {
    const { bytes, stats } = await build(crowd(), { tileBytes: 3000 });
    expect(stats.maxZoom).toBe(16);
    const tiles = await decodeArchive(bytes);
    expect(idsOf(at(tiles, 16)).size).toBe(3000);
    const rest = await build(crowd().slice(0, 30), { tileBytes: 3000 });
    expect(rest.stats.maxZoom).toBe(14);
  });

  it('drops nothing when it is told not to thin', async () => {
    const { stats } = await build(crowd(), { tileBytes: 3000, thinning: false });
    expect(Object.values(stats.shown)).toEqual(Array.from({ length: 15 }, () => 1));
  });
});
