import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { readFrames, writeFrames } from '#server/frames/frame-file.ts';
import { draftOf, featureOf, layerOf, NOW, openTestStore, resourceOf } from '../test-store.ts';

let test: ReturnType<typeof openTestStore>;

beforeEach(() => {
  test = openTestStore();
});
afterEach(() => test.close());

const STOPS = Array.from(
  { length: 1_000 },
  (_, index): FeatureDraft => ({
    ...featureOf(index, -2.6 + index / 1_000, 53.4, `Stop ${index}`),
    sources: {
      name: { columns: ['name'], raw: `Stop ${index}`, rule: 'as published', by: 'default' },
    },
    extra: { Zone: index % 4 },
    native: { type: 'Point', coordinates: [378_000 + index, 391_000] },
  }),
);

/** Stops in a file of frames, and an edition to keep them in. */
async function prepare() {
  const resource = resourceOf('stops');
  await test.store.putResource(resource, NOW);
  const draft = draftOf(resource);
  const edition = await test.store.stageEdition(draft, NOW);
  await test.store.describeEdition(edition, draft);
  const path = join(test.folder, 'stops.frames');
  let until = 0;
  writeFrames(path, STOPS, (bytes) => {
    until = bytes;
  });
  return { edition, path, until };
}

it('stageFrames() keeps a file in pieces while it is written, each record with what was published', async () => {
  const { edition, path, until } = await prepare();
  const ends = [...readFrames(path, { from: 0, until })].map(({ next }) => next);
  const half = ends[2] ?? 0;
  const first = await test.store.stageFrames({ edition, path, from: 0, until: half });
  expect(first.next).toBe(half);
  const rest = await test.store.stageFrames({ edition, path, from: first.next, until });
  expect(first.records + rest.records).toBe(STOPS.length);
  await test.store.goLive(edition, [layerOf('v1')]);
  for (const index of [0, 199, 200, 999]) {
    const stop = await test.store.findFeature(`odin:transport/stop:${index}`);
    const { sources, extra, native, cells } = STOPS[index] as FeatureDraft;
    expect(stop).toMatchObject({ line: index + 1, sources, extra, native, cells });
  }
});

it('stageFrames() keeps nothing of a file cut off, and the store goes on', async () => {
  const { edition, path, until } = await prepare();
  truncateSync(path, until - 10);
  const cut = test.store.stageFrames({ edition, path, from: 0, until });
  await expect(cut).rejects.toThrow('cut off');
  expect(await test.store.countKept(edition)).toBe(0);
  const again = await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
  expect(await test.store.countKept(again)).toBe(1);
});

it('other writes take their turn between the pieces of a file', async () => {
  const { edition, path, until } = await prepare();
  const keeping = test.store.stageFrames({ edition, path, from: 0, until });
  const told = test.store.markDescribed(['tfgm--stops']);
  await Promise.all([keeping, told]);
  expect(await test.store.listDescribed()).toEqual(['tfgm--stops']);
  expect(await test.store.countKept(edition)).toBe(STOPS.length);
});

it('dropEdition() removes what was published with the records, and a dataset never shown', async () => {
  const { edition, path, until } = await prepare();
  await test.store.stageFrames({ edition, path, from: 0, until });
  await test.store.dropEdition(edition);
  expect(await test.store.countKept(edition)).toBe(0);
  await test.store.markDescribed(['tfgm--stops']);
  expect(await test.store.listDescribed()).toEqual([]);
});

it('stageFrames() says with its code what failed in its thread, as that of a full disk', async () => {
  const { edition, until } = await prepare();
  const path = join(test.folder, 'absent.frames');
  const kept = test.store.stageFrames({ edition, path, from: 0, until });
  await expect(kept).rejects.toMatchObject({ code: 'ENOENT' });
});
