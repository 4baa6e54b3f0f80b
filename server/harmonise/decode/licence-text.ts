/** Words that make a text one about its licence. */
const LICENCE_WORDS =
  /licen[cs]e|open government|\bOGL\b|creative commons|\bCC[- ]?(BY|0)\b|\bODbL\b|OpenStreetMap contributors|crown copyright|database right|all rights reserved|©|public domain/i;
/** Longest licence text kept, characters. */
const LIMIT = 2000;

/** The lines of a text that speak about its licence, joined, at most 2,000 characters; undefined when none does. */
export function licenceIn(text: string): string | undefined {
  const lines = text.slice(0, 200_000).split(/\r?\n/);
  const said = lines.map((line) => line.trim()).filter((line) => LICENCE_WORDS.test(line));
  return said.length === 0 ? undefined : said.join('\n').slice(0, LIMIT);
}
