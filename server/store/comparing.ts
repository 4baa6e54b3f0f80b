import type { Database } from 'better-sqlite3';
import type { Bounds } from '#data/schema/geometry.ts';
import type { IdChange } from './compare-rows.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Boxes read from the database at a time. */
const BOXES_READ = 1_000;

/** What is kept of two editions held side by side: each call one transaction. */
export function comparingWrites(db: Database, tables: Tables) {
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
  return { followRedirects, giveIds, startComparing, putChanges, finishComparing };
}

/** What two editions are held side by side with. */
export function comparingReads(tables: Tables): ComparingReads {
  return {
    pageUnmatched: async (...given) => tables.pageUnmatched(...given),
    sketchUnmatched: async (...given) => tables.sketchUnmatched(...given),
    pageDiffering: async (...given) => tables.pageDiffering(...given),
    nearUnmatched: async (...given) => tables.nearUnmatched(...given),
    pageRedrawn: async (...given) => tables.pageRedrawn(...given),
    pageGoneKeys: async (...given) => tables.pageGoneKeys(...given),
    countMatched: async (versus) => tables.countMatched(versus),
    countKept: async (edition) => tables.countKept(edition),
    findTwins: async (query) => tables.findTwins(query),
    listChanges: async (...given) => tables.listChanges(...given),
    listChangesOf: async (id) => tables.listChangesOf(id),
    changedBounds: (edition) => boundsOf(edition, tables),
  };
}

type ComparingReads = Pick<
  Store,
  | 'pageUnmatched'
  | 'sketchUnmatched'
  | 'pageDiffering'
  | 'nearUnmatched'
  | 'pageRedrawn'
  | 'pageGoneKeys'
  | 'countMatched'
  | 'countKept'
  | 'findTwins'
  | 'listChanges'
  | 'listChangesOf'
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
