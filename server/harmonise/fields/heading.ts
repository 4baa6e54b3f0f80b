import { spellOut } from './abbreviations.ts';
import { distance } from './spelling.ts';
import { readUnit } from './unit.ts';

/** A column heading as it is compared. */
export type Heading = {
  /** As published. */
  readonly text: string;
  /** Its forms without case, spaces and punctuation, best first: whole, without brackets, the bracket's words. */
  readonly forms: readonly string[];
  readonly words: readonly string[];
  /** Its words written out and in order, as one text; see `Phrase`. */
  readonly spelt: string;
  /** The same words in any order. */
  readonly bag: string;
  /** Shorter ways to say it, written out: without `site` or `other` in front, each side of a slash. */
  readonly shorter: readonly string[];
  /** What a longer heading must begin with when this one was cut to ten letters; absent: it was not. */
  readonly cut?: string;
};

/** Lower case, letters and digits only: `Site area (HA)` → `siteareaha`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Words that say nothing about what a column holds. */
const FILLERS = new Set([
  'the',
  'of',
  'a',
  'an',
  'in',
  'on',
  'to',
  'is',
  'and',
  'or',
  'for',
  'from',
]);

/** Words without fillers; a last `from` or `to` is the end of a range. */
const tellingOf = (words: readonly string[]): readonly string[] =>
  words.filter(
    (word, index) =>
      !FILLERS.has(word) || (index === words.length - 1 && (word === 'from' || word === 'to')),
  );

/** The words of a heading or name: camelCase, snakes and spaces parted, lower case, singular. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

/** A noun in the singular, well enough to compare: `libraries` → `library`, `bus` stays. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** `1. `, `12) `, `Q3: ` before a heading: the number of the question in a form. */
const ORDINAL = /^\s*(?:\(?\d{1,2}[.):]|[a-zA-Z]\d{0,2}[.):])\s+/;

/** What the other headings of a layer say about one. */
export type Surroundings = {
  /** Letters every heading of the layer begins with (`br_`), dropped. */
  readonly prefix?: string;
  /** True when the heading's last figure only tells it from another one cut alike (`netdwell_1`). */
  readonly numbered?: boolean;
};

/** Prepare a heading for comparison. */
export function readHeading(
  heading: string,
  { prefix = '', numbered }: Surroundings = {},
): Heading {
  const text = heading.replace(ORDINAL, '');
  const own =
    text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : text;
  const bracket = /[([]([^)\]]*)[)\]]/.exec(own)?.[1] ?? '';
  const outside = own.replace(/[([][^)\]]*[)\]]?/g, ' ');
  const forms = [fold(own), fold(outside), fold(withoutUnit(outside)), fold(text)];
  if (readUnit(bracket) === undefined && bracket.length > 3) forms.push(fold(bracket));
  const beforeColon = own.split(':')[0] ?? '';
  if (own.includes(':')) forms.push(fold(beforeColon));
  const cut = cutOf(text);
  const words = tellingOf(wordsOf(outside));
  return {
    text,
    forms: numbered === true ? [] : [...new Set(forms.filter((form) => form.length > 0))],
    ...phraseOf(numbered === true ? [] : words),
    shorter: numbered === true ? [] : shorterOf(outside, words),
    ...(cut === undefined ? {} : { cut }),
  };
}

/** Words before a heading's own that change nothing. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  'any site general other further additional current latest existing overall total main asset feature record full known'.split(
    ' ',
  ),
);

function shorterOf(text: string, words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !QUALIFIERS.has(word));
  const bare = start > 0 ? [words.slice(start)] : [];
  const sides = /[/&]/.test(text) ? text.split(/[/&]/).map(wordsOf) : [];
  return [...bare, ...sides]
    .map((some) => some.map(spellOut).join(' '))
    .filter((said) => said !== '');
}

/** Length a shapefile's field names are cut to. Source: dBASE III file format. */
const DBF_NAME_LENGTH = 10;

/** The letters a ten-letter heading keeps of a longer one; a repeated one is numbered: netdwellin, netdwell_1. */
function cutOf(text: string): string | undefined {
  if (text.length > DBF_NAME_LENGTH || text.length < DBF_NAME_LENGTH - 1) return undefined;
  const numbered = /^(.{6,}?)_?\d$/.exec(text)?.[1];
  const folded = fold(numbered ?? text);
  return folded.length >= (numbered === undefined ? 7 : 6) ? folded : undefined;
}

function withoutUnit(text: string): string {
  const words = text.trim().split(/[\s_]+/);
  const last = words.at(-1) ?? '';
  return words.length > 1 && readUnit(last) !== undefined ? words.slice(0, -1).join(' ') : text;
}

/** Beginning most headings of a layer share, up to its underscore: `br_`; `''` when there is none. */
export function sharedPrefix(headings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const prefix = /^[a-z\d]{1,8}_(?=[a-z])/i.exec(heading)?.[0];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  for (const [prefix, count] of counts) {
    if (count >= 3 && count >= headings.length * 0.6) return prefix;
  }
  return '';
}

/** A phrase headings are compared with: an attribute's name, title or synonym. */
export type Phrase = {
  readonly folded: string;
  readonly words: readonly string[];
  /** Words written out, in order. */
  readonly spelt: string;
  /** Words written out in any order, `''` where the order matters (`number of plots`, `plot number`). */
  readonly bag: string;
};

/** Make a phrase ready for comparison. */
export function readPhrase(text: string): Phrase {
  const words = tellingOf(wordsOf(text));
  return { folded: fold(text), ...phraseOf(words) };
}

function phraseOf(words: readonly string[]): Omit<Phrase, 'folded'> {
  const written = words.map(spellOut);
  const ordered = written.includes('number') || written.length < 2;
  return {
    words,
    spelt: written.join(' '),
    bag: ordered ? '' : written.toSorted().join(' '),
  };
}

/** How well a heading says a phrase, 0–1, and why. 0: not at all. */
export type Likeness = { readonly score: number; readonly reason: string };

const UNLIKE: Likeness = { score: 0, reason: '' };

/** Compare a heading with a phrase: the same, cut to ten letters, abbreviated, misspelt, or sharing most words. */
export function likeness(heading: Heading, phrase: Phrase): Likeness {
  const [whole = ''] = heading.forms;
  if (whole === phrase.folded) return { score: 1, reason: 'same heading' };
  if (heading.forms.includes(phrase.folded)) return { score: 0.96, reason: 'same heading' };
  if (heading.spelt !== '' && heading.spelt === phrase.spelt) {
    return { score: 0.94, reason: 'same words' };
  }
  if (heading.bag !== '' && heading.bag === phrase.bag) return { score: 0.9, reason: 'same words' };
  if (isCut(heading, phrase)) return { score: 0.88, reason: 'heading cut to ten letters' };
  if (isMisspelt(whole, phrase.folded)) return { score: 0.85, reason: 'heading misspelt' };
  if (isShortened(heading, phrase)) return { score: 0.82, reason: 'heading abbreviated' };
  if (heading.shorter.includes(phrase.spelt)) return { score: 0.78, reason: 'same words but one' };
  return sharedWords(heading, phrase);
}

/** Fewest letters a word is shortened to. */
const SHORTEST_WORD = 3;

/** `Net Dwell Range`: every word begins the phrase's word in its place. */
function isShortened({ words }: Heading, phrase: Phrase): boolean {
  if (words.length < 2 || words.length !== phrase.words.length) return false;
  return words.every((word, index) => {
    const whole = phrase.words[index] ?? '';
    return word === whole || (word.length >= SHORTEST_WORD && whole.startsWith(word));
  });
}

const isCut = ({ cut }: Heading, { folded }: Phrase): boolean =>
  cut !== undefined && folded.length > cut.length && folded.startsWith(cut);

function isMisspelt(heading: string, phrase: string): boolean {
  if (heading.length < 6 || heading[0] !== phrase[0] || /\d/.test(heading)) return false;
  const limit = heading.length < 11 ? 1 : 2;
  return distance(heading, phrase, limit) <= limit;
}

/** Last words that make a heading a thing's key rather than the thing. */
const KEY = /^(reference|number|id|code|identifier)$/;

function sharedWords(heading: Heading, phrase: Phrase): Likeness {
  if (phrase.words.length < 2 || heading.words.length === 0) return UNLIKE;
  const shared = phrase.words.filter((word) => heading.words.includes(word)).length;
  const dice = (2 * shared) / (phrase.words.length + heading.words.length);
  if (shared < 2 || dice < 0.65 || isKey(heading.words) !== isKey(phrase.words)) return UNLIKE;
  return { score: 0.5 + 0.3 * dice, reason: 'most words of the heading' };
}

const isKey = (words: readonly string[]): boolean => KEY.test(spellOut(words.at(-1) ?? ''));
