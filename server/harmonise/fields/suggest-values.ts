import { attributesOf, FEATURE_TYPES } from '#data/features/index.ts';
import type { Attribute, Code } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnFacts } from '../profile.ts';
import { spellOut } from './abbreviations.ts';
import { foldCode } from './code.ts';
import { wordsOf } from './heading.ts';
import { endedWords } from './suggest-words.ts';

/** How far the values of a column come from one code list. */
type Overlap = {
  /** Different codes met under any word. */
  readonly codes: number;
  /** Share of values, by how often they stand, that are words for its codes. */
  readonly share: number;
  /** Different codes met under a word too long to be an accident. */
  readonly telling: number;
  /** Different codes met under a phrase of three words or more: `owned by a public authority`. */
  readonly plain: number;
};

/** What the values of a column say by themselves, whatever its heading. */
export type ColumnSense = {
  readonly lists: ReadonlyMap<readonly Code[], Overlap>;
  /** Envelope attribute whose unmistakable shape the values have: `postcode`, `ward-code`. */
  readonly shape: string | undefined;
  /** Words of its heading, written out. */
  readonly words: readonly string[];
};

/** Different values a column of codes has at most. */
const MOST_CODES = 60;
/** Values a column must have before they are taken for more than an accident. */
const LEAST_SAMPLED = 3;
/** Share of values that must be of the list or shape. */
const LEAST_SHARE = 0.8;
/** Letters of a word that is no accident; `A`, `F` and `BR` stand in many lists. */
const TELLING_LENGTH = 5;

const PHRASE = /^\S+ \S+ \S+/;

/** Look at the values of a column. */
export function senseOf(column: ColumnFacts): ColumnSense {
  const words = endedWords(column.name).map(spellOut);
  if (column.sampled < LEAST_SAMPLED) return { lists: new Map(), shape: undefined, words };
  return { lists: listsOf(column), shape: shapeOf(column), words };
}

type Met = {
  count: number;
  readonly all: Set<Code>;
  readonly codes: Set<Code>;
  readonly plain: Set<Code>;
};

function listsOf({ type, values }: ColumnFacts): ColumnSense['lists'] {
  if ((type !== 'text' && type !== 'mixed') || values.size > MOST_CODES) return new Map();
  const met = new Map<readonly Code[], Met>();
  let total = 0;
  for (const [text, count] of values) {
    total += count;
    meet(foldCode(text), count, met);
  }
  const lists = [...met].map(([list, { count, all, codes, plain }]) => {
    const sizes = { codes: all.size, telling: codes.size, plain: plain.size };
    return [list, { share: count / total, ...sizes }] as const;
  });
  return new Map(lists.filter(([, { share }]) => share >= LEAST_SHARE));
}

function meet(folded: string, count: number, met: Map<readonly Code[], Met>): void {
  const telling = folded.length >= TELLING_LENGTH && folded !== 'unknown';
  for (const [list, code] of wordsOfCodes().get(folded) ?? []) {
    const found = met.get(list) ?? { count: 0, all: new Set(), codes: new Set(), plain: new Set() };
    met.set(list, found);
    found.count += count;
    if (folded.length > 2) found.all.add(code);
    if (telling) found.codes.add(code);
    if (PHRASE.test(folded)) found.plain.add(code);
  }
}

type Listing = readonly [readonly Code[], Code];

let index: ReadonlyMap<string, readonly Listing[]> | undefined;

/** Every word that stands for a code, and the lists it belongs to. */
function wordsOfCodes(): ReadonlyMap<string, readonly Listing[]> {
  if (index !== undefined) return index;
  const found = new Map<string, Listing[]>();
  const attributes = FEATURE_TYPES.flatMap((type) => attributesOf(type));
  const lists = new Set(attributes.flatMap(({ codes }) => (codes === undefined ? [] : [codes])));
  for (const list of lists) {
    for (const code of list) {
      for (const text of textsOf(code)) append(found, text, [list, code]);
    }
  }
  index = found;
  return found;
}

const textsOf = ({ value, title, synonyms = [] }: Code): ReadonlySet<string> =>
  new Set([value, title, ...synonyms.filter((word) => !word.includes('…'))].map(foldCode));

function append(index: Map<string, Listing[]>, text: string, listing: Listing): void {
  const known = index.get(text);
  if (known === undefined) index.set(text, [listing]);
  else known.push(listing);
}

/** Attribute any web address may stand in where no other claims it. */
const LINK = 'documentation-url';

/** Shapes no other kind of value has. Source: ONS coding policy, ONS Postcode Directory user guide. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['postcode', /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i],
  ['gss', /^(E0[6-9]|W06|S12|N09)\d{6}$/],
  ['ward-code', /^(E05|W05|S13|N08)\d{6}$/],
  ['lsoa', /^(E|W)01\d{6}$/],
  ['msoa', /^(E|W)02\d{6}$/],
];

function shapeOf({ type, values }: ColumnFacts): string | undefined {
  if (type === 'url') return LINK;
  if (type !== 'text') return undefined;
  const texts = [...values.keys()].slice(0, 100);
  const fits = (shape: RegExp): boolean =>
    texts.filter((text) => shape.test(text)).length >= texts.length * 0.9;
  return SHAPES.find(([, shape]) => fits(shape))?.[0];
}

/** An attribute a column may hold by its values. */
export type Guess = {
  readonly attribute: Attribute;
  readonly confidence: number;
  readonly reason: string;
};

/** Headings that say only that a column tells kinds apart. */
const KIND =
  /^(type|kind|class|category|status|level|grade|classification|state|sort|group|subtype)$/;

/** What the values of a column make it in a feature type: a code list they come from, or their shape. */
export function guessByValues(
  type: FeatureType,
  { lists, shape, words }: ColumnSense,
): readonly Guess[] {
  if (lists.size === 0 && shape === undefined) return [];
  return attributesOf(type).flatMap((attribute): Guess[] => {
    if (attribute.name === shape) {
      return [{ attribute, confidence: shape === LINK ? 0.61 : 0.65, reason: 'by its shape' }];
    }
    const overlap = attribute.codes === undefined ? undefined : lists.get(attribute.codes);
    if (overlap === undefined) return [];
    const confidence = trust(attribute, overlap, words);
    const percent = Math.round(overlap.share * 100);
    const reason = `${percent} % of values are words of its list`;
    return confidence === 0 ? [] : [{ attribute, confidence, reason }];
  });
}

const attributeWords = new WeakMap<Attribute, ReadonlySet<string>>();

function wordsOfAttribute(attribute: Attribute): ReadonlySet<string> {
  const { name, title, synonyms } = attribute;
  const known = attributeWords.get(attribute);
  const words = known ?? new Set(wordsOf(`${name} ${title} ${synonyms.join(' ')}`).map(spellOut));
  attributeWords.set(attribute, words);
  return words;
}

function trust(
  attribute: Attribute,
  { codes, telling, plain, share }: Overlap,
  words: readonly string[],
): number {
  const isLifecycle = attribute.name === 'lifecycle-status';
  const alone = words.length > 0 && words.every((word) => KIND.test(word));
  // `Status` over the stages of planning is that, whatever other statuses there are.
  const plainly = plain >= 2 || (alone && telling >= 2);
  if (share > 0.9 && plainly && !isLifecycle) return 0.98;
  const own = wordsOfAttribute(attribute);
  const shared = words.some((word) => own.has(word) && !KIND.test(word));
  if (shared) return telling >= 2 ? 0.78 : 0.7;
  if (alone) return trustAlone({ codes, telling, share });
  // Nothing in the heading helps: only a list all its own counts, never the stages of life all types share.
  return share > 0.9 && telling >= 3 && !isLifecycle ? 0.62 : 0;
}

/** `Type` over LEAP, NEAP and LAP: short words will do where every one is of the list. */
function trustAlone({ codes, telling, share }: Pick<Overlap, 'codes' | 'telling' | 'share'>) {
  if (telling >= 2) return 0.72;
  return share === 1 && codes >= 2 ? 0.68 : 0;
}
