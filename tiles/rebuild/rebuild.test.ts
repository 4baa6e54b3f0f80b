import { describe, expect, it } from 'vitest';
import type { TileFeature } from '#data/schema/tile.ts';
import { edit, makeThing } from '#tests/support/edited-features.ts';
import { CENTRE, featureOf, LAYER, METADATA, randomOf } from '#tests/support/made-features.ts';
import { buildArchive } from '../index.ts';
import type { BuildOptions } from '../options.ts';
import { memorySink } from '../pack/writer.ts';
import { openFormer } from './former.ts';
import { type Diff, type Rebuilt, rebuildArchive } from './index.ts';

/** An archive and what is kept beside it. */
type Both = { readonly archive: Uint8Array; readonly kept: Uint8Array };

const OPTIONS: BuildOptions = { layer: LAYER, metadata: METADATA, threads: 1 };

async function buildBoth(
  features: readonly TileFeature[],
  options: BuildOptions,
): Promise<Both & { readonly shown: Readonly<Record<string, number>> }> {
  const keep = memorySink();
  const built = await buildArchive(features, { ...options, keep: { sink: keep, note: 'n' } });
  return { archive: built.bytes, kept: keep.bytes(), shown: built.stats.shown };
}

async function rebuildBoth(
  before: Both,
  diff: Diff,
  options: BuildOptions,
): Promise<Both & { readonly stats: Rebuilt }> {
  const keep = memorySink();
  const former = openFormer(before, options);
  if (!former) throw new Error('The former archive cannot be opened');
  const made = await rebuildArchive(former, diff, { ...options, keep: { sink: keep, note: 'n' } });
  return { archive: made.bytes, kept: keep.bytes(), stats: made.stats };
}

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Tile sizes at which nothing is thinned, some tiles are, and the last zoom moves deeper. */
const SIZES = [500_000, 6_000, 2_500];

const SEEDS = Array.from({ length: 6 }, (_, i) => i + 1);

/** Edits of some things, again and again, each rebuilt and built anew. @returns how they were rebuilt */
async function compareEdits(seed: number, given: { edits: number; mostShare: number }) {
  const random = randomOf(seed);
  const layer = { ...LAYER, minZoom: 4 + (seed % 4) * 2 };
  const { mostShare } = given;
  const options = { ...OPTIONS, layer, tileBytes: SIZES[seed % 3] as number, mostShare };
  let features = Array.from({ length: 900 }, (_, i) => makeThing(i + 1, random));
  let standing: Both = await buildBoth(features, options);
  const ways: string[] = [];
  for (let round = 0; round < given.edits; round++) {
    const { after, diff } = edit(features, random);
    const whole = await buildBoth(after, options);
    const made = await rebuildBoth(standing, diff, options);
    const way = `seed ${seed}, edit ${round}, ${made.stats.way}`;
    expect(same(made.archive, whole.archive), way).toBe(true);
    expect(same(made.kept, whole.kept), `kept: ${way}`).toBe(true);
    ways.push(made.stats.way);
    features = after;
    standing = made;
  }
  return ways;
}

describe('rebuildArchive()', () => {
  it.each(SEEDS)('gives the bytes of a full build, edit after edit (seed %i)', async (seed) => {
    const ways = await compareEdits(seed, { edits: 3, mostShare: 2 });
    expect(ways).toContain('changed tiles');
  }, 120_000);

  const things = (): TileFeature[] => {
    const random = randomOf(11);
    return Array.from({ length: 400 }, (_, i) => makeThing(i + 1, random));
  };

  it('gives the former bytes when nothing has changed, whatever the number of threads', async () => {
    const standing = await buildBoth(things(), OPTIONS);
    const options = { ...OPTIONS, threads: 2 };
    const made = await rebuildBoth(standing, { removed: [], changed: [] }, options);
    expect(same(made.archive, standing.archive)).toBe(true);
    expect([made.stats.way, made.stats.share]).toEqual(['changed tiles', 0]);
  });

  it('takes all features away, and puts them back', async () => {
    const full = await buildBoth(things(), OPTIONS);
    const removed = things().map(({ key }) => key);
    const empty = await rebuildBoth(full, { removed, changed: [] }, OPTIONS);
    expect(same(empty.archive, (await buildBoth([], OPTIONS)).archive)).toBe(true);
    const back = await rebuildBoth(empty, { removed: [], changed: things() }, OPTIONS);
    expect(same(back.archive, full.archive)).toBe(true);
  });

  it('makes all tiles where most of them change, or where the last zoom is another', async () => {
    const standing = await buildBoth(things(), OPTIONS);
    const everything = { removed: [], changed: things().map((each) => ({ ...each, rank: 9 })) };
    expect((await rebuildBoth(standing, everything, OPTIONS)).stats.way).toBe('all tiles');
    const options = { ...OPTIONS, tileBytes: 4_000, mostShare: 2 };
    const random = randomOf(12);
    const crowd = Array.from({ length: 900 }, (_, i) =>
      featureOf(i + 1e6, { type: 'Point', coordinates: CENTRE }, { name: `${random()}` }),
    );
    const shallow = await buildBoth(things().slice(0, 60), options);
    const made = await rebuildBoth(shallow, { removed: [], changed: crowd }, options);
    const whole = await buildBoth([...things().slice(0, 60), ...crowd], options);
    expect([made.stats.way, made.stats.maxZoom]).toEqual(['all tiles', 16]);
    expect(same(made.archive, whole.archive)).toBe(true);
  });

  it('redraws far along a border what a neighbour made it keep', async () => {
    // long strips, each bent a little where a small square holds one of its corners
    const pairs = Array.from({ length: 12 }, (_, i): [TileFeature, TileFeature] => {
      const south = 53.3 + i * 0.03;
      const bend = [-2.2, south + 1.7e-5 * (i + 1)];
      const strip = [
        [-2.6, south],
        bend,
        [-1.8, south],
        [-1.8, south + 0.01],
        [-2.6, south + 0.01],
      ];
      const square = [bend, [-2.199, south - 0.001], [-2.2, south - 0.001]];
      const ringOf = (ring: number[][]) => [[...ring, ring[0] as number[]]];
      return [
        featureOf(2 * i, { type: 'Polygon', coordinates: ringOf(strip) }),
        featureOf(2 * i + 1, { type: 'Polygon', coordinates: ringOf(square) }),
      ];
    });
    const options = { ...OPTIONS, mostShare: 2 };
    const standing = await buildBoth(pairs.flat(), options);
    const removed = pairs.map(([, square]) => square.key);
    const gone = await rebuildBoth(standing, { removed, changed: [] }, options);
    const strips = await buildBoth(
      pairs.map(([strip]) => strip),
      options,
    );
    expect(gone.stats.way).toBe('changed tiles');
    expect(same(gone.archive, strips.archive)).toBe(true);
    const changed = pairs.map(([, square]) => square);
    const back = await rebuildBoth(gone, { removed: [], changed }, options);
    expect(same(back.kept, standing.kept)).toBe(true);
  });

  it('does not take two features of one key, nor one without', async () => {
    const standing = await buildBoth(things(), OPTIONS);
    const [thing] = things() as [TileFeature];
    for (const changed of [[thing, thing], [{ ...thing, key: -1 }]]) {
      await expect(rebuildBoth(standing, { removed: [], changed }, OPTIONS)).rejects.toThrow(
        RangeError,
      );
    }
  });
});

describe('openFormer()', () => {
  const crowd = Array.from({ length: 50 }, (_, i) =>
    featureOf(i, { type: 'Point', coordinates: CENTRE }, { name: `No. ${i}` }),
  );

  it('opens only what was made by the same options, archive and layer of one build', async () => {
    const both = await buildBoth(crowd, OPTIONS);
    const other = await buildBoth(crowd.slice(0, 0), OPTIONS);
    expect(openFormer(both, OPTIONS)).toBeDefined();
    expect(openFormer(both, { ...OPTIONS, tileBytes: 1_000 })).toBeUndefined();
    expect(openFormer(both, { ...OPTIONS, everyAttribute: true })).toBeUndefined();
    expect(openFormer({ ...both, archive: other.archive }, OPTIONS)).toBeUndefined();
  });

  it('takes nothing that was cut short, whatever its length, or is something else', async () => {
    const { archive, kept } = await buildBoth(crowd, OPTIONS);
    for (let length = 0; length < kept.length; length += 13) {
      expect(openFormer({ archive, kept: kept.slice(0, length) }, OPTIONS)).toBeUndefined();
    }
    expect(openFormer({ archive, kept: archive }, OPTIONS)).toBeUndefined();
    expect(openFormer({ archive: kept, kept }, OPTIONS)).toBeUndefined();
  });

  it('is not offered a layer whose keys do not tell its features apart', async () => {
    const [one] = crowd as [TileFeature];
    expect((await buildBoth([one, one], OPTIONS)).kept.length).toBe(0);
  });
});
