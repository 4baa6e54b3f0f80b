import type { FeatureDraft } from './draft.ts';
import { type PublishedBlock, writeBlock } from './published.ts';
import { writeWkb } from './wkb.ts';

/**
 * Records packed as the store keeps them, a few hundred at a time: what it searches as columns, the rest as one
 * block. Packing costs more than keeping, so the process that reads the file does it.
 */
export type Frame = {
  readonly records: number;
  /** `NUMBERS` of each record, one record after the other; NaN where there is none. */
  readonly numbers: Float64Array;
  /** `TEXTS` of each record likewise. */
  readonly texts: readonly (string | null)[];
  /** What many records say alike, and which of it each one says: `TERMS`, by their place in `terms`. */
  readonly terms: readonly (string | null)[];
  readonly termNumbers: Uint32Array;
  /** WKB of all geometries, one after the other, and where each ends. */
  readonly geometries: Uint8Array;
  readonly geometryEnds: Uint32Array;
  readonly published: PublishedBlock;
};

/** Columns kept as numbers. */
export const NUMBERS = [
  'key',
  'lng',
  'lat',
  'west',
  'south',
  'east',
  'north',
  'line',
  // hash of what no attribute took: two editions are held side by side by it
  'extra_mark',
] as const;

/** Columns kept as texts of their own; `words` go to the index of words only. */
export const TEXTS = ['id', 'reference', 'name', 'attributes', 'words'] as const;

/** Columns whose texts many records share. */
export const TERMS = ['type', 'lifecycle', 'district', 'layer', 'placement'] as const;

/** Pack records. */
export function packFrame(drafts: readonly FeatureDraft[]): Frame {
  const numbers = new Float64Array(drafts.length * NUMBERS.length);
  const termNumbers = new Uint32Array(drafts.length * TERMS.length);
  const geometryEnds = new Uint32Array(drafts.length);
  const texts: (string | null)[] = [];
  const terms = openTerms();
  const geometries: Uint8Array[] = [];
  let end = 0;
  for (const [index, draft] of drafts.entries()) {
    putNumbers(draft, numbers, index * NUMBERS.length);
    texts.push(...textsOf(draft));
    termNumbers.set(termsOf(draft, terms), index * TERMS.length);
    const geometry = draft.geometry && writeWkb(draft.geometry);
    if (geometry) geometries.push(geometry);
    end += geometry?.length ?? 0;
    geometryEnds[index] = end;
  }
  return {
    records: drafts.length,
    ...{ numbers, texts, termNumbers, geometryEnds },
    terms: terms.list,
    geometries: Buffer.concat(geometries, end),
    published: writeBlock(drafts),
  };
}

const UNPLACED = [Number.NaN, Number.NaN, Number.NaN, Number.NaN] as const;

/** Put the `NUMBERS` of a record where they belong. */
function putNumbers(draft: FeatureDraft, into: Float64Array, at: number): void {
  const { point: [lng, lat] = UNPLACED, bounds: [west, south, east, north] = UNPLACED } = draft;
  into[at] = draft.key;
  into[at + 1] = lng;
  into[at + 2] = lat;
  into[at + 3] = west;
  into[at + 4] = south;
  into[at + 5] = east;
  into[at + 6] = north;
  into[at + 7] = draft.line;
  into[at + 8] = markOf(draft.extra);
}

const textsOf = ({ id, reference, name, attributes, words }: FeatureDraft) =>
  [id, reference ?? null, name ?? null, JSON.stringify(attributes), words] as const;

type Terms = ReturnType<typeof openTerms>;

function termsOf({ type, lifecycle, district, layer, placement }: FeatureDraft, terms: Terms) {
  return [
    terms.numberOf(type),
    terms.numberOf(lifecycle),
    terms.numberOf(district ?? null),
    terms.numberOf(layer),
    placement ? terms.numberOf(JSON.stringify(placement)) : 0,
  ];
}

/** Numbers texts in the order they are met; 0 is none. */
function openTerms() {
  const list: (string | null)[] = [null];
  const numbers = new Map<string | null, number>([[null, 0]]);
  return {
    list,
    numberOf(text: string | null): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, list.length);
      return list.push(text) - 1;
    },
  };
}

/** 53 bits that differ where two records say different things, but for one pair in 10¹⁵; 0 for nothing said. */
export function markOf(extra: FeatureDraft['extra']): number {
  const names = Object.keys(extra);
  if (names.length === 0) return 0;
  // cyrb53 by bryc, public domain: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const stir = (unit: number): void => {
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  };
  for (const name of names) {
    const value = extra[name];
    for (let at = 0; at < name.length; at++) stir(name.charCodeAt(at));
    stir(typeof value === 'string' ? TEXT : OTHER);
    const text = String(value);
    for (let at = 0; at < text.length; at++) stir(text.charCodeAt(at));
    stir(END);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/** What is no code unit of a text: which kind of value begins, and where it ends. */
const [TEXT, OTHER, END] = [0x10001, 0x10002, 0x10003] as const;
