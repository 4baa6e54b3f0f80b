import type { Database } from 'better-sqlite3';
import { FOUND_TOGETHER } from '#server/frames/frame.ts';
import type { FeatureHead } from '../rows.ts';
import { attributesOf, isPlaced, toHead } from './feature-rows.ts';
import type { Pages, Spot } from './pages.ts';

/** Words of a query that are looked for; more would not find better. */
const MAX_WORDS = 8;

/** Matches that are ranked: a word that thousands of names hold tells nothing apart. */
const RANKED = 300;

/** Records looked through for words that all of some together have, but perhaps none by itself. */
const LOOKED_THROUGH = 50_000;

/** What is looked for, and JSON of the editions that it is not looked for in. */
type Asked = readonly [match: string, except: string];

/** Table `page_words`: the words that find a feature. */
export function featureTextTable(db: Database, pages: Pages) {
  const search = db.prepare<[string, string, number], { first: number }>(`
    SELECT page_words.rowid AS first FROM page_words
    WHERE page_words MATCH ? AND (
      SELECT page.edition FROM page WHERE page.first <= page_words.rowid
      ORDER BY page.first DESC LIMIT 1
    ) IN (
      SELECT live_edition FROM dataset WHERE live_edition NOT IN (SELECT value FROM json_each(?))
    ) LIMIT ?`);

  /** Records that have all words, of those found together. */
  const find = (asked: Asked, hasWords: (spot: Spot) => boolean): FeatureHead[] => {
    const found: FeatureHead[] = [];
    for (const { first } of search.iterate(...asked, LOOKED_THROUGH / FOUND_TOGETHER)) {
      const some = togetherFrom(pages.spotOf(first));
      found.push(...some.filter((spot) => isPlaced(spot) && hasWords(spot)).map(toHead));
      if (found.length >= RANKED) break;
    }
    return found;
  };

  return {
    searchFeatures(text: string, limit: number, except: readonly number[] = []): FeatureHead[] {
      const words = wordsOf(text);
      const match = toMatch(words);
      if (match === undefined) return [];
      const hasAll = matcherOf(words);
      const hidden = JSON.stringify(except);
      const named = find([`{name reference} : (${match})`, hidden], (spot) =>
        hasAll(namesIn(spot)),
      );
      const hasWords = (spot: Spot) => mayHave(spot, hasAll) && hasAll(wordsIn(spot));
      const found = named.length >= limit ? named : [...named, ...find([match, hidden], hasWords)];
      const heads = new Map(found.map((head) => [head.row, head]));
      return [...heads.values()]
        .map((head, index) => ({ head, rank: rankOf(head, text), index }))
        .sort((one, other) => one.rank - other.rank || one.index - other.index)
        .slice(0, limit)
        .map(({ head }) => head);
    },
  };
}

/** Records that are found together, from the first. */
function togetherFrom(first: Spot | undefined): readonly Spot[] {
  if (!first) return [];
  const { page, index: from } = first;
  const count = Math.min(FOUND_TOGETHER, page.records - from);
  return Array.from({ length: count }, (_, at) => ({ page, index: from + at }));
}

const namesIn = ({ page, index }: Spot): string =>
  `${page.text(index, 'name')} ${page.text(index, 'reference')}`;

/** What a record says, with the names of its attributes: whatever is in its words is in that. */
const mayHave = (spot: Spot, hasAll: (text: string) => boolean): boolean =>
  hasAll(`${namesIn(spot)} ${spot.page.text(spot.index, 'attributes')}`);

/** All words that find a record. */
function wordsIn(spot: Spot): string {
  const said = Object.values(attributesOf(spot)).filter(
    (value) => typeof value === 'string' && !value.includes('://'),
  );
  return `${namesIn(spot)} ${said.join(' ')}`;
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

/** Words of a query. */
const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .replace(CUT, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, MAX_WORDS);

/** FTS5 query in which every word is a quoted prefix, so that nothing typed is an operator. */
const toMatch = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.map((word) => `"${word}"*`).join(' ');

/** Tells whether every word begins one of a text's, whatever their case and accents. */
function matcherOf(words: readonly string[]): (text: string) => boolean {
  const begins = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${fold(word)}`, 'u'));
  return (text) => {
    const folded = fold(text);
    return begins.every((begin) => begin.test(folded));
  };
}

const fold = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();

/** Letters without accents. */
const PLAIN = /^[ -~]*$/;
