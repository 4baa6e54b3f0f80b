import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTile } from '#tests/support/decode-archive.ts';
import { makeThing } from '#tests/support/edited-features.ts';
import { build, randomOf } from '#tests/support/made-features.ts';
import { openArchive } from '../pack/reader.ts';
import { keysInTile, tileWithout } from './without.ts';

async function someTile(): Promise<Uint8Array> {
  const random = randomOf(5);
  const features = Array.from({ length: 120 }, (_, i) => makeThing(i + 1, random));
  const { bytes } = await build(features);
  const archive = openArchive((offset, length) => bytes.subarray(offset, offset + length));
  return archive.tile(8, 126, 82) ?? archive.tile(0, 0, 0) ?? new Uint8Array(0);
}

const read = (tile: Uint8Array) => decodeTile(gunzipSync(tile));

describe('tileWithout()', () => {
  it('leaves every other feature as it was, whichever go', async () => {
    const tile = await someTile();
    const { features, layers } = read(tile);
    expect(features.length).toBeGreaterThan(20);
    expect(keysInTile(tile)).toEqual(features.map(({ id }) => id));
    fc.assert(
      fc.property(fc.subarray(keysInTile(tile), { minLength: 1 }), (going) => {
        const gone = new Set(going);
        const left = tileWithout(tile, (key) => !gone.has(key));
        const staying = features.filter(({ id }) => !gone.has(id ?? -1));
        expect(left === undefined).toBe(staying.length === 0);
        if (!left) return;
        expect(read(left).features).toEqual(staying);
        expect(read(left).layers).toEqual(layers);
      }),
    );
  });

  it('keeps no word of what went', async () => {
    const tile = await someTile();
    const { features } = read(tile);
    const named = features.find(({ properties }) => typeof properties.name === 'string');
    const name = String(named?.properties.name);
    const others = features.filter(({ properties }) => properties.name !== name);
    const left = tileWithout(tile, (key) => others.some(({ id }) => id === key));
    expect(gunzipSync(tile).includes(name)).toBe(true);
    expect(gunzipSync(left as Uint8Array).includes(name)).toBe(false);
  });

  it('gives the very bytes when all stay', async () => {
    const tile = await someTile();
    expect(tileWithout(tile, () => true)).toBe(tile);
    expect(tileWithout(tile, () => false)).toBeUndefined();
  });
});
