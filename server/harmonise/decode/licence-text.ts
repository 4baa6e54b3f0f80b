import type { LicenceStatement } from '#data/schema/flow.ts';

/**
 * Words that make a line one about the licence of data. “Premises licences” and “licensed premises” do
 * not: councils publish registers of those.
 */
const LICENCE_WORDS = new RegExp(
  [
    'open[- ](government|data|parliament|database|supreme court)[- ]licen[cs]e',
    'government[- ]licen[cs]e|licence ouverte|non[- ]commercial licen[cs]e',
    '\\bOGL\\b|\\bODbL\\b|\\bODC[- ](BY|PDDL)\\b|\\bPSMA\\b|\\bPSGA\\b|\\bEUPL\\b',
    'creative[- ]?commons|opendatacommons\\.org|\\bCC[- ]?(BY|0)\\b',
    'OpenStreetMap contributors|crown copyright|database rights?\\b|all rights reserved|©|\\(c\\) ',
    'public domain|terms of use|terms (and|&) conditions|\\bcopyright\\b.|.\\bcopyright\\b',
    '\\blicen[cs]ed (under|for (re-?)?use)\\b|\\bunder (the|an?|this) [^.]{0,60}\\blicen[cs]e\\b',
    '^["\\s]*((data|use|reuse)[ _-])?licen[cs]es?([ _-](id|name|title|url|text|type|terms))?["\\s]*[:=]',
    '\\blicen[cs]e (terms|statement|agreement|v?\\d)|\\bopen licen[cs]e|\\bno licen[cs]e\\b',
  ].join('|'),
  'i',
);
/** Codes of metadata that name a kind of restriction and say nothing of it. */
const BARE = /^(copyright|licen[cs]e|licen[cs]e(Unrestricted|EndUser)|otherRestrictions)$/i;
/** Longest licence text kept, characters. */
const LIMIT = 2000;
/** Characters of a document looked at. */
const SPAN = 200_000;

/** The lines of a text that speak about its licence, joined, at most 2,000 characters; undefined when none does. */
export function licenceIn(text: string): string | undefined {
  const lines = text.slice(0, SPAN).split(/\r?\n/);
  const said = lines.map((line) => line.trim()).filter(isSaying);
  return said.length === 0 ? undefined : [...new Set(said)].join('\n').slice(0, LIMIT);
}

const isSaying = (line: string): boolean => LICENCE_WORDS.test(line) && !BARE.test(line);

/** What a text, marked up or plain, says about its licence: one statement or none. */
export function statementIn(text: string, where: string): LicenceStatement[] {
  const plain = text.slice(0, SPAN).replaceAll(/<[^>]*>/g, valuesOf);
  const said = licenceIn(unescaped(plain));
  return said === undefined ? [] : [{ text: said, where }];
}

/** The values of a tag's attributes, a line each: licences are given as links. */
const valuesOf = (tag: string): string =>
  tag.includes('="')
    ? `\n${[...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => value).join('\n')}\n`
    : '\n';

/** Bytes of an XML file that may stand before its first feature. */
const HEAD_BYTES = 20_000;

/** What an XML file says of its licence before its first feature. */
export function statementInHead(
  bytes: Uint8Array,
  firstFeature: RegExp,
  where: string,
): LicenceStatement[] {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const [before = ''] = head.split(firstFeature);
  return statementIn(before, where);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#169;': '©',
  '&copy;': '©',
  '&nbsp;': ' ',
};

const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#169|copy|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);

/** The texts of statements as one, each once; undefined when there are none. */
export function joined(statements: readonly LicenceStatement[]): string | undefined {
  const texts = [...new Set(statements.map(({ text }) => text))];
  return texts.length === 0 ? undefined : texts.join('\n').slice(0, LIMIT);
}

/** Statements taken from one workbook, at most. */
export const STATEMENT_LIMIT = 20;
/** A shorter text is a value of a column, such as `OGL v3`, not a sentence. */
const SENTENCE = 20;

/** What the cells of a workbook say of its licence: above and below its tables, and on sheets of notes. */
export function statementsInStrings(strings: readonly string[]): LicenceStatement[] {
  const found: LicenceStatement[] = [];
  for (const text of strings) {
    if (text.length < SENTENCE || !isSaying(text)) continue;
    found.push({ text: text.trim().slice(0, LIMIT), where: 'a cell of the workbook' });
    if (found.length === STATEMENT_LIMIT) break;
  }
  return found;
}
