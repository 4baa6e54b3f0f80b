import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bounds } from '#data/schema/geometry.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { featureOf, layerOf, openTestStore } from '../test-store.ts';

let test: ReturnType<typeof openTestStore>;

beforeEach(() => {
  test = openTestStore();
});
afterEach(() => test.close());

/** Stops scattered over several pages; keys are in another order than rows. */
const STOPS = Array.from({ length: 1_001 }, (_, index): FeatureDraft => {
  const key = (index * 7_919) % 1_001;
  const [lng, lat] = [-2.6 + ((index * 31) % 700) / 1_000, 53.3 + ((index * 17) % 400) / 1_000];
  return { ...featureOf(key, lng, lat, `Stop ${key}`), line: index + 2 };
});

describe('records in pages', () => {
  it('pageHeads() gives every record in published order, whatever is read at a time', async () => {
    const edition = await test.publish('one', STOPS);
    for (const limit of [1_001, 333, 7]) {
      const keys: number[] = [];
      for (let after = 0; ; ) {
        const page = await test.store.pageHeads(edition, { after, limit });
        const last = page.at(-1);
        if (!last) break;
        keys.push(...page.map(({ key }) => key));
        after = last.row;
      }
      expect(keys).toEqual(STOPS.map(({ key }) => key));
    }
  });

  it('findFeature(), findFeatureByKey() and keysAmong() find every record, and no other', async () => {
    const edition = await test.publish('one', STOPS);
    for (const key of [0, 1, 500, 1_000]) {
      expect((await test.store.findFeature(`odin:transport/stop:${key}`))?.key).toBe(key);
      expect((await test.store.findFeatureByKey([edition], key))?.name).toBe(`Stop ${key}`);
    }
    expect(await test.store.findFeature('odin:transport/stop:1001')).toBeUndefined();
    expect(await test.store.findFeatureByKey([edition], 1_001)).toBeUndefined();
    const among = await test.store.keysAmong([edition], [1_001, 7, -1, 3, 7]);
    expect(among.sort()).toEqual([3, 7]);
  });

  it('what is found in a box is what touches it, and SQLite finds its tree sound', async () => {
    const edition = await test.publish('one', STOPS);
    const corner = fc.tuple(
      fc.double({ min: -2.7, max: -1.8, noNaN: true }),
      fc.double({ min: 53.2, max: 53.8, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(corner, corner, async ([x, y], [a, b]) => {
        const bounds: Bounds = [Math.min(x, a), Math.min(y, b), Math.max(x, a), Math.max(y, b)];
        const [west, south, east, north] = bounds;
        const inside = STOPS.filter(
          ({ point: [lng, lat] = [0, 0] }) =>
            lng >= west && lng <= east && lat >= south && lat <= north,
        );
        const query = { editions: [edition], bounds };
        const found = await test.store.pageFeatures(query, { limit: 2_000 });
        expect(found.map(({ key }) => key)).toEqual(inside.map(({ key }) => key));
        const counted = (await test.store.countFeatures(query)).get(edition) ?? 0;
        expect(counted).toBe(inside.length);
      }),
      { numRuns: 25 },
    );
    const db = new Sqlite(join(test.folder, 'odin.sqlite'));
    try {
      expect(db.prepare("SELECT rtreecheck('box_group_place') AS said").get()).toEqual({
        said: 'ok',
      });
    } finally {
      db.close();
    }
  });

  it('a row is never given to another record', async () => {
    const dropped = await test.stage('one', STOPS);
    const [last] = (await test.store.pageHeads(dropped, { limit: 2_000 })).slice(-1);
    await test.store.dropEdition(dropped);
    expect(await test.store.listHeads([last?.row ?? 0])).toEqual([]);
    const edition = await test.publish('two', STOPS.slice(0, 1));
    const [head] = await test.store.pageHeads(edition, { limit: 1 });
    expect(head?.row).toBeGreaterThan(last?.row ?? 0);
  });

  it('dropEdition() leaves nothing a record was found by', async () => {
    const edition = await test.publish('one', STOPS.slice(0, 3));
    const dropped = await test.stage('two', STOPS);
    await test.store.dropEdition(dropped);
    expect(await test.store.countKept(edition)).toBe(3);
    const db = new Sqlite(join(test.folder, 'odin.sqlite'));
    try {
      const left = ['page', 'page_words', 'box_group', 'box_group_place'].map((table) => {
        const { n } = db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
        return [table, n];
      });
      expect(left).toEqual([
        ['page', 1],
        ['page_words', 1],
        ['box_group', 1],
        ['box_group_place', 1],
      ]);
    } finally {
      db.close();
    }
  });
});

it('a record is found by all words it has, not by words of one that is found together with it', async () => {
  await test.publish('one', [
    featureOf(1, -2.3, 53.4, 'Mill Lane'),
    featureOf(2, -2.2, 53.5, 'Église Saint-Étienne'),
    featureOf(3, -2.1, 53.6, 'Church Street'),
  ]);
  const namesOf = async (text: string) =>
    (await test.store.searchFeatures(text, 9)).map(({ name }) => name);
  expect(await namesOf('mill lan')).toEqual(['Mill Lane']);
  expect(await namesOf('mill church')).toEqual([]);
  expect(await namesOf('etienne eglise')).toEqual(['Église Saint-Étienne']);
  expect(await namesOf('hurch')).toEqual([]);
});

it('two editions are compared whatever the order of their records', async () => {
  const against = await test.publish('one', STOPS);
  const changed = STOPS.map((stop) =>
    stop.key % 100 === 0 ? { ...stop, attributes: { name: stop.name ?? '', zone: 9 } } : stop,
  );
  const edition = await test.stage('two', changed.toReversed().slice(1));
  const versus = { edition, against };
  const differing = await test.store.pageDiffering(versus, 0, 2_000);
  const expected = changed.toReversed().filter(({ key }) => key % 100 === 0);
  expect(differing.map(({ after }) => after.key)).toEqual(expected.map(({ key }) => key));
  const redrawn = await test.store.pageRedrawn(versus, 0, 2_000);
  expect(redrawn.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
  const gone = await test.store.pageGoneKeys(versus, 0, 9);
  expect(gone.map(({ key }) => key)).toEqual([STOPS.at(-1)?.key]);
  expect(await test.store.countMatched(versus)).toBe(1_000);
});

it('giveIds() gives other ids to records of several pages, which are found by them once live', async () => {
  const edition = await test.stage('one', STOPS);
  const heads = await test.store.pageHeads(edition, { limit: 2_000 });
  const changes = heads
    .filter((_, index) => index % 300 === 0)
    .map(({ row, id, key }) => ({ row, from: id, id: `${id}-é`, key: key + 5_000 }));
  await test.store.giveIds(edition, changes);
  await test.store.goLive(edition, [layerOf('v1')]);
  for (const { id, key, from, row } of changes) {
    expect((await test.store.findFeature(id))?.row).toBe(row);
    expect((await test.store.findFeatureByKey([edition], key))?.name).toMatch(/^Stop/);
    expect((await test.store.findFeature(from))?.id).toBe(id);
  }
});
