import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeatureChange } from '#data/schema/change.ts';
import { featureOf, layerOf, NOW, openTestStore, resourceOf } from './test-store.ts';

let test: ReturnType<typeof openTestStore>;

beforeEach(() => {
  test = openTestStore();
});

afterEach(() => test.close());

const stage = (...given: Parameters<typeof test.stage>) => test.stage(...given);

const SALE = featureOf(1, -2.3, 53.4, 'Sale');
const TIMPERLEY = featureOf(2, -2.34, 53.4, 'Timperley');
const ALTRINCHAM = featureOf(3, -2.35, 53.38, 'Altrincham');

describe('two editions', () => {
  it('are told apart by id: what differs, what only one has, what both have', async () => {
    const against = await test.publish('one', [SALE, TIMPERLEY]);
    const edition = await stage('two', [
      { ...SALE, attributes: { name: 'Sale Moor' } },
      ALTRINCHAM,
    ]);
    const versus = { edition, against };
    const [pair] = await test.store.pageDiffering(versus, 0, 10);
    expect([pair?.before.attributes, pair?.after.attributes]).toEqual([
      { name: 'Sale' },
      { name: 'Sale Moor' },
    ]);
    const namesOf = async (asked: typeof versus) =>
      (await test.store.pageUnmatched(asked, 0, 10)).map(({ name }) => name);
    expect(await namesOf(versus)).toEqual(['Altrincham']);
    expect(await namesOf({ edition: against, against: edition })).toEqual(['Timperley']);
    expect(await test.store.countMatched(versus)).toBe(1);
    expect(await test.store.countKept(edition)).toBe(2);
    const near = await test.store.nearUnmatched(
      { edition: against, against: edition },
      [-2.341, 53.399, -2.339, 53.401],
    );
    expect(near.map(({ name }) => name)).toEqual(['Timperley']);
  });

  it('a feature takes the id of the thing it was, and the other id leads to it in editions to come', async () => {
    await test.publish('one', [SALE]);
    const edition = await stage('two', [{ ...SALE, id: 'odin:transport/stop:x', key: 9 }]);
    const [{ row = 0 } = {}] = await test.store.pageUnmatched({ edition, against: 0 }, 0, 1);
    const change = { row, from: 'odin:transport/stop:x', id: SALE.id, key: SALE.key };
    await test.store.giveIds(edition, [change]);
    expect(await test.store.findFeature('odin:transport/stop:x')).toBeUndefined();
    await test.store.goLive(edition, [layerOf('v2')]);
    expect((await test.store.findFeature('odin:transport/stop:x'))?.id).toBe(SALE.id);
    const third = await stage('three', [{ ...SALE, id: 'odin:transport/stop:x', key: 9 }]);
    expect(await test.store.followRedirects(third, 'tfgm--stops')).toBe(1);
    const again = await stage('four', [SALE, { ...SALE, id: 'odin:transport/stop:x', key: 9 }]);
    expect(await test.store.followRedirects(again, 'tfgm--stops')).toBe(0);
  });
});

describe('changes', () => {
  const changes: FeatureChange[] = [
    { kinds: ['added'], id: 'a', layer: 's', line: 2, fields: [], after: [-2, 53, -2, 53] },
    {
      ...{ kinds: ['changed', 'moved'], id: 'b', layer: 's', line: 3, name: 'Sale' },
      fields: [{ name: 'zone', from: 2, to: 3 }],
      move: { distanceM: 12 },
      before: [-2, 53, -2, 53],
      after: [-2.1, 53, -2.1, 53],
    },
  ];

  it('are kept with the edition, paged by kind, with the boxes to be drawn anew', async () => {
    const edition = await test.publish('one', [SALE]);
    await test.store.startComparing(edition);
    await test.store.putChanges(edition, changes);
    const list = async (asked: object) =>
      (await test.store.listChanges(edition, { limit: 10, ...asked })).map(
        ({ number, ...each }) => each,
      );
    expect(await list({})).toEqual(changes);
    expect(await list({ kinds: ['moved'] })).toEqual(changes.slice(1));
    expect(await list({ kinds: ['removed'] })).toEqual([]);
    expect(await list({ after: 1 })).toEqual(changes.slice(1));
    const boxes = [];
    for await (const box of test.store.changedBounds(edition)) boxes.push(box[0]);
    expect(boxes).toEqual([-2, -2, -2.1]);
    await test.store.startComparing(edition);
    expect(await list({})).toEqual([]);
  });

  it('of one feature are told over all editions, and of no other', async () => {
    const one = await test.publish('one', [SALE]);
    const two = await test.publish('two', [SALE]);
    await test.store.putChanges(one, changes.slice(0, 1));
    await test.store.putChanges(two, [
      ...changes.slice(1),
      { ...changes[0], kinds: ['removed'] } as FeatureChange,
    ]);
    const told = await test.store.listChangesOf('a');
    expect(told.map(({ edition, kinds }) => [edition, ...kinds])).toEqual([
      [one, 'added'],
      [two, 'removed'],
    ]);
    expect(await test.store.listChangesOf('b')).toMatchObject([{ edition: two, ...changes[1] }]);
    expect(await test.store.listChangesOf('c')).toEqual([]);
  });

  it('go with the edition they belong to', async () => {
    const edition = await stage('two', [SALE]);
    await test.store.putChanges(edition, changes);
    await test.store.dropEdition(edition);
    expect(await test.store.listChanges(edition, { limit: 10 })).toEqual([]);
  });
});

describe('a held edition', () => {
  it('survives the sweep with its number and its reason, and can go live', async () => {
    await test.publish('one', [SALE]);
    const edition = await stage('two', [SALE]);
    await test.store.hold(edition, { kind: 'held', by: 'odin', why: '40 % fewer' }, NOW);
    await test.reopen();
    expect(await test.store.dropStaged()).toBe(0);
    const [held] = await test.store.listEditions('tfgm--stops');
    expect(held).toMatchObject({ number: 2, status: 'held', held: '40 % fewer' });
    expect(await test.publish('three', [SALE], 'v3')).toBeGreaterThan(edition);
    const numbers = (await test.store.listEditions('tfgm--stops')).map(({ number }) => number);
    expect(numbers).toEqual([3, 2, 1]);
    await test.store.goLive(edition, [layerOf('v2')], [{ kind: 'accepted', by: 'x' }, NOW]);
    const [live] = await test.store.listLive();
    expect([live?.number, live?.held]).toEqual([2, undefined]);
    expect((await test.store.listEvents('tfgm--stops')).map(({ kind }) => kind)).toEqual([
      'accepted',
      'held',
    ]);
  });

  it('is refused for an edition that is live', async () => {
    const edition = await test.publish('one', [SALE]);
    await expect(test.store.hold(edition, { kind: 'held', by: 'odin' }, NOW)).rejects.toThrow(
      RangeError,
    );
  });
});

it('findTwins() finds the same name close by in other editions', async () => {
  const edition = await test.publish('one', [SALE, TIMPERLEY]);
  const near = [featureOf(8, -2.3001, 53.4, 'SALE.'), featureOf(9, -2.34, 53.4, 'Elsewhere')];
  const other = await stage('other', near, { dataset: 'x--y' });
  const asked = { edition: other, others: [edition], reach: [0.001, 0.001] as const, limit: 10 };
  expect(await test.store.findTwins(asked)).toEqual([
    expect.objectContaining({ name: 'SALE.', other: edition, otherId: SALE.id }),
  ]);
  expect(await test.store.findTwins({ ...asked, others: [] })).toEqual([]);
});

it('forgetResource() removes bytes that no edition was made of', async () => {
  const resource = resourceOf('preview');
  await test.store.putResource(resource, NOW);
  await test.store.forgetResource(resource.sha256);
  expect(await test.store.readResource(resource.sha256)).toBeUndefined();
  await test.publish('one', [SALE]);
  const used = resourceOf('one');
  await test.store.forgetResource(used.sha256);
  expect(await test.store.readResource(used.sha256)).toBeDefined();
});

it('markDescribed() remembers which datasets have a descriptor', async () => {
  await test.publish('one', [SALE]);
  await test.store.markDescribed(['tfgm--stops', 'x--y']);
  expect(await test.store.listDescribed()).toEqual(['tfgm--stops']);
  await test.store.markDescribed([]);
  expect(await test.store.listDescribed()).toEqual([]);
});
