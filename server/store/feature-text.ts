import type { Database } from 'better-sqlite3';
import { HEAD_COLUMNS, type HeadColumns, toHead } from './feature-rows.ts';
import type { FeatureHead } from './rows.ts';

/** Words of a query that are looked for; more would not find better. */
const MAX_WORDS = 8;

/** Matches that are ranked: a word that thousands of names hold tells nothing apart. */
const RANKED = 300;

/** Table `feature_text`: the words that find a feature. */
export function featureTextTable(db: Database) {
  const search = db.prepare<[string, string, number], HeadColumns>(`
    SELECT ${HEAD_COLUMNS} FROM feature_text
    CROSS JOIN feature ON feature.row = feature_text.rowid
    CROSS JOIN dataset ON dataset.live_edition = feature.edition
    WHERE feature_text MATCH ? AND lng IS NOT NULL
      AND feature.edition NOT IN (SELECT value FROM json_each(?)) LIMIT ?`);

  return {
    searchFeatures(text: string, limit: number, except: readonly number[] = []): FeatureHead[] {
      const match = toMatch(text);
      if (match === undefined) return [];
      const hidden = JSON.stringify(except);
      const find = (words: string) => search.all(words, hidden, RANKED);
      const named = find(`{name reference} : (${match})`);
      const found = named.length >= limit ? named : [...named, ...find(match)];
      const heads = new Map(found.map((row) => [row.row, toHead(row)]));
      return [...heads.values()]
        .map((head, index) => ({ head, rank: rankOf(head, text), index }))
        .sort((one, other) => one.rank - other.rank || one.index - other.index)
        .slice(0, limit)
        .map(({ head }) => head);
    },
  };
}

/** 0: called exactly so · 1: its name or reference begins so · 2: it holds the words somewhere. */
function rankOf({ name = '', reference = '' }: FeatureHead, text: string): number {
  const asked = text.trim().toLowerCase();
  const called = [name.toLowerCase(), reference.toLowerCase()];
  if (called.includes(asked)) return 0;
  return called.some((each) => each.startsWith(asked)) ? 1 : 2;
}

/**
 * Letters of today that the Unicode 6.1 of SQLite's tokenizer takes for marks (New Tai Lue vowels, Vedic signs): a
 * word is cut there, and cut words would be a phrase, of which the index knows nothing.
 */
const CUT = /[\u19b0-\u19c9\u1cf2\u1cf3]/g;

/** FTS5 query in which every word is a quoted prefix, so that nothing typed is an operator. */
export function toMatch(text: string): string | undefined {
  const words =
    text
      .normalize('NFKC')
      .replace(CUT, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  return words
    .slice(0, MAX_WORDS)
    .map((word) => `"${word}"*`)
    .join(' ');
}
