import type { Database } from 'better-sqlite3';
import { areaTable } from './areas.ts';
import { boxTables } from './boxes.ts';
import { changeTable } from './changes.ts';
import { editionTables } from './editions.ts';
import { eventTable } from './events.ts';
import { featureHeads } from './feature-heads.ts';
import { featureTextTable } from './feature-text.ts';
import { featureTables } from './features.ts';
import { idWrites } from './id-writes.ts';
import { issueTable } from './issues.ts';
import { layerTable } from './layers.ts';
import { nameTable } from './names.ts';
import { pageTable } from './pages.ts';
import { editionPairs } from './pairs.ts';
import { publishedTable } from './published-blocks.ts';
import { redrawnQueries } from './redrawn.ts';
import { resourceTable } from './resources.ts';
import { openStates } from './states.ts';
import { twinQuery } from './twins.ts';
import { vocabularyTables } from './vocabulary.ts';

/** Prepare the questions and writes of every table. */
export function openTables(db: Database) {
  const [pages, boxes, names] = [pageTable(db), boxTables(db), nameTable(db)];
  const states = openStates(pages);
  const issues = issueTable(db, pages);
  const published = publishedTable(db);
  return {
    ...resourceTable(db),
    ...vocabularyTables(db),
    pages,
    ...issues,
    ...editionTables(db, issues.countIssues),
    ...layerTable(db),
    ...published,
    ...featureTables(db, { pages, boxes, names }, published.readPublished),
    ...featureHeads(pages),
    ...featureTextTable(db, pages),
    hasNames: names.hasNames,
    ...eventTable(db),
    ...changeTable(db),
    ...editionPairs({ pages, states, boxes }, published.readPublished),
    ...idWrites(db, pages, states),
    ...redrawnQueries(pages, states),
    ...twinQuery(pages, boxes),
    forgetStates: states.forgetStates,
    ...areaTable(db),
  };
}

/** Every table's own questions and writes; the store's methods are made of them. */
export type Tables = ReturnType<typeof openTables>;
