import { readCoordinate } from './coordinate.ts';
import { plainSpelling } from './written-degrees.ts';

/** Two coordinates of one cell, in the order written. */
export type CoordinatePair = {
  readonly first: number;
  readonly second: number;
  /** The order its own labels give; absent when it has none. */
  readonly axis?: 'xy' | 'yx';
};

/** No cell that holds one position is written longer, characters. */
const LONGEST = 2_000;
/** Beyond this length only an address or link with a position in it is looked for. */
const LONGEST_BARE = 80;

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
const COMMA_NUMBER = String.raw`[+-]?\d+,\d+`;
const BARE_PAIR = new RegExp(
  String.raw`^[([{]?\s*(${NUMBER})\s*(?:[,;/|]\s*|\s)\s*(${NUMBER})\s*[)\]}]?$`,
);
/** `53,4808; -2,2426` and `384,007 397,003`: the comma belongs to each number. */
const COMMA_PAIR = new RegExp(
  String.raw`^[([]?\s*(${COMMA_NUMBER})\s*(?:[;/|]\s*|,\s+|\s)\s*(${COMMA_NUMBER})\s*[)\]]?$`,
);
/** Addresses with the position behind, as some portals export them: `1 High Street (53.4, -2.2)`. */
const TRAILING_PAIR = new RegExp(String.raw`\(\s*(${NUMBER})\s*[,;]\s*(${NUMBER})\s*\)\s*$`);
const LATITUDE = `(?:lat(?:itude)?|n(?:orthings?)?|y)`;
const LONGITUDE = `(?:lon(?:g|gitude)?|lng|e(?:astings?)?|x)`;
const LABELLED_YX = new RegExp(
  String.raw`^${LATITUDE}\s*[:=]?\s*(${NUMBER})[\s,;/|]*${LONGITUDE}\s*[:=]?\s*(${NUMBER})$`,
  'i',
);
const LABELLED_XY = new RegExp(
  String.raw`^${LONGITUDE}\s*[:=]?\s*(${NUMBER})[\s,;/|]*${LATITUDE}\s*[:=]?\s*(${NUMBER})$`,
  'i',
);
const DECIMAL = String.raw`-?\d{1,3}\.\d+`;
/** Links to web maps and `geo:` addresses; every one puts the latitude first. */
const LINKS = [
  `^geo:(${DECIMAL}),(${DECIMAL})`,
  `^https?:.*!3d(${DECIMAL})!4d(${DECIMAL})`,
  String.raw`^https?:.*[?&#](?:q|query|ll|sll|cbll|center|daddr|destination|viewpoint)=(?:loc:)?(${DECIMAL})(?:,|%2C)(?:\+|%20)?(${DECIMAL})`,
  `^https?:.*[?&]m?lat=(${DECIMAL})&m?(?:lon|lng)=(${DECIMAL})`,
  String.raw`^https?:.*/@?(${DECIMAL}),\+?(${DECIMAL})`,
  String.raw`^https?:.*#map=[\d.]+/(${DECIMAL})/(${DECIMAL})`,
].map((pattern) => new RegExp(pattern, 'i'));
/** Two halves that each end, or each begin, with a hemisphere: `53°28′51″N 2°14′33″W`, `N53.4 W2.2`. */
const LETTERS_BEHIND = /^(.{1,30}?[NSEW])[\s,;/|]*(.{1,30}[NSEW])$/i;
const LETTERS_BEFORE = /^([NSEW].{1,30}?)[\s,;/|]*([NSEW].{1,30})$/i;

/**
 * Read a cell that holds a whole position: `(51.388, -2.333)`, `381429, 391372`,
 * `53°28′51″N 2°14′33″W`, `E 381429 N 391372`, a link to a web map.
 *
 * @returns undefined when it is not two numbers
 */
export function readPair(text: string): CoordinatePair | undefined {
  if (text.length > LONGEST || !/\d/.test(text)) return undefined;
  const trimmed = text.trim();
  if (/^(?:https?|geo):/i.test(trimmed)) return readLink(trimmed);
  const bare = BARE_PAIR.exec(trimmed) ?? TRAILING_PAIR.exec(trimmed);
  if (bare) return pairOf(bare);
  if (trimmed.length > LONGEST_BARE) return undefined;
  return readSpelt(plainSpelling(trimmed).replace(/^["']+|(?<!\d\s*)["']+$/g, ''), trimmed);
}

function readLink(text: string): CoordinatePair | undefined {
  for (const pattern of LINKS) {
    const match = pattern.exec(text);
    if (match) return { ...pairOf(match), axis: 'yx' };
  }
  return undefined;
}

function readSpelt(spelt: string, published: string): CoordinatePair | undefined {
  const quoted = /^["'].*["']$/.test(published) ? published.slice(1, -1).trim() : spelt;
  const bare = BARE_PAIR.exec(spelt) ?? BARE_PAIR.exec(quoted);
  if (bare) return pairOf(bare);
  const commas = COMMA_PAIR.exec(spelt);
  if (commas) return pairOfCommas(commas);
  const yx = LABELLED_YX.exec(spelt);
  if (yx) return { ...pairOf(yx), axis: 'yx' };
  const xy = LABELLED_XY.exec(spelt);
  if (xy) return { ...pairOf(xy), axis: 'xy' };
  return pairOfHemispheres(spelt);
}

const pairOf = (match: RegExpExecArray): CoordinatePair => ({
  first: Number(match[1]),
  second: Number(match[2]),
});

/** Three figures behind both commas and six in all are metres with thousands; else the comma is a point. */
function pairOfCommas([, one = '', two = '']: RegExpExecArray): CoordinatePair {
  const thousands = [one, two].every((number) => /^\d{2,3},\d{3}$/.test(number));
  const read = (number: string) => Number(number.replace(',', thousands ? '' : '.'));
  return { first: read(one), second: read(two) };
}

function pairOfHemispheres(text: string): CoordinatePair | undefined {
  for (const [pattern, at] of [
    [LETTERS_BEHIND, -1],
    [LETTERS_BEFORE, 0],
  ] as const) {
    const [, one = '', two = ''] = pattern.exec(text) ?? [];
    const letters = [one, two].map((half) => half.trim().at(at)?.toUpperCase() ?? ' ');
    const axis = AXES[letters.join('')];
    const first = readCoordinate(one);
    const second = readCoordinate(two);
    if (axis === undefined || first === undefined || second === undefined) continue;
    if (!Number.isNaN(first) && !Number.isNaN(second)) return { first, second, axis };
  }
  return undefined;
}

/** The two letters of a position, and which axis they put first. */
const AXES: Readonly<Record<string, 'xy' | 'yx'>> = {
  NE: 'yx',
  NW: 'yx',
  SE: 'yx',
  SW: 'yx',
  EN: 'xy',
  WN: 'xy',
  ES: 'xy',
  WS: 'xy',
};
