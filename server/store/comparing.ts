import type { Database } from 'better-sqlite3';
import type { Bounds } from '#data/schema/geometry.ts';
import type { IdChange } from './compare-rows.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Boxes read from the database at a time. */
const BOXES_READ = 1_000;

/** What two editions are held side by side with, and what is kept of it; each write one transaction. */
export function comparing(db: Database, tables: Tables): ComparingStore {
  const followRedirects = db.transaction((edition: number, dataset: string) =>
    tables.followRedirects(edition, dataset),
  );
  const giveIds = db.transaction((edition: number, changes: readonly IdChange[]) =>
    tables.giveIds(edition, changes),
  );
  const putChanges = db.transaction((...[edition, changes]: Parameters<Store['putChanges']>) =>
    tables.insertChanges(edition, changes),
  );
  const startComparing = db.transaction((edition: number) => tables.clearChanges(edition));
  const finishComparing = db.transaction(
    (...[edition, comparison, issues]: Parameters<Store['finishComparing']>) => {
      if (comparison) tables.putComparison(edition, comparison);
      tables.insertIssues(edition, issues);
    },
  );
  return {
    followRedirects: async (...given) => followRedirects(...given),
    giveIds: async (...given) => giveIds(...given),
    pageUnmatched: async (...given) => tables.pageUnmatched(...given),
    sketchUnmatched: async (...given) => tables.sketchUnmatched(...given),
    pageDiffering: async (...given) => tables.pageDiffering(...given),
    nearUnmatched: async (...given) => tables.nearUnmatched(...given),
    pageRedrawn: async (...given) => tables.pageRedrawn(...given),
    pageGoneKeys: async (...given) => tables.pageGoneKeys(...given),
    countMatched: async (versus) => tables.countMatched(versus),
    countKept: async (edition) => tables.countKept(edition),
    findTwins: async (query) => tables.findTwins(query),
    startComparing: async (edition) => startComparing(edition),
    putChanges: async (...given) => putChanges(...given),
    finishComparing: async (...given) => finishComparing(...given),
    listChanges: async (...given) => tables.listChanges(...given),
    changedBounds: (edition) => boundsOf(edition, tables),
  };
}

type ComparingStore = Pick<
  Store,
  | 'followRedirects'
  | 'giveIds'
  | 'pageUnmatched'
  | 'sketchUnmatched'
  | 'pageDiffering'
  | 'nearUnmatched'
  | 'pageRedrawn'
  | 'pageGoneKeys'
  | 'countMatched'
  | 'countKept'
  | 'findTwins'
  | 'startComparing'
  | 'putChanges'
  | 'finishComparing'
  | 'listChanges'
  | 'changedBounds'
>;

async function* boundsOf(edition: number, tables: Tables): AsyncGenerator<Bounds> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: ReturnType<Tables['pageChangedBounds']> = tables.pageChangedBounds(
      edition,
      after,
      BOXES_READ,
    );
    yield* page.bounds;
    after = page.next;
  }
}
