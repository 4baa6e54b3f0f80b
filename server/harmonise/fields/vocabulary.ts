import { ENVELOPE } from '#data/features/envelope.ts';
import { attributesOf, FEATURE_TYPES } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { fold, type Heading, likeness, type Phrase, readPhrase } from './heading.ts';

/** One attribute a phrase stands for, in one feature type that brings the attribute itself. */
type Meaning = { readonly type: FeatureType; readonly attribute: Attribute };

/** A phrase and everything it may mean. */
type Entry = {
  readonly phrase: Phrase;
  readonly own: readonly Meaning[];
  /** Names of envelope attributes it means in all other types. */
  readonly common: readonly string[];
  /** Types that have it as an attribute of their own. */
  readonly owners: number;
};

/** A heading that says a phrase. */
export type Hit = Entry & { readonly score: number; readonly reason: string };

/** Entries by what a heading is compared with, so that few are looked at. */
type Index = {
  /** By folded text, written-out words in order and in any order. */
  readonly byText: ReadonlyMap<string, readonly Placed[]>;
  /** By first letter: for headings cut, misspelt or abbreviated. */
  readonly byLetter: ReadonlyMap<string, readonly Placed[]>;
  /** By word: for headings that share most of theirs. */
  readonly byWord: ReadonlyMap<string, readonly Placed[]>;
};

/** An entry and where it stands in the vocabulary, which decides between equals. */
type Placed = { readonly entry: Entry; readonly order: number };

let index: Index | undefined;

/** True when the type brings the attribute itself rather than taking it from the envelope. */
export const isOwn = (type: FeatureType, attribute: Attribute): boolean =>
  type.attributes.some(({ name }) => name === attribute.name);

/** True when the type itself lists the heading for the attribute, rather than sharing one common to all types. */
export const claims = (type: FeatureType, attribute: Attribute, { own }: Hit): boolean =>
  own.some((meaning) => meaning.type === type && meaning.attribute.name === attribute.name);

/** The attributes of one type that a hit means; a heading the type claims for its own is not the envelope's. */
export function meaningsOf(hit: Hit, type: FeatureType): readonly Attribute[] {
  const own = hit.own.filter((meaning) => meaning.type === type).map(({ attribute }) => attribute);
  if (own.length > 0 || hit.common.length === 0) return own;
  return attributesOf(type).filter(({ name }) => hit.common.includes(name));
}

type Draft = { readonly phrase: Phrase; readonly own: Meaning[]; readonly common: string[] };

function buildEntries(): readonly Entry[] {
  const drafts = new Map<string, Draft>();
  const read = new Map<string, Phrase>();
  const learn = ({ name, title, synonyms }: Attribute, add: (draft: Draft) => void): void => {
    for (const text of new Set([name, title, ...synonyms])) {
      const phrase = read.get(text) ?? readPhrase(text);
      read.set(text, phrase);
      if (phrase.folded === '') continue;
      const draft = drafts.get(phrase.folded) ?? { phrase, own: [], common: [] };
      drafts.set(phrase.folded, draft);
      add(draft);
    }
  };
  for (const attribute of ENVELOPE) learn(attribute, ({ common }) => common.push(attribute.name));
  for (const type of FEATURE_TYPES) {
    for (const attribute of type.attributes) {
      learn(attribute, ({ own }) => own.push({ type, attribute }));
    }
  }
  return [...drafts.values()].map((draft) => ({
    ...draft,
    owners: new Set(draft.own.map(({ type }) => type)).size,
  }));
}

function buildIndex(): Index {
  const byText = new Map<string, Placed[]>();
  const byLetter = new Map<string, Placed[]>();
  const byWord = new Map<string, Placed[]>();
  buildEntries().forEach((entry, order) => {
    const placed = { entry, order };
    const { folded, words, spelt, bag } = entry.phrase;
    for (const text of new Set([folded, spelt, bag])) append(byText, text, placed);
    append(byLetter, folded.charAt(0), placed);
    for (const word of new Set(words)) append(byWord, word, placed);
  });
  return { byText, byLetter, byWord };
}

function append(map: Map<string, Placed[]>, key: string, placed: Placed): void {
  if (key === '') return;
  const known = map.get(key);
  if (known === undefined) map.set(key, [placed]);
  else known.push(placed);
}

/** The entries a heading could say at all, in the order of the vocabulary. */
function candidatesFor(heading: Heading, { byText, byLetter, byWord }: Index): readonly Placed[] {
  const found = new Set<Placed>();
  for (const text of [...heading.forms, heading.spelt, heading.bag, ...heading.shorter]) {
    for (const placed of byText.get(text) ?? []) found.add(placed);
  }
  const starts = [heading.forms[0], heading.cut, heading.words[0]];
  for (const letter of new Set(starts.map((start) => start?.charAt(0) ?? ''))) {
    for (const placed of byLetter.get(letter) ?? []) found.add(placed);
  }
  for (const placed of sharingTwo(heading.words, byWord)) found.add(placed);
  return [...found].sort((a, b) => a.order - b.order);
}

/** Entries that share two words or more with a heading. */
function sharingTwo(words: readonly string[], byWord: Index['byWord']): ReadonlySet<Placed> {
  const once = new Set<Placed>();
  const twice = new Set<Placed>();
  for (const placed of [...new Set(words)].flatMap((word) => byWord.get(word) ?? [])) {
    (once.has(placed) ? twice : once).add(placed);
  }
  return twice;
}

/** Every phrase of the vocabulary a heading says, best first. */
export function hitsOf(heading: Heading): readonly Hit[] {
  index ??= buildIndex();
  const hits: Hit[] = [];
  for (const { entry } of candidatesFor(heading, index)) {
    const { score, reason } = likeness(heading, entry.phrase);
    if (score > 0) hits.push({ ...entry, score, reason });
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** Headings that mean something in most files: alone they say little about the feature type. */
const GENERIC: ReadonlySet<string> = new Set(
  'type kind class category area length width height status capacity year number level grade use usage size location material purpose source zone operator network stage access method form code ref'
    .split(' ')
    .map(fold),
);

/** Envelope attributes about areas of the census: where a type claims them, the records are those areas. */
const AREAS: ReadonlySet<string> = new Set([
  'gss',
  'district',
  'ward',
  'ward-code',
  'lsoa',
  'lsoa-name',
  'msoa',
  'msoa-name',
]);

/** Share of its telling a heading keeps that the envelope knows too. */
const COMMON = 0.35;

/** How much a heading's phrase tells about the feature type, 0–1: 1 when a single type uses it. */
export function tellingness(hit: Hit): number {
  if (hit.owners === 0) return 0;
  // What any record may carry tells little, though one type lists it as its own: `Site ID`, `Postcode`.
  const rarity = (hit.common.some((name) => !AREAS.has(name)) ? COMMON : 1) / Math.sqrt(hit.owners);
  return GENERIC.has(hit.phrase.folded) ? rarity * 0.35 : rarity;
}
