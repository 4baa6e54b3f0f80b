import type { Licence } from '#data/schema/licence.ts';

/** A licence of the catalogue found in somebody's words. */
export type RecognisedLicence = {
  readonly id: string;
  /** The words that name it, as the catalogue has them. */
  readonly evidence: string;
};

type Name = { readonly id: string; readonly spdx: string; readonly text: string };

const names = new WeakMap<ReadonlyMap<string, Licence>, ReadonlyMap<string, readonly Name[]>>();

/**
 * The licences of the catalogue that a text names, by id, title, address or publishers' words; the longest
 * name at each place counts, so that “CC BY-SA 4.0” is not CC BY. Empty: none is named.
 *
 * Several licences that grant the same (one SPDX expression, several attribution lines) are one: the plain one.
 */
export function recogniseLicences(
  text: string,
  catalogue: ReadonlyMap<string, Licence>,
): readonly RecognisedLicence[] {
  const index = indexOf(catalogue);
  const words = wordsOf(text);
  const found: Name[] = [];
  for (let at = 0; at < words.length; ) {
    const name = longestAt(words, at, index);
    if (name !== undefined) found.push(name);
    at += name === undefined ? 1 : wordsOf(name.text).length;
  }
  const bySpdx = new Map<string, Name>();
  for (const name of found) {
    const known = bySpdx.get(name.spdx);
    if (known === undefined || (name.id === name.spdx && known.id !== name.spdx)) {
      bySpdx.set(name.spdx, name);
    }
  }
  return [...bySpdx.values()].map(({ id, text: evidence }) => ({ id, evidence }));
}

/** Letters and digits parted from each other and from the rest: `OGLv3.0` → ogl, 3, 0. */
function wordsOf(text: string): readonly string[] {
  const parts = text
    .toLowerCase()
    .replace(/licens/g, 'licenc')
    .match(/\p{L}+|\d+/gu);
  return (parts ?? []).filter(
    (part) => !['v', 'version', 'the', 'https', 'http', 'www'].includes(part),
  );
}

function longestAt(
  words: readonly string[],
  at: number,
  index: ReadonlyMap<string, readonly Name[]>,
): Name | undefined {
  return (index.get(words[at] ?? '') ?? []).find((name) =>
    wordsOf(name.text).every((word, offset) => words[at + offset] === word),
  );
}

/** Names by their first word, longest first; of equals the plain licence before those built on it. */
function indexOf(catalogue: ReadonlyMap<string, Licence>): ReadonlyMap<string, readonly Name[]> {
  const known = names.get(catalogue);
  if (known !== undefined) return known;
  const index = new Map<string, Name[]>();
  for (const name of [...catalogue.values()].flatMap(namesOf)) {
    const [first] = wordsOf(name.text);
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), name]);
  }
  const rank = ({ id, spdx, text }: Name): number => wordsOf(text).length + (id === spdx ? 0.5 : 0);
  for (const list of index.values()) list.sort((a, b) => rank(b) - rank(a));
  names.set(catalogue, index);
  return index;
}

/** What a licence is called; the catalogue's entry for “nothing is stated” is no licence. */
function namesOf({ id, spdx, title, url, synonyms }: Licence): readonly Name[] {
  if (spdx === 'NOASSERTION' || spdx === 'NONE') return [];
  return [id, title, url, ...synonyms].flatMap((text) =>
    text === undefined ? [] : [{ id, spdx, text }],
  );
}
