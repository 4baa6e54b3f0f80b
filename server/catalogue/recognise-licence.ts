import type { Licence } from '#data/schema/licence.ts';

/** A licence of the catalogue found in somebody's words. */
export type RecognisedLicence = {
  readonly id: string;
  /** The words of the catalogue that were found. */
  readonly evidence: string;
  /** 1: named with its version or address · 0.8: named without a version · 0.6: only its credit line. */
  readonly confidence: number;
};

type Name = {
  readonly id: string;
  readonly spdx: string;
  readonly text: string;
  readonly words: readonly string[];
  /** True when the name ends with a version: `OGL v3.0`. */
  readonly versioned: boolean;
};

/** Words between a name and the “not” before it that still deny it: `not licensed under the OGL`. */
const DENIAL_REACH = 3;
const DENIALS = new Set(['not', 'no', 'non', 'never', 'except', 'excluding', 'without']);

/** What a credit line begins with; it names the holder, and the licence only by implication. */
const CREDIT_LINE = /^(contains|source:|©|supported by|reproduced|powered by)/i;

/**
 * The licences of the catalogue that a text names, by id, title, address or publishers' words. The longest
 * name at each place counts, so “CC BY-SA 4.0” is not CC BY, and a version the catalogue does not hold
 * (`CC BY 2.5`) is not taken for another. Empty: none is named, and none is assumed.
 *
 * Entries that grant the same (one SPDX expression, several credit lines) are one: the plain one.
 * More than one result is a conflict that a person settles.
 */
export function recogniseLicences(
  text: string,
  catalogue: ReadonlyMap<string, Licence>,
): readonly RecognisedLicence[] {
  const index = indexOf(catalogue);
  const words = wordsOf(text);
  const found = new Map<string, Name>();
  for (let at = 0; at < words.length; ) {
    const name = longestAt(words, at, index);
    if (name !== undefined && isMeant(name, words, at)) keepPlainest(found, name);
    at += name?.words.length ?? 1;
  }
  return [...found.values()].map((name) => ({
    id: name.id,
    evidence: name.text,
    confidence: confidenceIn(name),
  }));
}

function keepPlainest(found: Map<string, Name>, name: Name): void {
  const known = found.get(name.spdx);
  const plainer = name.id === name.spdx && known?.id !== name.spdx;
  if (known === undefined || plainer) found.set(name.spdx, name);
}

/** False when the words before deny the name, or another version than the catalogue's follows. */
function isMeant(name: Name, words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - DENIAL_REACH), at);
  if (before.some((word) => DENIALS.has(word))) return false;
  const next = words[at + name.words.length] ?? '';
  return name.versioned || !/^\d$/.test(next);
}

function confidenceIn({ text, versioned }: Name): number {
  if (CREDIT_LINE.test(text)) return 0.6;
  return versioned ? 1 : 0.8;
}

/** Letters and digits parted from each other and from the rest: `OGLv3.0` → ogl, 3, 0. */
function wordsOf(text: string): readonly string[] {
  const parts = text
    .toLowerCase()
    .replaceAll('licens', 'licenc')
    .match(/\p{L}+|\d+/gu);
  return (parts ?? []).filter((part) => !IDLE.has(part));
}

const IDLE = new Set(['v', 'version', 'the', 'https', 'http', 'www']);

function longestAt(
  words: readonly string[],
  at: number,
  index: ReadonlyMap<string, readonly Name[]>,
): Name | undefined {
  return index
    .get(words[at] ?? '')
    ?.find((name) => name.words.every((word, offset) => words[at + offset] === word));
}

const indexes = new WeakMap<ReadonlyMap<string, Licence>, ReadonlyMap<string, readonly Name[]>>();

/** Names by their first word, longest first; of equals the plain licence before those built on it. */
function indexOf(catalogue: ReadonlyMap<string, Licence>): ReadonlyMap<string, readonly Name[]> {
  const known = indexes.get(catalogue);
  if (known !== undefined) return known;
  const index = new Map<string, Name[]>();
  for (const name of [...catalogue.values()].flatMap(namesOf)) {
    const [first] = name.words;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), name]);
  }
  const rank = ({ id, spdx, words }: Name): number => words.length + (id === spdx ? 0.5 : 0);
  for (const list of index.values()) list.sort((a, b) => rank(b) - rank(a));
  indexes.set(catalogue, index);
  return index;
}

/** What a licence is called; the catalogue's entry for “nothing is stated” is no licence. */
function namesOf({ id, spdx, title, url, synonyms }: Licence): readonly Name[] {
  if (spdx === 'NOASSERTION') return [];
  return [id, title, url, ...synonyms].flatMap((text) => {
    if (text === undefined) return [];
    const words = wordsOf(text);
    return [{ id, spdx, text, words, versioned: /^\d+$/.test(words.at(-1) ?? '') }];
  });
}
