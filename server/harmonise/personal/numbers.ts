import type { Sign } from './sign.ts';

/**
 * National Insurance numbers: two letters (not D F I Q U V, the second not O either), six digits, A to D; some
 * prefixes are never given out. Source: HMRC National Insurance Manual NIM39110.
 */
const NINO =
  /(?<![A-Z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z](\s?)\d{2}\1\d{2}\1\d{2}\1[A-D](?![A-Z0-9])/gi;

/** National Insurance numbers in a text; `AB123456C` alone may be a site's reference, `AB 12 34 56 C` hardly. */
export function ninoSigns(text: string): readonly Sign[] {
  return [...text.matchAll(NINO)].map(([found, gap]) => ({
    kind: 'national-insurance' as const,
    strength: gap === '' && found === text.trim() ? ('weak' as const) : ('strong' as const),
    found,
  }));
}

/** True for ten digits whose last is the check digit of an NHS number. Source: NHS Data Dictionary, NHS NUMBER (modulus 11). */
export function isNhsNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

const DATE = '\\d{1,2}[/. -](?:\\d{1,2}|[A-Za-z]{3,9})[/. -]\\d{2,4}';
/** What words announce, each with the value after them. */
const ANNOUNCED: readonly (readonly [Sign['kind'], RegExp])[] = [
  [
    'birth-date',
    new RegExp(`\\b(?:d\\.?o\\.?b\\.?|date of birth|born(?: on)?)\\W{0,3}(${DATE})`, 'gi'),
  ],
  ['bank-account', /\bsort\s?code\W{0,3}(\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)/gi],
  ['bank-account', /\b(?:account|acc|a\/c)\.?\s?(?:no|number|num)?\W{0,3}(\d{8})(?!\d)/gi],
  ['nhs-number', /\bNHS\s?(?:no|number|num)?\W{0,3}(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)/gi],
  [
    'vehicle',
    /\b(?:reg(?:istration)?|vrm|vehicle)\.?\s?(?:no|number|plate)?\W{0,3}([A-Z]{2}\d{2}\s?[A-Z]{3})\b/gi,
  ],
];

/** Dates of birth, bank details, NHS numbers and number plates that a text announces in words: `DOB 3/4/1961`. */
export function announcedSigns(text: string): readonly Sign[] {
  return ANNOUNCED.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([, found = '']) => ({
      kind,
      strength: 'strong' as const,
      found,
    })),
  );
}

/** A number plate of any series since 1983, alone in its cell. Source: DVLA INF104. */
export const isNumberPlate = (text: string): boolean =>
  /^(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z])$/i.test(
    text.trim(),
  );
