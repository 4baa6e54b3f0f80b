/** Characters people and programs write for one another, brought to one spelling each. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u2212\u2010-\u2015\ufe63\uff0d]/g, '-'],
  [/[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/g, ' '],
  // a degree sign read in the wrong encoding, and its look-alikes
  [/\u00c2(?=[\u00b0\u00ba])|\ufffd/g, ''],
  [/[\u00ba\u02da\u2070\u2218]/g, '°'],
  [/[\u2032\u2018\u2019\u201b\u02b9\u02bc\u00b4`]/g, "'"],
  [/[\u2033\u201c\u201d\u201f\u02ba\u02dd]|''/g, '"'],
];

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bnorth\b/gi, 'N'],
  [/\bsouth\b/gi, 'S'],
  [/\beast\b/gi, 'E'],
  [/\bwest\b/gi, 'W'],
  [/(\d)\s*(?:degrees?|degs?)\b\.?/gi, '$1°'],
  [/(\d)\s*(?:minutes?|mins?)\b\.?/gi, "$1'"],
  [/(\d)\s*(?:seconds?|secs?)\b\.?/gi, '$1"'],
  [/(\d)\s*d\s*(\d+(?:\.\d+)?)\s*m(?:\s*(\d+(?:\.\d+)?)\s*s)?/gi, '$1°$2\'$3"'],
];

/** One spelling of signs, spaces, quotes, degree signs and the words north to seconds. */
export function plainSpelling(text: string): string {
  let plain = text;
  for (const [pattern, spelling] of SPELLINGS) plain = plain.replace(pattern, spelling);
  if (/[a-z]{3}|\dd\s*\d|\d\s+d\s/i.test(plain) || /\d\s*d\s*\d/i.test(plain)) {
    for (const [pattern, spelling] of WORDS) plain = plain.replace(pattern, spelling);
  }
  if (plain.includes('°')) plain = plain.replace(/(\d),(\d)/g, '$1.$2');
  return plain.trim();
}

/** `53.4808° N`, `W 2.2426`, `384007E`, `397003 m`, `384007 mE`. */
const SINGLE = /^([NSEW])?\s*([+-]?\d{1,7}(?:\.\d+)?)\s*°?\s*(?:m\s*)?([NSEW])?$/i;
/** `53°28'51.4"N`, `N 53 28 51.4`, `53:28:51`, `53° 28.857' N`; with hyphens only beside a letter. */
const PARTS =
  /^([NSEW])?\s*([+-]?)(\d{1,3})\s*[°:\s]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['":]|\s|$)\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?\s*([NSEW])?$/i;
const HYPHENS = /^([NSEW])?()(\d{1,3})-(\d{1,2})-(\d{1,2}(?:\.\d+)?)\s*"?\s*([NSEW])?$/i;
/** Degrees, minutes and seconds run together as in aeronautical lists: `532851.40N`, `0021432W`. */
const PACKED = /^([NSEW])?()\s*(\d{2,3})(\d{2})(\d{2}(?:\.\d+)?)\s*([NSEW])?$/i;

/**
 * Read an angle, or a length with its letter, as people write them.
 *
 * @param text in plain spelling
 * @param unit `degrees` when the heading says so: figures run together are then degrees too
 * @returns NaN when it is none
 */
export function readWritten(text: string, unit?: 'degrees' | 'metres'): number {
  const single = SINGLE.exec(text);
  const parts = PARTS.exec(text) ?? withLetter(HYPHENS.exec(text));
  const packed = unit === 'degrees' ? withLetter(PACKED.exec(text)) : undefined;
  if (packed && Math.abs(Number(single?.[2] ?? 1e6)) > 180) return angle(packed);
  if (!single) return parts ? angle(parts) : Number.NaN;
  const size = Number(single[2]);
  return isBackward(single[1] ?? single[3]) ? -Math.abs(size) : size;
}

/** A match that names its hemisphere; figures alone could be anything. */
const withLetter = (match: RegExpExecArray | null): RegExpExecArray | undefined =>
  match && (match[1] ?? match[6]) !== undefined ? match : undefined;

const isBackward = (letter: string | undefined): boolean => /[SW]/i.test(letter ?? '');

/** The angle of a match: letter, sign, degrees, minutes, seconds, letter. */
function angle([, before, sign, ...parts]: readonly (string | undefined)[]): number {
  const [whole, minutes, seconds] = parts.slice(0, 3).map((part) => Number(part ?? 0));
  if (!(Number(whole) <= 180 && Number(minutes) < 60.001 && Number(seconds) < 60.001)) {
    return Number.NaN;
  }
  const size = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign === '-' || isBackward(before ?? parts[3]) ? -size : size;
}
