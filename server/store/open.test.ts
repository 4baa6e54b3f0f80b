import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issue } from '#data/issues/issue.ts';
import type { Resource } from '#data/schema/flow.ts';
import { openStore } from './open.ts';
import type { EditionDraft, FeatureDraft, LayerRow } from './rows.ts';
import type { Store } from './store.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

const resourceOf = (text: string): Resource => {
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'stops.csv', bytes };
};

const draftOf = (resource: Resource, over: Partial<EditionDraft> = {}): EditionDraft => ({
  dataset: 'tfgm--stops',
  source: {
    odin: 1,
    id: 'tfgm/stops',
    title: 'Stops',
    publisher: 'tfgm',
    synthetic: false,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'transport/stop',
    map: {},
    defaults: {},
    tests: [],
  },
  sha256: resource.sha256,
  fingerprint: 'a',
  layerId: 'stop.ogl-uk-3-0',
  licence: 'OGL-UK-3.0',
  lock: [],
  report: {
    fileName: resource.fileName,
    sizeBytes: resource.bytes.byteLength,
    format: 'csv',
    records: 2,
    features: 2,
    unplaced: 0,
    rejected: 0,
    layers: [{ name: 'stops', columns: ['name'], profile: [] }],
  },
  issues: [issue('value.date-invalid', { layer: 'stops', line: 2, column: 'web', value: 'x' })],
  ...over,
});

const featureOf = (key: number, lng: number, lat: number, name: string): FeatureDraft => ({
  key,
  id: `odin:transport/stop:${key}`,
  type: 'transport/stop',
  lifecycle: 'existing',
  name,
  geometry: { type: 'Point', coordinates: [lng, lat] },
  placement: { crs: 'EPSG:4326', transform: 'none', from: 'lon, lat' },
  bounds: [lng, lat, lng, lat],
  point: [lng, lat],
  attributes: { name },
  sources: {},
  extra: {},
  cells: [name],
  layer: 'stops',
  line: key + 1,
  words: 'tram zone 3',
});

const layerOf = (version: string): LayerRow => ({
  id: 'stop.ogl-uk-3-0',
  version,
  builtAt: NOW.toISOString(),
  featureType: 'transport/stop',
  licence: 'OGL-UK-3.0',
  synthetic: false,
});

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-store-'));
  store = openStore(folder);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function publish(text: string, features: readonly FeatureDraft[], version = 'v1') {
  const resource = resourceOf(text);
  await store.putResource(resource, NOW);
  const edition = await store.stageEdition(draftOf(resource), NOW);
  await store.stageFeatures(edition, features);
  await store.goLive(edition, [layerOf(version)]);
  return edition;
}

describe('resources', () => {
  it('putResource() keeps the bytes under their hash, once', async () => {
    const resource = resourceOf('name\nAltrincham\n');
    expect(await store.putResource(resource, NOW)).toBe('new');
    expect(await store.putResource(resource, NOW)).toBe('known');
    expect(readFileSync(store.resourcePath(resource.sha256), 'utf8')).toBe('name\nAltrincham\n');
    expect((await store.readResource(resource.sha256))?.fileName).toBe('stops.csv');
  });

  it('putResource() refuses bytes that are not what their hash says', async () => {
    const forged = { ...resourceOf('a'), bytes: Buffer.from('b') };
    await expect(store.putResource(forged, NOW)).rejects.toThrow(RangeError);
  });

  it.each(['../../etc/passwd', '', 'AB'.repeat(32)])('resourcePath() refuses %j', (name) => {
    expect(() => store.resourcePath(name)).toThrow(TypeError);
  });
});

describe('publishing', () => {
  it('a staged edition is seen by nobody until goLive()', async () => {
    const resource = resourceOf('x');
    await store.putResource(resource, NOW);
    const edition = await store.stageEdition(draftOf(resource), NOW);
    await store.stageFeatures(edition, [featureOf(1, -2.3, 53.4, 'Sale')]);
    expect(await store.listLive()).toEqual([]);
    expect(await store.findFeature('odin:transport/stop:1')).toBeUndefined();
    expect(await store.searchFeatures('sale', 5)).toEqual([]);
    await store.goLive(edition, [layerOf('v1')]);
    expect((await store.listLive()).map(({ number }) => number)).toEqual([1]);
    expect((await store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
  });

  it('an interrupted publish leaves the edition before it serving, and dropStaged() sweeps it', async () => {
    const first = await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    const resource = resourceOf('two');
    await store.putResource(resource, NOW);
    const second = await store.stageEdition(draftOf(resource), NOW);
    await store.stageFeatures(second, [featureOf(1, -2.3, 53.4, 'Changed')]);
    await store.close();
    store = openStore(folder);
    expect((await store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
    expect(await store.dropStaged()).toBe(1);
    expect(await store.findEdition(second)).toBeUndefined();
    expect((await store.listLive())[0]?.row).toBe(first);
  });

  it('goLive() supersedes the edition before it, which stays and can go live again', async () => {
    const first = await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')], 'v1');
    await publish('two', [featureOf(1, -2.3, 53.4, 'Sale Water Park')], 'v2');
    const editions = await store.listEditions('tfgm--stops');
    expect(editions.map(({ number, status }) => [number, status])).toEqual([
      [2, 'live'],
      [1, 'superseded'],
    ]);
    expect((await store.listLayers())[0]?.version).toBe('v2');
    await store.goLive(first, [layerOf('v1')]);
    expect((await store.findFeature('odin:transport/stop:1'))?.name).toBe('Sale');
  });

  it('the same bytes read again by other rules keep their edition number', async () => {
    await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    expect((await store.listEditions('tfgm--stops')).map(({ number }) => number)).toEqual([1]);
    expect(await store.dropStaged()).toBe(1);
  });

  it('dropEdition() refuses the live edition', async () => {
    const edition = await publish('one', []);
    await expect(store.dropEdition(edition)).rejects.toThrow(RangeError);
  });

  it('withdraw() takes a dataset and its empty layer off the map and keeps its editions', async () => {
    await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
    await store.withdraw('tfgm--stops', []);
    expect(await store.listLive()).toEqual([]);
    expect(await store.listLayers()).toEqual([]);
    expect((await store.listEditions('tfgm--stops'))[0]?.status).toBe('withdrawn');
  });
});

describe('features', () => {
  const stops = [
    featureOf(1, -2.30001, 53.4, 'Sale'),
    featureOf(2, -2.2, 53.5, 'Bury'),
    featureOf(3, -2.1, 53.6, 'Rochdale Town Centre'),
  ];

  it('countFeatures() and pageFeatures() find what touches a box, exactly', async () => {
    const editions = [await publish('one', stops)];
    const query = { editions, bounds: [-2.3, 53.3, -2.15, 53.55] as const };
    expect(await store.countFeatures(query)).toEqual(new Map([[editions[0], 1]]));
    expect((await store.pageFeatures(query, { limit: 9 })).map(({ name }) => name)).toEqual([
      'Bury',
    ]);
    expect(await store.countFeatures({ editions: [] })).toEqual(new Map());
  });

  it('pageFeatures() pages by row without loss or repeat', async () => {
    const editions = [await publish('one', stops)];
    const first = await store.pageFeatures({ editions }, { limit: 2 });
    const rest = await store.pageFeatures({ editions }, { limit: 2, after: first[1]?.row ?? 0 });
    expect([...first, ...rest].map(({ key }) => key)).toEqual([1, 2, 3]);
  });

  it('nearestFeatures() puts the nearest first', async () => {
    const editions = [await publish('one', stops)];
    const near = [-2.11, 53.59] as const;
    const found = await store.nearestFeatures({ editions }, { near, offset: 0, limit: 2 });
    expect(found.map(({ name }) => name)).toEqual(['Rochdale Town Centre', 'Bury']);
  });

  it.each([
    ['roch tow', ['Rochdale Town Centre']],
    ['ZONE 3 sale', ['Sale']],
    ['"*^ OR NOT', []],
    ['', []],
  ])('searchFeatures(%j) finds %j', async (text, names) => {
    await publish('one', stops);
    expect((await store.searchFeatures(text, 9)).map(({ name }) => name)).toEqual(names);
  });

  it('a column called __proto__ survives', async () => {
    const extra = JSON.parse('{"__proto__": "kept", "constructor": "too"}');
    const edition = await publish('one', [{ ...featureOf(1, -2.3, 53.4, 'Sale'), extra }]);
    const found = await store.findFeatureByKey([edition], 1);
    expect(JSON.stringify(found?.extra)).toBe('{"__proto__":"kept","constructor":"too"}');
  });

  it('a record without a position is kept, counted by nobody and drawn nowhere', async () => {
    const { geometry, bounds, point, placement, ...unplaced } = featureOf(1, 0, 0, 'Nowhere');
    const edition = await publish('one', [unplaced]);
    expect(await store.countFeatures({ editions: [edition] })).toEqual(new Map());
    expect(await store.findFeature(unplaced.id)).toBeUndefined();
  });
});

it('listIssues() pages, filters by severity and names the feature made from the line', async () => {
  const edition = await publish('one', [featureOf(1, -2.3, 53.4, 'Sale')]);
  const [found] = await store.listIssues(edition, { limit: 5 });
  expect(found).toMatchObject({
    code: 'value.date-invalid',
    line: 2,
    featureId: 'odin:transport/stop:1',
  });
  expect(await store.listIssues(edition, { limit: 5, after: 1 })).toEqual([]);
  expect(await store.listIssues(edition, { limit: 5, severities: ['critical'] })).toEqual([]);
});
