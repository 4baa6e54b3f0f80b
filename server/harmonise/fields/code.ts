import type { Attribute, Code } from '#data/schema/attribute.ts';
import { type Caster, type Fault, NOTHING, type Reading, unreadable } from './reading.ts';
import { distance } from './spelling.ts';
import { isNullToken, NULL_TOKEN, stripMarkup, textOf } from './text.ts';

/** A text as codes are compared: lower case, punctuation and spaces one space, `&` as `and`. */
export function foldCode(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}*+]+/gu, ' ')
    .trim();
}

/** What a text was found to be. */
type Match = {
  readonly code: Code;
  readonly how: 'exact' | 'synonym' | 'remark' | 'spelling';
};

/** Text → code of one list, or undefined. */
export type CodeMatcher = (text: string) => Match | undefined;

/**
 * A matcher for a code list: value and title, then publishers' words, then words with more before or after
 * them, then small misspellings and cut-off endings where only one code is meant.
 *
 * @param more the descriptor's own translations, publisher's value → ours
 */
export function codeMatcher(
  codes: readonly Code[],
  more: Readonly<Record<string, string>> = {},
): CodeMatcher {
  const words = learnWords(codes, more);
  const joined = new Map(
    [...words].map(([text, { code }]): [string, Match] => [
      text.replaceAll(' ', ''),
      { code, how: 'spelling' },
    ]),
  );
  const patterns = patternsOf(codes);
  return (text) => {
    const folded = foldCode(text);
    if (folded === '') return undefined;
    return (
      words.get(folded) ??
      joined.get(folded.replaceAll(' ', '')) ??
      withRemark(text, words) ??
      withMore(folded, patterns) ??
      nearest(folded, words)
    );
  };
}

function learnWords(
  codes: readonly Code[],
  more: Readonly<Record<string, string>>,
): ReadonlyMap<string, Match> {
  const known = new Map<string, Match>();
  const learn = (text: string, match: Match): void => {
    const folded = foldCode(text);
    if (folded !== '' && !known.has(folded)) known.set(folded, match);
  };
  for (const [text, value] of Object.entries(more)) {
    const code = codes.find((each) => each.value === value);
    if (code !== undefined) learn(text, { code, how: 'synonym' });
  }
  for (const code of codes) {
    learn(code.value, { code, how: 'exact' });
    learn(code.title, { code, how: 'exact' });
  }
  for (const code of codes) {
    for (const word of code.synonyms ?? []) {
      if (!word.includes('…')) learn(word, { code, how: 'synonym' });
    }
  }
  return known;
}

/** Words that turn what stands beside them into something else. */
const CONTRARY =
  /\b(not?|non|never|without|refused?|refusal|rejected|expired|lapsed|withdrawn|pending|quashed|former|formerly|part|partly|some|others?)\b/;

/** Characters a code takes at most, with a remark about it. */
const LONGEST = 500;

/** `Prior approval (class O)`, `Owned by a public authority - housing`: a known word and a remark about it. */
function withRemark(text: string, words: ReadonlyMap<string, Match>): Match | undefined {
  if (text.length > LONGEST) return undefined;
  const [, head = '', remark = ''] = /^(.{3,}?)\s*(?:[(:;[]|\s[-–—]\s)(.+)$/s.exec(text) ?? [];
  const found = words.get(foldCode(head));
  const said = foldCode(remark);
  if (found === undefined || CONTRARY.test(said)) return undefined;
  const other = words.get(said);
  return other === undefined || other.code === found.code
    ? { code: found.code, how: 'remark' }
    : undefined;
}

/** A word of a list with more before (`… council`) or after it (`outline …`). */
type Pattern = { readonly code: Code; readonly text: string; readonly leads: boolean };

/** Patterns that begin with a word first, the longest first. */
function patternsOf(codes: readonly Code[]): readonly Pattern[] {
  const patterns = codes.flatMap((code) =>
    (code.synonyms ?? [])
      .filter((word) => word.includes('…'))
      .map((word) => ({ code, text: foldCode(word), leads: !word.startsWith('…') })),
  );
  return patterns.sort(
    (a, b) => Number(b.leads) - Number(a.leads) || b.text.length - a.text.length,
  );
}

function withMore(folded: string, patterns: readonly Pattern[]): Match | undefined {
  const found = patterns.find(({ text, leads }) => {
    const fits = leads ? folded.startsWith(`${text} `) : folded.endsWith(` ${text}`);
    if (!fits) return false;
    const rest = leads ? folded.slice(text.length) : folded.slice(0, -text.length);
    return CONTRARY.test(text) || !CONTRARY.test(rest);
  });
  return found === undefined ? undefined : { code: found.code, how: 'remark' };
}

/** Shortest text whose misspelling we dare to read; `II` and `III` are different grades. */
const SHORTEST_MISSPELT = 6;
/** Shortest text taken for the beginning of a longer one, as a 20-character field leaves it. */
const SHORTEST_CUT = 12;

function nearest(folded: string, known: ReadonlyMap<string, Match>): Match | undefined {
  if (folded.length < SHORTEST_MISSPELT) return undefined;
  const limit = folded.length < 9 ? 1 : folded.length < 16 ? 2 : 3;
  let least = limit + 1;
  let found = new Set<Code>();
  for (const [text, { code }] of known) {
    const away = awayFrom(folded, text, limit);
    if (away < least) {
      least = away;
      found = new Set([code]);
    } else if (away === least && away <= limit) found.add(code);
  }
  // Two codes equally near: we would be guessing.
  const [code, ...others] = found;
  return code === undefined || others.length > 0 ? undefined : { code, how: 'spelling' };
}

function awayFrom(folded: string, text: string, limit: number): number {
  if (folded.length >= SHORTEST_CUT && text.startsWith(folded)) return 1;
  if (text.length < SHORTEST_MISSPELT || /\d/.test(folded + text)) return Number.POSITIVE_INFINITY;
  if (isNegated(folded) !== isNegated(text) || onlyPrefixDiffers(folded, text)) {
    return Number.POSITIVE_INFINITY;
  }
  return distance(folded, text, limit);
}

/** A lost or gained negation is a different answer, however few letters it takes. */
const isNegated = (text: string): boolean => /\b(not?|non|un|without)\b/.test(text);

const NEGATIONS = /\b(un|non|in|dis)/g;

/** `unpermissioned` is no misspelling of `permissioned`. */
const onlyPrefixDiffers = (first: string, second: string): boolean =>
  first.length !== second.length && first.replace(NEGATIONS, '') === second.replace(NEGATIONS, '');

/** Caster of one code. Unknown texts are reported and kept raw. */
export function codeCaster(
  attribute: Attribute,
  more?: Readonly<Record<string, string>>,
  nullTokens?: ReadonlySet<string>,
): Caster {
  const find = codeMatcher(attribute.codes ?? [], more);
  return (cell) => {
    const text = stripMarkup(textOf(cell));
    if (text === '') return NOTHING;
    const match = find(text);
    if (match !== undefined) return readingOf(match, text);
    if (isNullToken(text, nullTokens)) return NULL_TOKEN;
    return unreadable('value.code-unknown', unknownCode(attribute));
  };
}

/** What an officer is told of a text that is none of an attribute's codes. */
export const unknownCode = (attribute: Attribute): string =>
  `${attribute.title} takes ${listed(attribute.codes ?? [])}: choose one, or ask for this one to be added.`;

function listed(codes: readonly Code[]): string {
  const titles = codes.slice(0, 6).map((code) => `“${code.title}”`);
  return codes.length > 6 ? `${titles.join(', ')} and ${codes.length - 6} more` : titles.join(', ');
}

const RULES = {
  synonym: 'code synonym',
  remark: 'code with a remark',
  spelling: 'code, misspelt',
} as const;

/** The reading of a text that was found to be a code, and how it was. */
export function readingOf(match: Match, text: string): Reading {
  if (match.how === 'exact') {
    return { value: match.code.value, rule: text === match.code.value ? 'as published' : 'code' };
  }
  const rule = RULES[match.how];
  const faults: readonly Fault[] = [
    { code: 'value.code-synonym-mapped', message: `“${text}” → ${match.code.title}` },
  ];
  return { value: match.code.value, rule, faults };
}
