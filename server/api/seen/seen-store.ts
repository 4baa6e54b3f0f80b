import { datasetApart } from '#data/schema/access-layer.ts';
import type { FeatureQuery } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { Held, Sight } from './sight.ts';

/** Told what was read of data that is not for everybody, and how many records of it. */
export type Note = (held: Held, records: number) => void;

/** Whoever looks, and what they see now: it is asked anew by every reading, however long an answer takes. */
export type Looking = { readonly look: () => Promise<Sight>; readonly note: Note };

/** Tell of a reading, where it is of data that is not for everybody. */
export function noteRow({ held }: Sight, row: number, records: number, note: Note): void {
  const known = held.size === 0 ? undefined : held.get(row);
  if (known) note(known, records);
}

type Method = {
  [Name in keyof Store]: Store[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Store];

/** The methods through which published data is read: all of them are held against what somebody sees. */
export const SEEN_METHODS = [
  ...([
    'listLive',
    'findEdition',
    'listEditions',
    'listEvents',
    'listLayers',
    'listEnded',
  ] as const),
  ...(['listChanges', 'listChangesOf', 'changedBounds', 'listIssues', 'groupIssues'] as const),
  ...(['countFeatures', 'pageFeatures', 'nearestFeatures', 'searchFeatures'] as const),
  ...(['pageHeads', 'listHeads', 'listShapes', 'pageUnplaced'] as const),
  ...(['findFeature', 'findFeatureByKey', 'keysAmong'] as const),
] as const satisfies readonly Method[];

type SeenMethods = Pick<Store, (typeof SEEN_METHODS)[number]>;

/** The store as somebody sees it: what they may not see is not there. */
export function seenStore(store: Store, looking: Looking): Store {
  const seen: SeenMethods = {
    ...seenCatalogue(store, looking),
    ...seenOfEditions(store, looking),
    ...seenFeatures(store, looking),
  };
  return { ...store, ...seen };
}

/** Editions and layers. */
function seenCatalogue(store: Store, { look, note }: Looking) {
  return {
    async listLive() {
      const { hiddenRows } = await look();
      return (await store.listLive()).filter(({ row }) => !hiddenRows.has(row));
    },
    async findEdition(row) {
      return (await look()).hiddenRows.has(row) ? undefined : await store.findEdition(row);
    },
    async listEditions(dataset) {
      const sight = await look();
      if (sight.hidden.has(dataset)) return [];
      const all = await store.listEditions(dataset);
      const editions = all.filter(({ row }) => !sight.hiddenRows.has(row));
      for (const { row } of editions) noteRow(sight, row, 0, note);
      return editions;
    },
    async listEvents(dataset) {
      const { hidden, hiddenRows } = await look();
      if (hidden.has(dataset)) return [];
      const events = await store.listEvents(dataset);
      if (hiddenRows.size === 0) return events;
      const kept = await store.listEditions(dataset);
      const unseen = new Set(
        kept.flatMap(({ row, number }) => (hiddenRows.has(row) ? number : [])),
      );
      return events.filter(({ edition }) => !unseen.has(edition));
    },
    async listEnded() {
      const { hidden } = await look();
      return (await store.listEnded()).filter((dataset) => !hidden.has(dataset));
    },
    async listLayers() {
      const { hidden } = await look();
      return (await store.listLayers()).filter(({ id }) => !hidden.has(datasetApart(id) ?? ''));
    },
  } satisfies Partial<Store>;
}

/** What one edition holds. */
function seenOfEditions(store: Store, { look, note }: Looking) {
  const listing =
    <Given extends unknown[], Row>(read: (edition: number, ...given: Given) => Promise<Row[]>) =>
    async (edition: number, ...given: Given): Promise<Row[]> => {
      const sight = await look();
      if (sight.hiddenRows.has(edition)) return [];
      const rows = await read(edition, ...given);
      noteRow(sight, edition, rows.length, note);
      return rows;
    };
  return {
    listChanges: listing(store.listChanges),
    listIssues: listing(store.listIssues),
    groupIssues: listing(store.groupIssues),
    pageHeads: listing(store.pageHeads),
    pageUnplaced: listing(store.pageUnplaced),
    async *changedBounds(edition) {
      const sight = await look();
      if (sight.hiddenRows.has(edition)) return;
      noteRow(sight, edition, 0, note);
      yield* store.changedBounds(edition);
    },
    listChangesOf: async (id) => told(await store.listChangesOf(id), await look(), note),
  } satisfies Partial<Store>;
}

/** Features of several editions at once: counts and pages are of those that are seen. */
function seenFeatures(store: Store, { look, note }: Looking) {
  const asked = async <Query extends Pick<FeatureQuery, 'editions'>>(query: Query) => {
    const sight = await look();
    if (sight.hiddenRows.size === 0 && sight.held.size === 0) return { sight, query };
    const editions = query.editions.filter((row) => !sight.hiddenRows.has(row));
    for (const row of editions) noteRow(sight, row, 0, note);
    return { sight, query: { ...query, editions } };
  };
  return {
    countFeatures: async (query) => await store.countFeatures((await asked(query)).query),
    async pageFeatures(query, page) {
      const { sight, query: own } = await asked(query);
      return told(await store.pageFeatures(own, page), sight, note);
    },
    async nearestFeatures(query, page) {
      const { sight, query: own } = await asked(query);
      return told(await store.nearestFeatures(own, page), sight, note);
    },
    async searchFeatures(text, limit, except = []) {
      const sight = await look();
      // left out of the question: dropped from the answer they would still take places in it
      const unseen = [...except, ...sight.except];
      return told(await store.searchFeatures(text, limit, unseen), sight, note);
    },
    async keysAmong(editions, keys) {
      return await store.keysAmong((await asked({ editions })).query.editions, keys);
    },
    async findFeatureByKey(editions, key) {
      const { sight, query } = await asked({ editions });
      const found = await store.findFeatureByKey(query.editions, key);
      return found && told([found], sight, note)[0];
    },
    async findFeature(id, except = []) {
      const sight = await look();
      const found = await store.findFeature(id, [...except, ...sight.except]);
      return found && told([found], sight, note)[0];
    },
    // whoever has the row of a feature may not see it for that
    listHeads: async (rows) => told(await store.listHeads(rows), await look(), note),
    listShapes: async (rows) => told(await store.listShapes(rows), await look(), note),
  } satisfies Partial<Store>;
}

/** What of some findings is seen; those not for everybody are noted. */
function told<Found extends { readonly edition: number }>(
  found: Found[],
  sight: Sight,
  note: Note,
): Found[] {
  if (sight.hiddenRows.size === 0 && sight.held.size === 0) return found;
  const seen = found.filter(({ edition }) => !sight.hiddenRows.has(edition));
  for (const { edition } of seen) noteRow(sight, edition, 1, note);
  return seen;
}
