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
  /** True when the version was cut to its first figure: `CC BY 4` for 4.0. */
  readonly short: boolean;
  /** Id without its version: names of one family are one licence in several versions. */
  readonly family: string;
};

/** The words of a text, and the clause each stands in, so that a “not” reaches no further than its own. */
type Words = { readonly words: readonly string[]; readonly clauses: readonly number[] };

/** Words between a name and the “not” before it that still deny it: `not covered by the terms of the OGL`. */
const DENIAL_REACH = 6;
const DENIALS = new Set('not never cannot isn aren wasn excluded exempt outside nor'.split(' '));
/** Words that deny only what follows closely: `no OGL`, `except OGL`; `except where stated, OGL` is none. */
const CLOSE_REACH = 2;
const CLOSE_DENIALS = new Set('no non except excluding without'.split(' '));
/** What denies a name after it: `OGL does not apply`, `OGL: no`. */
const DENIED_AFTER =
  /^(?:(?:does|do|is|are|was|has|can) not\b|cannot\b|not (?:appl|avail|cover|grant|agreed|yet|valid|permit|used|confirm)|(?:no|not|n a)$)/;
/** Words after a Creative Commons name that make it another licence. */
const MODIFIERS = new Set(['nc', 'nd', 'sa', 'noncommercial', 'noderivatives', 'sharealike']);

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
  const read = wordsOf(text);
  const found = new Map<string, Name>();
  for (let at = 0; at < read.words.length; ) {
    const name = longestAt(read.words, at, index);
    if (name !== undefined && isMeant(name, read, at)) keepPlainest(found, name);
    at += name?.words.length ?? 1;
  }
  const names = [...found.values()];
  return names
    .filter((name) => !names.some((other) => isVersionOf(other, name)))
    .map((name) => ({ id: name.id, evidence: name.text, confidence: confidenceIn(name) }));
}

/** `Open Government Licence (OGL v2.0)`: the name without a version adds nothing to the one with. */
const isVersionOf = (other: Name, name: Name): boolean =>
  other !== name && other.versioned && !name.versioned && other.family === name.family;

function keepPlainest(found: Map<string, Name>, name: Name): void {
  const known = found.get(name.spdx);
  const plainer = name.id === name.spdx && known?.id !== name.spdx;
  const surer = name.id === known?.id && confidenceIn(name) > confidenceIn(known);
  if (known === undefined || plainer || surer) found.set(name.spdx, name);
}

/** False when words around deny the name, or another version or kind than the catalogue's follows. */
function isMeant(name: Name, { words, clauses }: Words, at: number): boolean {
  const clause = clauses[at];
  const before = words.slice(0, at).filter((_, index) => clauses[index] === clause);
  if (before.slice(-DENIAL_REACH).some((word) => DENIALS.has(word))) return false;
  if (before.slice(-CLOSE_REACH).some((word) => CLOSE_DENIALS.has(word))) return false;
  const end = at + name.words.length;
  if (DENIED_AFTER.test(words.slice(end, end + 3).join(' '))) return false;
  const next = words[end] ?? '';
  if (name.id.startsWith('CC-') && MODIFIERS.has(next)) return false;
  if (name.versioned && !name.short) return true;
  return !/^\d$/.test(next);
}

function confidenceIn({ text, versioned }: Name): number {
  if (CREDIT_LINE.test(text)) return 0.6;
  return versioned ? 1 : 0.8;
}

/** Spellings brought to one: `Open Gov. Licence`, `UKOGL`, `OpenGovernmentLicence_v3`, `Share Alike`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/licens/g, 'licenc'],
  [/\blic\b\.?/g, 'licence'],
  [/\bgov(?:t|ernment)?\b\.?/g, 'government'],
  [/open\s*government\s*licence/g, 'open government licence'],
  [/\bukogl/g, 'uk ogl'],
  [/\b(?:uk[\s_-]+)(?=ogl)/g, ''],
  [/licence(?=v?\d)/g, 'licence '],
  [/(?<=licence )for public sector information/g, ''],
  [/share[\s-]+alike/g, 'sharealike'],
  [/non[\s-]+commercial/g, 'noncommercial'],
  [/no[\s-]*deriv(?:s|atives?)\b/g, 'noderivatives'],
  [/\bn['’]t\b/g, ' not'],
];

/** Letters and digits parted from each other and from the rest: `OGLv3.0` → ogl, 3, 0. */
function wordsOf(text: string): Words {
  const plain = SPELLINGS.reduce(
    (spelt, [pattern, to]) => spelt.replaceAll(pattern, to),
    text.toLowerCase().replaceAll('_', ' '),
  );
  const words: string[] = [];
  const clauses: number[] = [];
  let clause = 0;
  for (const [part] of plain.matchAll(/\p{L}+|\d+|[.;,!?](?=\s)|\n/gu)) {
    if (!/[\p{L}\d]/u.test(part)) clause++;
    else if (!IDLE.has(part)) {
      words.push(part);
      clauses.push(clause);
    }
  }
  return { words, clauses };
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
  const family = id.replace(/-\d[\d.]*$/, '');
  return [id, title, url, ...synonyms].flatMap((text) => {
    if (text === undefined) return [];
    const { words } = wordsOf(text);
    const name = { id, spdx, text, words, versioned: isFigure(words.at(-1)), short: false, family };
    const isWhole = words.at(-1) === '0' && isFigure(words.at(-2));
    return isWhole ? [name, { ...name, words: words.slice(0, -1), short: true }] : [name];
  });
}

const isFigure = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);
