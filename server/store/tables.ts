import type { Database } from 'better-sqlite3';
import { areaTable } from './areas.ts';
import { changeTable } from './changes.ts';
import { editionTables } from './editions.ts';
import { eventTable } from './events.ts';
import { featureHeads } from './feature-heads.ts';
import { featureTextTable } from './feature-text.ts';
import { featureTables } from './features.ts';
import { issueTable } from './issues.ts';
import { layerTable } from './layers.ts';
import { editionPairs } from './pairs.ts';
import { publishedTable } from './published-blocks.ts';
import { redrawnQueries } from './redrawn.ts';
import { resourceTable } from './resources.ts';
import { twinQuery } from './twins.ts';
import { vocabularyTables } from './vocabulary.ts';

/** Prepare the questions and writes of every table. */
export function openTables(db: Database) {
  const issues = issueTable(db);
  const published = publishedTable(db);
  return {
    ...resourceTable(db),
    ...vocabularyTables(db),
    ...issues,
    ...editionTables(db, issues.countIssues),
    ...layerTable(db),
    ...published,
    ...featureTables(db, published.readPublished),
    ...featureHeads(db),
    ...featureTextTable(db),
    ...eventTable(db),
    ...changeTable(db),
    ...editionPairs(db, published.readPublished),
    ...redrawnQueries(db),
    ...twinQuery(db),
    ...areaTable(db),
  };
}

/** Every table's own questions and writes; the store's methods are made of them. */
export type Tables = ReturnType<typeof openTables>;
