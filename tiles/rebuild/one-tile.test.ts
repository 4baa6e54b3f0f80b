import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '#data/schema/geometry.ts';
import type { TileFeature } from '#data/schema/tile.ts';
import { decodeTile } from '#tests/support/decode-archive.ts';
import { makeThing } from '#tests/support/edited-features.ts';
import { build, CENTRE, featureOf, LAYER, near, randomOf } from '#tests/support/made-features.ts';
import { WORLD_BITS, worldX, worldY } from '../choose/world.ts';
import { tileAt } from '../hilbert.ts';
import { openArchive } from '../pack/reader.ts';
import { boundsOfTile, buildTile } from './one-tile.ts';

/** West, south, east, north of whatever positions a geometry holds. */
function boundsOf({ geometry }: TileFeature): Bounds {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  JSON.stringify(geometry, (_, value) => {
    if (Array.isArray(value) && typeof value[0] === 'number') {
      bounds[0] = Math.min(bounds[0], value[0]);
      bounds[1] = Math.min(bounds[1], value[1]);
      bounds[2] = Math.max(bounds[2], value[0]);
      bounds[3] = Math.max(bounds[3], value[1]);
    }
    return value;
  });
  return bounds;
}

const meet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** What a spatial index finds for a tile: what meets its box, and what meets that. */
function around(features: readonly Boxed[], tile: Bounds): TileFeature[] {
  const hits = features.filter(({ box }) => meet(box, tile));
  if (hits.length > 1_000) return hits.map(({ feature }) => feature);
  return features
    .filter(({ box }) => hits.some((hit) => meet(box, hit.box)))
    .map(({ feature }) => feature);
}

type Boxed = { readonly feature: TileFeature; readonly box: Bounds };

/** Every tile of some zooms of an archive, and the same made alone. */
async function compareAll(
  features: readonly TileFeature[],
  zooms: readonly number[],
  visit: (archived: Uint8Array, alone: Uint8Array | undefined, name: string) => void,
): Promise<number> {
  const { bytes, stats } = await build(features);
  const archive = openArchive((offset, length) => bytes.subarray(offset, offset + length));
  const lastZoom = stats.maxZoom;
  const boxed = features.map((feature) => ({ feature, box: boundsOf(feature) }));
  let seen = 0;
  for (const zoom of zooms) {
    for (const [x, y] of places(boxed, zoom)) {
      const archived = archive.tile(zoom, x, y);
      const tile = { zoom, x, y, lastZoom };
      const given = around(boxed, boundsOfTile(tile));
      const alone = buildTile(given, tile, { layer: LAYER });
      if (archived) visit(archived, alone, `${zoom}/${x}/${y}`);
      else expect(alone).toBeUndefined();
      seen++;
    }
  }
  return seen;
}

/** Tiles of a zoom near the features, those beside them too. */
function* places(features: readonly Boxed[], zoom: number): Generator<[number, number]> {
  const found = new Set<string>();
  const side = 2 ** zoom;
  for (const { box } of features) {
    const [west, south, east, north] = box;
    const row = (lat: number): number =>
      Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side);
    const column = (lng: number): number => Math.floor(((lng + 180) / 360) * side);
    for (let x = column(west) - 1; x <= column(east) + 1; x++) {
      for (let y = row(north) - 1; y <= row(south) + 1; y++) {
        const name = `${x} ${y}`;
        if (!found.has(name)) yield [x, y];
        found.add(name);
      }
    }
  }
}

describe('buildTile()', () => {
  it.each([1, 2, 3])('gives the bytes of the archive’s tile (seed %i)', async (seed) => {
    const random = randomOf(seed);
    const features = Array.from({ length: 60 }, (_, i) => makeThing(i + 1, random));
    const seen = await compareAll(features, [11, 13, 14], (archived, alone, name) => {
      expect(Buffer.compare(alone ?? Buffer.alloc(0), archived), name).toBe(0);
    });
    expect(seen).toBeGreaterThan(50);
  }, 60_000);

  it('thins a crowded tile as the archive does, but for what lies at its edge', async () => {
    const random = randomOf(4);
    const features = Array.from({ length: 14_000 }, (_, i) =>
      featureOf(i + 1, { type: 'Point', coordinates: near(random, 0.05) }, { name: `P${i}` }),
    );
    const inside = (tile: Uint8Array): string[] =>
      decodeTile(gunzipSync(tile))
        .features.filter(({ parts }) =>
          parts.flat().every(({ x, y }) => Math.min(x, y) > 0 && Math.max(x, y) < 4096),
        )
        .map((feature) => JSON.stringify(feature));
    let thinned = 0;
    await compareAll(features, [13], (archived, alone, name) => {
      expect(alone, name).toBeDefined();
      expect(inside(alone as Uint8Array), name).toEqual(inside(archived));
      if (inside(archived).length > 4_000) thinned++;
    });
    expect(thinned).toBeGreaterThan(0);
  }, 60_000);

  it('makes none outside the zooms of its layer, and none of nothing', () => {
    const here = [featureOf(1, { type: 'Point', coordinates: CENTRE })];
    const at = (zoom: number, features = here, minZoom = 0) => {
      const units = 2 ** (WORLD_BITS - zoom);
      const x = Math.floor(worldX(CENTRE[0] as number) / units);
      const y = Math.floor(worldY(CENTRE[1] as number) / units);
      const tile = { zoom, x, y, lastZoom: 14 };
      return buildTile(features, tile, { layer: { ...LAYER, minZoom } });
    };
    expect(at(14)).toBeDefined();
    expect([at(15), at(14, []), at(9, here, 10)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('boundsOfTile()', () => {
  it('holds the tile and a little more on every side', () => {
    const [west, south, east, north] = boundsOfTile({ zoom: 1, x: 1, y: 0 });
    expect(west).toBeCloseTo(0 - (180 * 65) / 4096, 6);
    expect(east).toBeGreaterThan(180);
    expect(south).toBeLessThan(0);
    expect(north).toBeGreaterThan(85.05);
    expect(tileAt(1, 3)).toEqual([1, 0]);
  });
});
