import type { Cell } from '#data/schema/flow.ts';

/** No coordinate is written longer, characters. */
const LONGEST = 40;

/** What people write where there is no coordinate, lower case. */
const NOTHING = new Set(
  [
    '',
    '-',
    '--',
    '.',
    '?',
    'n/a',
    'na',
    'n.a.',
    '#n/a',
    '#value!',
    '#ref!',
    'null',
    '(null)',
  ].concat(['<null>', 'none', 'nil', 'nan', 'unknown', 'not known', 'tbc', 'tba', 'missing']),
);

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^[+-]?\d{1,3},\d{4,}$/;
/** `53°28′51.4″N`, `N 53 28 51.4`, `53:28:51`, `53.4808° N`, `2.2426W`, `381429 m`. */
const DEGREES =
  /^([NSEW])?\s*([+-]?\d{1,7}(?:\.\d+)?)\s*(?:[°ºd:]|deg(?:rees)?|\s)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:['′’m:]|\s|$)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”s]|''|′′)?)?)?\s*([NSEW]|m)?$/i;

/**
 * Read one coordinate in any customary spelling: plain, with thousands commas or a decimal comma,
 * in degrees, minutes and seconds, with a hemisphere letter.
 *
 * @returns undefined when the cell says there is none (`''` is not 0), NaN when it cannot be read,
 * an infinity when it is one
 */
export function readCoordinate(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return cell === null || cell === undefined ? undefined : Number.NaN;
  const text = cell.trim();
  if (PLAIN.test(text)) return Number(text);
  if (text.length > LONGEST) return Number.NaN;
  if (NOTHING.has(text.toLowerCase())) return undefined;
  if (/^[+-]?(?:inf|infinity)$/i.test(text)) return Number.POSITIVE_INFINITY;
  return readUnusual(text.replace(/[\u2212\u2010-\u2013]/g, '-').replace(/\u00a0/g, ' '));
}

function readUnusual(text: string): number {
  if (PLAIN.test(text)) return Number(text);
  if (THOUSANDS.test(text)) return Number(text.replace(/[,\s]/g, ''));
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  const match = DEGREES.exec(text);
  if (!match) return Number.NaN;
  const [, before, whole = '', minutes, seconds, after] = match;
  if (minutes !== undefined && (Math.abs(Number(whole)) > 180 || whole.includes('.'))) {
    return Number.NaN;
  }
  const size = Math.abs(Number(whole)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const southOrWest = /[SW]/i.test(before ?? after ?? '');
  return whole.startsWith('-') || southOrWest ? -size : size;
}

/**
 * Read a cell that holds several coordinates: `376909.953, 376913.2`, `53.4; 53.5`. Thousands commas
 * are not taken for lists.
 *
 * @returns undefined unless there are two or more and every one is a plain number
 */
export function readCoordinates(cell: Cell | undefined): readonly number[] | undefined {
  if (typeof cell !== 'string' || !/[,;|]\s/.test(cell)) return undefined;
  const texts = cell.split(/[,;|]/).map((text) => text.trim());
  const numbers = texts.map((text) => (PLAIN.test(text) ? Number(text) : Number.NaN));
  return numbers.length > 1 && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** Two coordinates of one cell, in the order written. */
export type CoordinatePair = {
  readonly first: number;
  readonly second: number;
  /** The order its own labels give; absent when it has none. */
  readonly axis?: 'xy' | 'yx';
};

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
const BARE_PAIR = new RegExp(String.raw`^[([]?\s*(${NUMBER})\s*[,;\s]\s*(${NUMBER})\s*[)\]]?$`);
/** Addresses with the position behind, as some portals export them: `1 High Street (53.4, -2.2)`. */
const TRAILING_PAIR = new RegExp(String.raw`\(\s*(${NUMBER})\s*[,;]\s*(${NUMBER})\s*\)\s*$`);
const LABELLED_YX = new RegExp(
  String.raw`^(?:lat(?:itude)?|n(?:orthings?)?|y)\s*[:=]?\s*(${NUMBER})[\s,;/|]*(?:lon(?:g|gitude)?|lng|e(?:astings?)?|x)\s*[:=]?\s*(${NUMBER})$`,
  'i',
);
const LABELLED_XY = new RegExp(
  String.raw`^(?:lon(?:g|gitude)?|lng|e(?:astings?)?|x)\s*[:=]?\s*(${NUMBER})[\s,;/|]*(?:lat(?:itude)?|n(?:orthings?)?|y)\s*[:=]?\s*(${NUMBER})$`,
  'i',
);
/** Two halves that each end in a hemisphere: `53°28′51″N 2°14′33″W`, `381429E 391372N`. */
const HEMISPHERES = /^(.{1,24}?[NSEW])[\s,;/]*(.{1,24}[NSEW])$/i;

/**
 * Read a cell that holds a whole position: `(51.388, -2.333)`, `381429, 391372`,
 * `53°28′51″N 2°14′33″W`, `E 381429 N 391372`.
 *
 * @returns undefined when it is not two numbers
 */
export function readPair(text: string): CoordinatePair | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 300) return undefined;
  const bare = BARE_PAIR.exec(trimmed) ?? TRAILING_PAIR.exec(trimmed);
  if (bare) return pairOf(bare);
  const yx = LABELLED_YX.exec(trimmed);
  if (yx) return pairOf(yx, 'yx');
  const xy = LABELLED_XY.exec(trimmed);
  if (xy) return pairOf(xy, 'xy');
  return trimmed.length > 60 ? undefined : pairOfHemispheres(trimmed);
}

function pairOf(match: RegExpExecArray, axis?: 'xy' | 'yx'): CoordinatePair {
  const pair = { first: Number(match[1]), second: Number(match[2]) };
  return axis === undefined ? pair : { ...pair, axis };
}

function pairOfHemispheres(text: string): CoordinatePair | undefined {
  const [, one = '', two = ''] = HEMISPHERES.exec(text) ?? [];
  const northFirst = /[NS]$/i.test(one) && /[EW]$/i.test(two);
  const eastFirst = /[EW]$/i.test(one) && /[NS]$/i.test(two);
  const first = readCoordinate(one);
  const second = readCoordinate(two);
  if (!(northFirst || eastFirst) || first === undefined || second === undefined) return undefined;
  if (Number.isNaN(first) || Number.isNaN(second)) return undefined;
  return { first, second, axis: northFirst ? 'yx' : 'xy' };
}
