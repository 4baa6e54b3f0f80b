import { describe, expect, it } from 'vitest';
import type { TileFeature } from '#data/schema/tile.ts';
import { edit, makeThing } from '#tests/support/edited-features.ts';
import { LAYER, METADATA, randomOf } from '#tests/support/made-features.ts';
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
});
