import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import { blobPath, putBlob, readBlob, removeBlob } from './blobs.ts';
import { comparing } from './comparing.ts';
import { migrate } from './migrate.ts';
import type { EventDraft, FeatureDraft, LayerRow } from './rows.ts';
import { afterSettling, openStagingLog } from './staging-log.ts';
import type { Store } from './store.ts';
import { openTables, type Tables } from './tables.ts';

/** Records removed in one transaction, so that readers never wait long. */
const SWEEP_SIZE = 250;

/** All that a flip changes, in one short text: a staged edition does not change it. */
const LIVE_STATE = `
  SELECT (SELECT COALESCE(group_concat(live_edition), '') FROM dataset) || '/' ||
    (SELECT COALESCE(group_concat(version || COALESCE(drawing_share, '')), '') FROM layer) AS token`;

/**
 * Open the store that lives in one folder: `odin.sqlite` and `resources/`. Both are made when missing.
 *
 * @throws {Error} when the folder cannot be written or the database is newer than this code
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(join(folder, 'odin.sqlite'));
  const blobs = join(folder, 'resources');
  const tables = openTables(db);
  const log = openStagingLog(db);
  const stage = db.transaction((edition: number, batch: readonly FeatureDraft[]) => {
    for (const draft of batch) tables.insertWords(tables.insertFeature(edition, draft), draft);
  });
  const live = db.prepare<[], { token: string }>(LIVE_STATE);
  return {
    ...reading(tables),
    ...afterSettling(log, publishing(db, tables)),
    ...afterSettling(log, comparing(db, tables)),
    seed: async (...given: Parameters<Store['seed']>) => {
      log.settle();
      tables.seed(...given);
    },
    stageFeatures: async (edition: number, batch: readonly FeatureDraft[]) =>
      log.add(batch.length, () => stage(edition, batch)),
    putArea: async (...given: Parameters<Store['putArea']>) => {
      log.settle();
      tables.putArea(...given);
    },
    async putResource(resource: Resource | LongResource, at: Date) {
      await putBlob(blobs, resource);
      log.settle();
      return tables.insertResource(resource, at) ? 'new' : 'known';
    },
    async forgetResource(sha256: string) {
      log.settle();
      if (tables.forgetResource(sha256)) await removeBlob(blobs, sha256);
    },
    async readResource(sha256: string) {
      const row = tables.findResource(sha256);
      const bytes = row && (await readBlob(blobs, sha256));
      return bytes && { sha256, fileName: row.fileName, bytes };
    },
    changeToken: async () => live.get()?.token ?? '',
    resourcePath: (sha256: string) => blobPath(blobs, sha256),
    async close() {
      log.settle();
      db.close();
    },
  };
}

function openDatabase(path: string): Database {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  // An acknowledged publish must survive a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536'); // KiB
  // index pages are written again by every batch of a publish: gather them before copying them back
  db.pragma('wal_autocheckpoint = 8192'); // pages
  db.pragma('mmap_size = 268435456'); // bytes
  migrate(db);
  return db;
}

/** The reads, as promises: an engine on another machine could not answer at once. */
function reading(tables: Tables) {
  return {
    listPublishers: async () => tables.listPublishers(),
    listLicences: async () => tables.listLicences(),
    listLive: async () => tables.listLive(),
    findEdition: async (row: number) => tables.findEdition(row),
    listEditions: async (dataset: string) => tables.listEditions(dataset),
    listIssues: async (...given: Parameters<Store['listIssues']>) => tables.listIssues(...given),
    groupIssues: async (edition: number) => tables.groupIssues(edition),
    listLayers: async () => tables.listLayers(),
    countFeatures: async (...given: Parameters<Store['countFeatures']>) =>
      tables.countFeatures(...given),
    pageFeatures: async (...given: Parameters<Store['pageFeatures']>) =>
      tables.pageFeatures(...given),
    nearestFeatures: async (...given: Parameters<Store['nearestFeatures']>) =>
      tables.nearestFeatures(...given),
    pageHeads: async (...given: Parameters<Store['pageHeads']>) => tables.pageHeads(...given),
    listHeads: async (rows: readonly number[]) => tables.listHeads(rows),
    listShapes: async (rows: readonly number[]) => tables.listShapes(rows),
    pageUnplaced: async (...given: Parameters<Store['pageUnplaced']>) =>
      tables.pageUnplaced(...given),
    findFeature: async (id: string) => {
      const found = tables.findFeature(id);
      const next = found ? undefined : tables.findRedirect(id);
      return next === undefined ? found : tables.findFeature(next);
    },
    findArea: async (...given: Parameters<Store['findArea']>) => tables.findArea(...given),
    listDescribed: async () => tables.listDescribed(),
    listEvents: async (dataset: string) => tables.listEvents(dataset),
    findFeatureByKey: async (...given: Parameters<Store['findFeatureByKey']>) =>
      tables.findFeatureByKey(...given),
    keysAmong: async (...given: Parameters<Store['keysAmong']>) => tables.keysAmong(...given),
    searchFeatures: async (...given: Parameters<Store['searchFeatures']>) =>
      tables.searchFeatures(...given),
  };
}

/** The writes: each one transaction. */
function publishing(db: Database, tables: Tables) {
  const stageEdition = db.transaction((...[draft, at]: Parameters<Store['stageEdition']>) => {
    const row = tables.insertEdition(draft, at);
    tables.insertIssues(row, draft.issues);
    return row;
  });
  const putLayers = (layers: readonly LayerRow[]) => {
    for (const layer of layers) tables.putLayer(layer);
    tables.removeEmptyLayers();
  };
  type Told = readonly [event: EventDraft, at: Date];
  const goLive = db.transaction((edition: number, layers: readonly LayerRow[], told?: Told) => {
    tables.flip(edition);
    putLayers(layers);
    if (told) tables.insertEvent(edition, ...told);
  });
  const withdraw = db.transaction((dataset: string, layers: readonly LayerRow[], told?: Told) => {
    const live = tables.listLive().find((edition) => edition.dataset === dataset);
    tables.withdrawDataset(dataset);
    putLayers(layers);
    if (told && live) tables.insertEvent(live.row, ...told);
  });
  const hold = db.transaction((edition: number, event: EventDraft, at: Date) => {
    tables.hold(edition, event.why ?? '');
    tables.insertEvent(edition, event, at);
  });
  const dropEdition = async (edition: number) => {
    if (tables.findEdition(edition)?.status === 'live') {
      throw new RangeError(`Cannot drop edition ${edition}: it is live`);
    }
    while (tables.removeFeatures(edition, SWEEP_SIZE) > 0) await breathe();
    tables.removeEdition(edition);
  };
  return {
    stageEdition: async (...given: Parameters<Store['stageEdition']>) => stageEdition(...given),
    goLive: async (...given: Parameters<Store['goLive']>) => goLive(...given),
    withdraw: async (...given: Parameters<Store['withdraw']>) => withdraw(...given),
    updateLayer: async (...given: Parameters<Store['updateLayer']>) => tables.updateLayer(...given),
    hold: async (...given: Parameters<Store['hold']>) => hold(...given),
    markDescribed: async (datasets: readonly string[]) => tables.markDescribed(datasets),
    putFacts: async (...given: Parameters<Store['putFacts']>) => tables.putFacts(...given),
    dropEdition,
    async dropStaged() {
      const staged = tables.listStaged();
      for (const edition of staged) await dropEdition(edition);
      return staged.length;
    },
  };
}
