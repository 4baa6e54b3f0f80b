import type { FeatureDraft } from './draft.ts';
import { Mark, markExtras, markOfText } from './mark.ts';
import { type PublishedBlock, writeBlock } from './published.ts';
import { packWkb } from './wkb-pack.ts';

/**
 * Records packed as the store keeps them, a few hundred at a time: it puts them away as they are, and a record is
 * taken out by its place. The process that reads the file packs them: it costs more than keeping them.
 */
export type Frame = {
  readonly records: number;
  /** Records with a position. */
  readonly placed: number;
  /** Smallest and largest line. */
  readonly lines: readonly [first: number, last: number];
  /** `NUMBERS` of each record, one record after the other; NaN where there is none. */
  readonly numbers: Float64Array;
  /** `TEXTS` of each record, UTF-8, one after the other, and the byte each ends at; none is empty. */
  readonly texts: Uint8Array;
  readonly textEnds: Uint32Array;
  /** What many records say alike, and which of it each one says: `TERMS`, by their place in `terms`. */
  readonly terms: readonly (string | null)[];
  readonly termNumbers: Uint16Array;
  /** WKB of all geometries, one after the other, and where each ends. */
  readonly geometries: Uint8Array;
  readonly geometryEnds: Uint32Array;
  /** The words that find its records, `FOUND_TOGETHER` of them at a time. */
  readonly words: readonly FoundBy[];
  readonly published: PublishedBlock;
};

export type FoundBy = readonly [name: string, reference: string, words: string];

/** Records found together: which of them it is is seen when they are read. */
export const FOUND_TOGETHER = 25;

/** Most records of a frame: many share their words, few have to be read to see one of them. */
export const FRAME_SIZE = 200;

/** Numbers of a record. */
export const NUMBERS = [
  'key',
  'lng',
  'lat',
  'west',
  'south',
  'east',
  'north',
  'line',
  // hashes by which two editions are held side by side: of the id, of what is shown, of what no attribute took
  'idMark',
  'shownMark',
  'extraMark',
] as const;

/** Texts of a record. */
export const TEXTS = ['id', 'reference', 'name', 'attributes'] as const;

/** Texts that many records share. */
export const TERMS = ['type', 'lifecycle', 'district', 'layer', 'placement'] as const;

/** Pack records, at most `FRAME_SIZE`. */
export function packFrame(drafts: readonly FeatureDraft[]): Frame {
  const geometries = packGeometries(drafts);
  const texts = packTexts(drafts);
  const terms = packTerms(drafts);
  const numbers = new Float64Array(drafts.length * NUMBERS.length);
  const lines: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const markOfExtra = markExtras();
  let placed = 0;
  for (const [index, draft] of drafts.entries()) {
    const mark = new Mark();
    const to = texts.textEnds[index * TEXTS.length + TEXTS.length - 1] ?? 0;
    mark.bytes(texts.texts, texts.textEnds[index * TEXTS.length] ?? 0, to);
    mark.bytes(
      geometries.geometries,
      geometries.geometryEnds[index - 1] ?? 0,
      geometries.geometryEnds[index] ?? 0,
    );
    mark.text(draft.type).text(draft.lifecycle);
    const marks = [markOfText(draft.id), mark.value(), markOfExtra(draft.extra)] as const;
    putNumbers(draft, marks, numbers, index * NUMBERS.length);
    if (draft.point) placed++;
    lines[0] = Math.min(lines[0], draft.line);
    lines[1] = Math.max(lines[1], draft.line);
  }
  return {
    ...{ records: drafts.length, placed, lines, numbers, ...texts, ...terms, ...geometries },
    words: packWords(drafts),
    published: writeBlock(drafts),
  };
}

const UNPLACED = [Number.NaN, Number.NaN, Number.NaN, Number.NaN] as const;

/** Put the `NUMBERS` of a record where they belong. */
function putNumbers(
  draft: FeatureDraft,
  [id, shown, extra]: readonly [id: number, shown: number, extra: number],
  into: Float64Array,
  at: number,
): void {
  const { point: [lng, lat] = UNPLACED, bounds: [west, south, east, north] = UNPLACED } = draft;
  into[at] = draft.key;
  into[at + 1] = lng;
  into[at + 2] = lat;
  into[at + 3] = west;
  into[at + 4] = south;
  into[at + 5] = east;
  into[at + 6] = north;
  into[at + 7] = draft.line;
  into[at + 8] = id;
  into[at + 9] = shown;
  into[at + 10] = extra;
}

function packTexts(drafts: readonly FeatureDraft[]): Pick<Frame, 'texts' | 'textEnds'> {
  const parts: string[] = [];
  for (const { id, reference = '', name = '', attributes } of drafts) {
    parts.push(id, reference, name, JSON.stringify(attributes));
  }
  return joinTexts(parts);
}

/** Join texts, all in one piece: where nothing but ASCII is written, a letter is a byte. */
export function joinTexts(parts: readonly string[]): Pick<Frame, 'texts' | 'textEnds'> {
  const whole = parts.join('');
  const texts = Buffer.from(whole);
  const isAscii = texts.length === whole.length;
  const textEnds = new Uint32Array(parts.length);
  let end = 0;
  for (const [index, part] of parts.entries()) {
    end += isAscii ? part.length : Buffer.byteLength(part);
    textEnds[index] = end;
  }
  return { texts, textEnds };
}

function packGeometries(drafts: readonly FeatureDraft[]) {
  const { bytes, ends } = packWkb(drafts.map(({ geometry }) => geometry));
  return { geometries: bytes, geometryEnds: ends };
}

function packTerms(drafts: readonly FeatureDraft[]): Pick<Frame, 'terms' | 'termNumbers'> {
  const terms: (string | null)[] = [null];
  const numbers = new Map<string | null, number>([[null, 0]]);
  const numberOf = (text: string | null): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, terms.length);
    return terms.push(text) - 1;
  };
  const termNumbers = new Uint16Array(drafts.length * TERMS.length);
  let at = 0;
  for (const { type, lifecycle, district = null, layer, placement } of drafts) {
    termNumbers[at++] = numberOf(type);
    termNumbers[at++] = numberOf(lifecycle);
    termNumbers[at++] = numberOf(district);
    termNumbers[at++] = numberOf(layer);
    termNumbers[at++] = placement ? numberOf(JSON.stringify(placement)) : 0;
  }
  return { terms, termNumbers };
}

function packWords(drafts: readonly FeatureDraft[]): readonly FoundBy[] {
  const words: FoundBy[] = [];
  for (let from = 0; from < drafts.length; from += FOUND_TOGETHER) {
    const some = drafts.slice(from, from + FOUND_TOGETHER);
    words.push([
      some.map(({ name = '' }) => name).join(' '),
      some.map(({ reference = '' }) => reference).join(' '),
      some.map((draft) => draft.words).join(' '),
    ]);
  }
  return words;
}
