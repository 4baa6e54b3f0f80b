import type { Database } from 'better-sqlite3';
import { areaTable } from './areas.ts';
import { changeTable } from './changes.ts';
import { editionTables } from './editions.ts';
import { eventTable } from './events.ts';
import { issueTable } from './issues.ts';
import { layerTable } from './layers.ts';
import { boxTables } from './records/boxes.ts';
import { featureHeads } from './records/feature-heads.ts';
import { featureTextTable } from './records/feature-text.ts';
import { featureTables } from './records/features.ts';
import { idWrites } from './records/id-writes.ts';
import { nameTable } from './records/names.ts';
import { pageTable } from './records/pages.ts';
import { editionPairs } from './records/pairs.ts';
import { publishedTable } from './records/published-blocks.ts';
import { redrawnQueries } from './records/redrawn.ts';
import { twinQuery } from './records/twins.ts';
import { resourceTable } from './resources.ts';
import { openStates } from './states.ts';
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
