import { describe, expect, it } from 'vitest';
import { areaOf, at, decodeArchive } from '#tests/support/decode-archive.ts';
import { LAYER, METADATA } from '#tests/support/made-features.ts';
import { buildArchive } from '#tiles/index.ts';
import { checkArchive } from './check.ts';
import { type Kind, makeFeatures } from './data.ts';

const KINDS: readonly (readonly [Kind, number])[] = [
  ['points', 700],
  ['polygons', 1_000],
  ['lines', 300],
];

async function made(kind: Kind, count: number, tileBytes: number | undefined) {
  const features = [...makeFeatures(kind, count)];
  const { bytes, stats } = await buildArchive(features, {
    layer: LAYER,
    metadata: METADATA,
    everyAttribute: true,
    thinning: tileBytes !== undefined,
    ...(tileBytes === undefined ? {} : { tileBytes }),
  });
  return { features, bytes, stats };
}

describe('the tiles of seeded data, read by other readers', () => {
  it.each(KINDS)('are whole and sound: %s, every feature at every zoom', async (kind, count) => {
    const { features, bytes, stats } = await made(kind, count, undefined);
    expect(await checkArchive(bytes, { ...stats, features, tileBytes: undefined })).toEqual([]);
  });

  it.each(KINDS)('are whole and sound: %s, thinned to small tiles', async (kind, count) => {
    const tileBytes = 30_000;
    const { features, bytes, stats } = await made(kind, count, tileBytes);
    expect(await checkArchive(bytes, { ...stats, features, tileBytes })).toEqual([]);
    expect(Math.min(...Object.values(stats.shown))).toBeLessThan(1);
  });

  it('cover a tile inside a patchwork of parcels whole, and nothing twice', async () => {
    const parcels = [...makeFeatures('polygons', 20_000)].slice(12_000);
    const { bytes } = await buildArchive(parcels, {
      layer: { ...LAYER, minZoom: 14, attributes: [] },
      metadata: METADATA,
      threads: 1,
    });
    const covered = at(await decodeArchive(bytes), 14).map(({ features }) =>
      features.flatMap(({ parts }) => parts).reduce((sum, ring) => sum + areaOf(ring), 0),
    );
    // the side of a tile and its buffers; some parcels are jittered into their neighbours
    const whole = (4096 + 2 * 64) ** 2;
    expect(Math.max(...covered) / whole).toBeCloseTo(1, 3);
  });
});
