import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issue } from '#data/issues/issue.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { writeFrames } from '#server/frames/frame-file.ts';
import { openStore } from './open.ts';
import type { EditionDraft, LayerRow } from './rows.ts';
import type { Store } from './store.ts';

/** When everything in these tests happens. */
export const NOW = new Date('2026-11-23T09:00:00Z');

/** A file with this text. */
export const resourceOf = (text: string): Resource => {
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'stops.csv', bytes };
};

/** An edition of the dataset `tfgm--stops`. */
export const draftOf = (resource: Resource, over: Partial<EditionDraft> = {}): EditionDraft => ({
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
  facts: { shapes: { point: 2, line: 0, polygon: 0, none: 0 }, filled: {}, formats: [] },
  issues: [issue('value.date-invalid', { layer: 'stops', line: 2, column: 'web', value: 'x' })],
  ...over,
});

/** A stop at a position. */
export const featureOf = (key: number, lng: number, lat: number, name: string): FeatureDraft => ({
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

/** The layer of the stops. */
export const layerOf = (version: string): LayerRow => ({
  id: 'stop.ogl-uk-3-0',
  version,
  builtAt: NOW.toISOString(),
  featureType: 'transport/stop',
  licence: 'OGL-UK-3.0',
  synthetic: false,
  shapes: ['point'],
  maxZoom: 14,
});

/** A real store in a folder of its own. */
export function openTestStore() {
  const folder = mkdtempSync(join(tmpdir(), 'odin-store-'));
  let store = openStore(folder);
  const stage = async (
    text: string,
    features: readonly FeatureDraft[],
    over: Partial<EditionDraft> = {},
  ): Promise<number> => {
    const resource = resourceOf(text);
    await store.putResource(resource, NOW);
    const draft = draftOf(resource, over);
    const edition = await store.stageEdition(draft, NOW);
    await store.describeEdition(edition, draft);
    const path = join(folder, `${edition}.frames`);
    let until = 0;
    writeFrames(path, features, (bytes) => {
      until = bytes;
    });
    if (until > 0) await store.stageFrames({ edition, path, from: 0, until });
    await store.indexPlaces(edition);
    return edition;
  };
  return {
    folder,
    /** Stage features as an edition of a file with this text; returns its row. */
    stage,
    get store(): Store {
      return store;
    },
    /** Close it and open it again, as a restart would. */
    async reopen() {
      await store.close();
      store = openStore(folder);
    },
    /** Publish features as the next edition; returns its row. */
    async publish(text: string, features: readonly FeatureDraft[], version = 'v1') {
      const edition = await stage(text, features);
      await store.goLive(edition, [layerOf(version)]);
      return edition;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
