import type { Database } from 'better-sqlite3';
import { HEAD_COLUMNS, type HeadColumns, toHead } from './feature-rows.ts';
import type { FeatureDraft, FeatureHead } from './rows.ts';

/** Words of a query that are looked for; more would not find better. */
const MAX_WORDS = 8;

/** Table `feature_text`: the words that find a feature. */
export function featureTextTable(db: Database) {
  const insert = db.prepare(
    'INSERT INTO feature_text (rowid, name, reference, words) VALUES (?, ?, ?, ?)',
  );
  const search = db.prepare<[string, number], HeadColumns>(`
    SELECT ${HEAD_COLUMNS} FROM feature_text
    JOIN feature ON feature.row = feature_text.rowid
    JOIN dataset ON dataset.live_edition = feature.edition
    WHERE feature_text MATCH ? AND lng IS NOT NULL
    ORDER BY bm25(feature_text, 10, 8, 1), feature.row LIMIT ?`);

  return {
    insertWords(row: number, { name, reference, words }: FeatureDraft): void {
      insert.run(row, name ?? '', reference ?? '', words);
    },
    searchFeatures(text: string, limit: number): FeatureHead[] {
      const query = toMatch(text);
      return query === undefined ? [] : search.all(query, limit).map(toHead);
    },
  };
}

/** FTS5 query in which every word is a quoted prefix, so that nothing typed is an operator. */
export function toMatch(text: string): string | undefined {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  return words
    .slice(0, MAX_WORDS)
    .map((word) => `"${word}"*`)
    .join(' ');
}
