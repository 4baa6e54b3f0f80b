import type { LicenceStatement } from '#data/schema/flow.ts';

/** Words that make a text one about its licence. */
const LICENCE_WORDS =
  /licen[cs]e|open government|\bOGL\b|creative commons|\bCC[- ]?(BY|0)\b|\bODbL\b|OpenStreetMap contributors|crown copyright|database rights?\b|all rights reserved|©|public domain|\bterms of use\b|\bcopyright\b|\bPSMA\b/i;
/** Longest licence text kept, characters. */
const LIMIT = 2000;
/** Characters of a document looked at. */
const SPAN = 200_000;

/** The lines of a text that speak about its licence, joined, at most 2,000 characters; undefined when none does. */
export function licenceIn(text: string): string | undefined {
  const lines = text.slice(0, SPAN).split(/\r?\n/);
  const said = lines.map((line) => line.trim()).filter((line) => LICENCE_WORDS.test(line));
  return said.length === 0 ? undefined : [...new Set(said)].join('\n').slice(0, LIMIT);
}

/** What a text, marked up or plain, says about its licence: one statement or none. */
export function statementIn(text: string, where: string): LicenceStatement[] {
  const plain = text.slice(0, SPAN).replaceAll(/<[^>]*>/g, '\n');
  const said = licenceIn(unescaped(plain));
  return said === undefined ? [] : [{ text: said, where }];
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
