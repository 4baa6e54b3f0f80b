import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnFacts } from '../profile.ts';
import { wordsOf } from './heading.ts';
import type { Guess } from './suggest-values.ts';
import { wordsOfType } from './suggest-words.ts';

/** Words any record may be called by. */
const THINGS: ReadonlySet<string> = new Set(
  'site asset feature record place location facility premise property building unit node item object structure entry row plot bin column route station point area zone full official display'.split(
    ' ',
  ),
);
/** Longest abbreviation of a thing: `pry_name`, `CA_REF`. */
const ABBREVIATION_LENGTH = 4;
/** Words that make an address somebody's, or no place at all. */
const NO_PLACE =
  /^(email|mail|web|website|url|ip|owner|applicant|agent|correspondence|contact|holder|licensee|customer|supplier|billing|company|operator)$/;

const ENDINGS: Readonly<Record<string, 'name' | 'reference' | 'address'>> = {
  name: 'name',
  title: 'name',
  reference: 'reference',
  id: 'reference',
  number: 'reference',
  code: 'reference',
  identifier: 'reference',
  address: 'address',
};

/**
 * What the last word of a heading makes a column, when nothing else says: `Bin ref`, `GB_NAME`, `Premises address`.
 *
 * @param words those of the heading, written out
 */
export function guessByEnding(
  type: FeatureType,
  column: ColumnFacts,
  words: readonly string[],
): readonly Guess[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined && isCalledSo(type, only, column)) {
    const reason = `heading is what ${type.plural.toLowerCase()} are`;
    return guessed(type, 'name', reason, CALLED_SO);
  }
  const said = thingFirst(words);
  const wanted = ENDINGS[said.at(-1) ?? ''];
  const before = said.slice(0, -1);
  if (wanted === undefined || before.length === 0 || !isFit(wanted, before, type)) return [];
  if (wanted === 'reference' && !(column.unique && column.sampled > 1)) return [];
  return guessed(type, wanted, `heading ends in “${words.at(-1)}”`);
}

/** `Name of building` is `building name`. */
const thingFirst = ([first = '', of, ...rest]: readonly string[]): readonly string[] =>
  of === 'of' && rest.length > 0
    ? [...rest, first]
    : [first, ...(of === undefined ? [] : [of]), ...rest];

/** More than what a heading of ten letters may have been cut from: `Substation` of `Substation number`. */
const CALLED_SO = 0.9;

function guessed(
  type: FeatureType,
  wanted: string,
  reason: string,
  confidence = 0.64,
): readonly Guess[] {
  const attribute = attributesOf(type).find(({ name }) => name === wanted);
  return attribute === undefined ? [] : [{ attribute, confidence, reason }];
}

/** True for `Centre` over names of centres: what the type's things are called, and nothing twice. */
function isCalledSo(type: FeatureType, word: string, column: ColumnFacts): boolean {
  if (!column.unique || column.sampled < 2 || column.type !== 'text') return false;
  const texts = [...column.values.keys()];
  const named = texts.filter((text) => /^\p{Lu}[\p{L} .,'’&()-]{3,}$/u.test(text)).length;
  return named >= texts.length * 0.9 && nounsOf(type).has(word);
}

const nouns = new WeakMap<FeatureType, ReadonlySet<string>>();

/** Last words of a type's names: `centre`, `school`. */
function nounsOf(type: FeatureType): ReadonlySet<string> {
  const { title, plural, synonyms } = type;
  const ends = [title, plural, ...synonyms].map((name) => wordsOf(name).at(-1) ?? '');
  const known = nouns.get(type) ?? new Set(ends);
  nouns.set(type, known);
  return known;
}

function isFit(wanted: string, before: readonly string[], type: FeatureType): boolean {
  if (wanted === 'address') return !before.some((word) => NO_PLACE.test(word));
  return before.every((word) => isThing(word, type));
}

function isThing(word: string, type: FeatureType): boolean {
  if (THINGS.has(word) || (word.length <= ABBREVIATION_LENGTH && !NOT_THINGS.has(word)))
    return true;
  return wordsOfType(type).has(word);
}

/** Short words that are no abbreviation of a thing. */
const NOT_THINGS: ReadonlySet<string> = new Set(
  'la lad lpa ward road town city area post zip gss ons os uprn usrn toid grid map file user case old new sub ha make team year date firm bank dno'.split(
    ' ',
  ),
);
