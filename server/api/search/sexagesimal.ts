import type { LngLat } from '#data/schema/geometry.ts';

/** One angle: degrees, minutes and, where the minutes are whole, seconds, with the letter of its side after it. */
const ANGLE = String.raw`(-?\d{1,3})(?:\s*[°º:d]\s*|\s+)(\d{1,2}(?:\.\d+)?)(?:\s*['′’:m]\s*|\s+|$)(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”s]|''|′′)?)?`;

const LETTER_AFTER = new RegExp(
  String.raw`^\s*${ANGLE}\s*([NSEW])?\s*[,;]?\s*${ANGLE}\s*([NSEW])?\s*$`,
  'i',
);
const LETTER_BEFORE = new RegExp(
  String.raw`^\s*([NSEW])\s*${ANGLE}\s*[,;]?\s*([NSEW])\s*${ANGLE}\s*$`,
  'i',
);

/** Decimals of a degree kept, about a centimetre. */
const DECIMALS = 1e7;

/**
 * Read degrees, minutes and seconds: `53°28′40″N 2°14′34″W`, `N53 28 40 W2 14 34`, `53° 28.667' N, 2° 14.567' W`.
 * Without letters the latitude comes first.
 *
 * @returns longitude and latitude; undefined when it is no such pair, or says 60 minutes
 */
export function readSexagesimal(text: string): LngLat | undefined {
  const after = LETTER_AFTER.exec(text);
  if (after) {
    const [, d, m, s, side, d2, m2, s2, side2] = after;
    return pairOf(angleOf([d, m, s], side ?? 'N'), angleOf([d2, m2, s2], side2 ?? 'E'));
  }
  const [, side, d, m, s, side2, d2, m2, s2] = LETTER_BEFORE.exec(text) ?? [];
  if (side === undefined || side2 === undefined) return undefined;
  return pairOf(angleOf([d, m, s], side), angleOf([d2, m2, s2], side2));
}

type Angle = { readonly degrees: number; readonly axis: 'lat' | 'lng' };

function angleOf(parts: readonly (string | undefined)[], letter: string): Angle | undefined {
  const [degrees = '', minutes = '0', seconds = '0'] = parts;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3_600;
  const side = letter.toUpperCase();
  const isNegative = degrees.startsWith('-') || side === 'W' || side === 'S';
  const rounded = Math.round(size * DECIMALS) / DECIMALS;
  return {
    degrees: isNegative ? -rounded : rounded,
    axis: side === 'N' || side === 'S' ? 'lat' : 'lng',
  };
}

function pairOf(one: Angle | undefined, other: Angle | undefined): LngLat | undefined {
  if (!one || !other || one.axis === other.axis) return undefined;
  return one.axis === 'lat' ? [other.degrees, one.degrees] : [one.degrees, other.degrees];
}
