/**
 * A full postcode: outward code, then sector digit and two letters; GIR 0AA is the one of another form.
 * Source: ONS Postcode Directory user guide.
 */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/;

/** The first half of a postcode. */
const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** Characters of a key in order, so that keys sort as postcodes do; the blank fills a short outward code. */
const ALPHABET = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OUTWARD = 4;
const INWARD = 3;
const INWARD_KEYS = ALPHABET.length ** INWARD;

const codeOf = new Map([...ALPHABET].map((character, code) => [character, code]));

/** Capitals and figures of a text, everything between them left out. */
const squeeze = (text: string): string => text.toUpperCase().replaceAll(/[\s.\-_\u00a0]+/g, '');

/**
 * Read a full postcode in any spelling: `m33 7zf`, `M337ZF`, `M33-7ZF`.
 *
 * @returns its two halves, or undefined for districts, sectors and anything else
 */
export function readPostcode(text: string): readonly [outward: string, inward: string] | undefined {
  if (text.length > 16) return undefined;
  const [, outward, inward] = POSTCODE.exec(squeeze(text)) ?? [];
  return outward === undefined || inward === undefined ? undefined : [outward, inward];
}

/** A postcode as people write it: `M33 7ZF`; undefined when it is none. */
export const spellPostcode = (text: string): string | undefined => readPostcode(text)?.join(' ');

/** A postcode as a whole number below 2⁴⁰ that sorts as postcodes do; undefined when it is none. */
export function keyOfPostcode(text: string): number | undefined {
  const halves = readPostcode(text);
  return halves && keyOfText(halves[0].padEnd(OUTWARD) + halves[1]);
}

/** The postcode of a key: `M33 7ZF`. */
export function postcodeOfKey(key: number): string {
  let text = '';
  for (let rest = key, i = 0; i < OUTWARD + INWARD; i++) {
    text = (ALPHABET[rest % ALPHABET.length] ?? ' ') + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `${text.slice(0, OUTWARD).trim()} ${text.slice(OUTWARD)}`;
}

function keyOfText(text: string): number {
  let key = 0;
  for (const character of text) key = key * ALPHABET.length + (codeOf.get(character) ?? 0);
  return key;
}

/** First key of an outward code and first key after it. */
export function keysOfOutward(outward: string): readonly [from: number, to: number] {
  const from = keyOfText(outward.padEnd(OUTWARD)) * INWARD_KEYS;
  return [from, from + INWARD_KEYS];
}

/**
 * The outward codes that begin with what was typed, in order: `M3` → M3, M30 … M38, M3A …
 * With part of the second half after it (`M33 7`) it is that one alone. Empty for what cannot begin one.
 */
export function outwardsFrom(typed: string): readonly string[] {
  const [start = '', rest, ...more] = typed.trim().toUpperCase().split(/\s+/);
  if (!OUTWARD_CODE.test(start) || more.length > 0) return [];
  if (rest !== undefined) return /^\d[A-Z]?$/.test(rest) ? [start] : [];
  const last = [...ALPHABET.slice(1)].map((character) => start + character);
  return [start, ...last].filter((outward) => OUTWARD_CODE.test(outward));
}

const CONFUSED: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I', L: '1' };

/** Postcodes a text would be with letters and figures that look alike exchanged; the text itself is not among them. */
export function confusedPostcodes(text: string): readonly string[] {
  const written = squeeze(text);
  if (written.length < 5 || written.length > 7) return [];
  let spellings = [''];
  for (const character of written) {
    const other = CONFUSED[character];
    const ways = other === undefined ? [character] : [character, other];
    spellings = spellings.flatMap((start) => ways.map((way) => start + way));
  }
  return spellings.filter((spelling) => spelling !== written && POSTCODE.test(spelling));
}

/** Largest UPRN: 12 digits. Source: GeoPlace data entry conventions. */
const UPRN = /^0*([1-9]\d{0,11})(?:\.0+)?$/;

/** Read a UPRN, leading zeros and a spreadsheet's `.0` left out; undefined when it is none. */
export function readUprn(text: string): number | undefined {
  if (text.length > 32) return undefined;
  const digits = UPRN.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
