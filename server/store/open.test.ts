import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { featureOf, layerOf, NOW, openTestStore, resourceOf } from './test-store.ts';

let test: ReturnType<typeof openTestStore>;

beforeEach(() => {
  test = openTestStore();
});

afterEach(() => test.close());

describe('resources', () => {
  it('putResource() keeps the bytes under their hash, once', async () => {
    const resource = resourceOf('name\nAltrincham\n');
    expect(await test.store.putResource(resource, NOW)).toBe('new');
    expect(await test.store.putResource(resource, NOW)).toBe('known');
    expect(readFileSync(test.store.resourcePath(resource.sha256), 'utf8')).toBe(
      'name\nAltrincham\n',
    );
    expect((await test.store.readResource(resource.sha256))?.fileName).toBe('stops.csv');
  });

  it('putResource() refuses bytes that are not what their hash says', async () => {
    const forged = { ...resourceOf('a'), bytes: Buffer.from('b') };
    await expect(test.store.putResource(forged, NOW)).rejects.toThrow(RangeError);
  });

  it.each(['../../etc/passwd', '', 'AB'.repeat(32)])('resourcePath() refuses %j', (name) => {
    expect(() => test.store.resourcePath(name)).toThrow(TypeError);
  });
});

describe('publishing', () => {
  it('a staged edition is seen by nobody until goLive()', async () => {
    const edition = await test.stage('x', [featureOf(1, -2.3, 53.4, 'Sale')]);
    expect(await test.store.listLive()).toEqual([]);
    expect(await test.store.findFeature('odin:transport/stop:1')).toBeUndefined();
    expect(await test.store.searchFeatures('sale', 5)).toEqual([]);
    await test.store.goLive(edition, [layerOf('v1')]);
    expect((await test.store.listLive()).map(({ number }) => number)).toEqual([1]);
    expect((await test.store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
  });

  it('an interrupted publish leaves the edition before it serving, and dropStaged() sweeps it', async () => {
    const first = await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    const second = await test.stage('two', [featureOf(1, -2.3, 53.4, 'Changed')]);
    await test.reopen();
    expect((await test.store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
    expect(await test.store.dropStaged()).toBe(1);
    expect(await test.store.findEdition(second)).toBeUndefined();
    expect((await test.store.listLive())[0]?.row).toBe(first);
  });

  it('dropStaged() leaves what is being staged alone', async () => {
    const edition = await test.stage('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    expect(await test.store.dropStaged()).toBe(0);
    await test.store.goLive(edition, [layerOf('v1')]);
    expect((await test.store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
  });

  it('goLive() supersedes the edition before it, which stays and can go live again', async () => {
    const first = await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')], 'v1');
    await test.publish('two', [featureOf(1, -2.3, 53.4, 'Sale Water Park')], 'v2');
    const editions = await test.store.listEditions('tfgm--stops');
    expect(editions.map(({ number, status }) => [number, status])).toEqual([
      [2, 'live'],
      [1, 'superseded'],
    ]);
    expect((await test.store.listLayers())[0]?.version).toBe('v2');
    await test.store.goLive(first, [layerOf('v1')]);
    expect((await test.store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
  });

  it('the same bytes read again by other rules keep their edition number', async () => {
    await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    expect((await test.store.listEditions('tfgm--stops')).map(({ number }) => number)).toEqual([1]);
    expect(await test.store.dropStaged()).toBe(1);
  });

  it('dropEdition() refuses the live edition', async () => {
    const edition = await test.publish('one', []);
    await expect(test.store.dropEdition(edition)).rejects.toThrow(RangeError);
  });

  it('withdraw() takes a dataset and its empty layer off the map and keeps its editions', async () => {
    await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    await test.store.withdraw('tfgm--stops', []);
    expect(await test.store.listLive()).toEqual([]);
    expect(await test.store.listLayers()).toEqual([]);
    expect((await test.store.listEditions('tfgm--stops'))[0]?.status).toBe('withdrawn');
  });
});

it('listIssues() pages, filters by severity and names the feature made from the line', async () => {
  const edition = await test.publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
  const [found] = await test.store.listIssues(edition, { limit: 5 });
  expect(found).toMatchObject({
    code: 'value.date-invalid',
    line: 2,
    featureId: 'odin:transport/stop:1',
  });
  expect(await test.store.listIssues(edition, { limit: 5, after: 1 })).toEqual([]);
  expect(await test.store.listIssues(edition, { limit: 5, severities: ['critical'] })).toEqual([]);
});
