import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import { accessStore } from './accounts/access.ts';
import { accountStore } from './accounts/accounts.ts';
import { blobPath, putBlob, readBlob, removeBlob } from './blobs.ts';
import { comparingReads, comparingWrites } from './comparing.ts';
import { openDatabase } from './database.ts';
import { draftStore } from './drafts/drafts.ts';
import { harvestStore } from './harvests.ts';
import { migrate } from './migrate.ts';
import { publishing, sweeping } from './publishing.ts';
import type { IndexAsked } from './records/indexing.ts';
import { searchStore } from './searches.ts';
import { openStager } from './staging/stager.ts';
import type { Store } from './store.ts';
import { openTables, type Tables } from './tables.ts';
import { inTurn, openTurns } from './turns.ts';

/** All that a flip changes, and who may have what, in one short text: a staged edition does not change it. */
const LIVE_STATE = `
  SELECT (SELECT COALESCE(group_concat(live_edition), '') FROM dataset) || '/' ||
    (SELECT COALESCE(group_concat(version || COALESCE(drawing_share, '')), '') FROM layer) || '/' ||
    (SELECT n FROM access_revision) AS token`;

/**
 * Open the store that lives in one folder: `odin.sqlite` and `resources/`. Both are made when missing.
 *
 * @throws {Error} when the folder cannot be written or the database is newer than this code
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'odin.sqlite');
  const db = openDatabase(path, 'all else');
  migrate(db);
  const blobs = join(folder, 'resources');
  const tables = openTables(db);
  const turns = openTurns();
  const underway = new Set<number>();
  const stager = openStager(path);
  const live = db.prepare<[], { token: string }>(LIVE_STATE);
  const index = async (edition: number, what: IndexAsked['what']): Promise<void> => {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const last: number = after;
      after = await turns.take(() => stager.index({ edition, what }, last));
    }
  };
  const { goLive, ...writes } = inTurn(turns, publishing(db, tables, underway));
  return {
    ...reading(tables),
    ...comparingReads(tables),
    ...writes,
    indexPlaces: (edition) => index(edition, 'places'),
    async goLive(edition, layers, told) {
      // ids are settled now
      if (!tables.hasNames(edition)) await index(edition, 'names');
      await goLive(edition, layers, told);
    },
    ...inTurn(turns, comparingWrites(db, tables)),
    ...sweeping(db, tables, { turns, underway }),
    accounts: accountStore(db, turns),
    harvests: harvestStore(db, turns),
    access: accessStore(db, turns, tables),
    drafts: draftStore(db, turns, tables),
    searches: searchStore(db, turns),
    stageFrames: (asked) => turns.take(() => stager.keep(asked)),
    async putResource(resource: Resource | LongResource, at: Date) {
      await putBlob(blobs, resource);
      const isNew = await turns.take(() => tables.insertResource(resource, at));
      return isNew ? 'new' : 'known';
    },
    async forgetResource(sha256: string) {
      const isForgotten = await turns.take(() => tables.forgetResource(sha256));
      if (isForgotten) await removeBlob(blobs, sha256);
    },
    async readResource(sha256: string) {
      const row = tables.findResource(sha256);
      const bytes = row && (await readBlob(blobs, sha256));
      return bytes && { sha256, fileName: row.fileName, bytes };
    },
    changeToken: async () => live.get()?.token ?? '',
    resourcePath: (sha256: string) => blobPath(blobs, sha256),
    async close() {
      await turns.over();
      await stager.close();
      db.close();
    },
  };
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
    findFeature: async (id: string, except?: readonly number[]) => {
      const found = tables.findFeature(id, except);
      const next = found ? undefined : tables.findRedirect(id);
      return next === undefined ? found : tables.findFeature(next, except);
    },
    findArea: async (...given: Parameters<Store['findArea']>) => tables.findArea(...given),
    listDescribed: async () => tables.listDescribed(),
    listEnded: async () => tables.listEnded(),
    listEvents: async (dataset: string) => tables.listEvents(dataset),
    findFeatureByKey: async (...given: Parameters<Store['findFeatureByKey']>) =>
      tables.findFeatureByKey(...given),
    keysAmong: async (...given: Parameters<Store['keysAmong']>) => tables.keysAmong(...given),
    searchFeatures: async (...given: Parameters<Store['searchFeatures']>) =>
      tables.searchFeatures(...given),
  };
}
