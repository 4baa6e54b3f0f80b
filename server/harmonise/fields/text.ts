import type { Cell } from '#data/schema/flow.ts';
import {
  asPublished,
  type Caster,
  type Fault,
  NOTHING,
  type Reading,
  unreadable,
} from './reading.ts';

/**
 * Texts publishers type for "nothing here", lower case.
 * Source: null tokens seen in planning registers (harmonisation reference §3) and in R and GIS exports.
 */
const NULL_TOKENS: ReadonlySet<string> = new Set([
  'null',
  '<null>',
  '(null)',
  '[null]',
  'n/a',
  '#n/a',
  'n.a.',
  'na',
  'nan',
  'nil',
  '?',
  '??',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
]);
const LONGEST_NULL_TOKEN = 6;

/** A cell as plain text: numbers without exponent where they are whole, dates in ISO 8601, empty for null. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (cell instanceof Date) return dateText(cell);
  return String(cell);
}

function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0);
  return String(value);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

/** True for a text that stands for "nothing": `N/A`, `<Null>`, `--`. Not for empty text. */
export function isNullToken(trimmed: string, more?: ReadonlySet<string>): boolean {
  if (more?.has(trimmed.toLowerCase())) return true;
  return trimmed.length <= LONGEST_NULL_TOKEN && NULL_TOKENS.has(trimmed.toLowerCase());
}

/** True for a cell that holds nothing: null, blank text, or an unreadable date. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell === 'string') return !startsPlainly(cell) && cell.trim() === '';
  return cell instanceof Date && Number.isNaN(cell.getTime());
}

/** True when the first character is ASCII and no white space, as in most cells of a file. */
function startsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 32 && code < 127;
}

/** Words that answer a question of number, date or yes and no with “nothing”. */
const NO_ANSWER =
  /^(none|tbc|tbd|tba|not known|unknown|unk|not applicable|not available|not stated|not recorded|no data|to be (confirmed|determined|advised)|blank|void)\.?$/i;

/** True for a text that says there is no figure, date or answer: `TBC`, `not known`, `N/A`. */
export const isNoAnswer = (trimmed: string, more?: ReadonlySet<string>): boolean =>
  isNullToken(trimmed, more) || NO_ANSWER.test(trimmed);

/** What a spreadsheet shows in place of a value it could not work out. Source: ECMA-376 §18.17.3. */
const FORMULA_ERROR = /^#(REF|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC|FIELD|GETTING_DATA)[!?]?$/i;

/** A reading of a formula's error; undefined for any other text. */
export function formulaError(trimmed: string): Reading | undefined {
  if (trimmed.charCodeAt(0) !== 35 || !FORMULA_ERROR.test(trimmed)) return undefined;
  return unreadable(
    'table.formula-errors',
    'A formula failed here before the table was saved: correct it, or paste the value.',
  );
}

const TAG = /<(?:[a-z!/][^<>]*)>/i;
const TAGS = /<(?:[a-z!/][^<>]*)>/gi;
const BREAKS = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  hellip: '…',
  deg: '°',
  frac12: '½',
};

/** True when a text carries HTML markup rather than a stray `<`. */
export const hasMarkup = (text: string): boolean => text.includes('<') && TAG.test(text);

/** The words of an HTML text: tags removed, breaks kept as line ends, entities read. */
export function stripMarkup(text: string): string {
  const words = text.replace(BREAKS, '\n').replace(TAGS, ' ').replace(ENTITY, readEntity);
  return tidy(words);
}

function readEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined)
    return Object.hasOwn(NAMED, name.toLowerCase()) ? (NAMED[name.toLowerCase()] ?? whole) : whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

const UNTIDY = /[\t\u00a0\u2000-\u200b\ufeff]| {2}|\s\n|\r/;

/** Text with its ends trimmed and runs of spaces made one; line breaks stay. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  if (!UNTIDY.test(trimmed)) return trimmed;
  return trimmed
    .replace(/\r\n?/g, '\n')
    .replace(/[\t \u00a0\u2000-\u200b\ufeff]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Longest text kept as a value, characters; longer ones are cut and reported. Source: ODIN limit. */
const TEXT_LIMIT = 20_000;

const NULL_FAULT: readonly Fault[] = [{ code: 'value.null-token' }];

/** A reading of nothing that says a null token was met. */
export const NULL_TOKEN = { rule: 'null token', faults: NULL_FAULT } as const;

/** Caster of free text: trimmed, null tokens emptied, HTML stripped. */
export function textCaster(nullTokens?: ReadonlySet<string>): Caster {
  return (cell) => {
    const text = tidy(textOf(cell));
    if (text === '') return NOTHING;
    if (isNullToken(text, nullTokens)) return NULL_TOKEN;
    if (text.includes('&') || hasMarkup(text)) return withoutMarkup(text);
    if (text.length <= TEXT_LIMIT) return formulaError(text) ?? asPublished(text);
    return {
      value: text.slice(0, TEXT_LIMIT),
      rule: 'cut',
      faults: [{ code: 'value.too-long' }],
    };
  };
}

function withoutMarkup(text: string): Reading {
  const words = stripMarkup(text);
  if (words === text) return asPublished(text.slice(0, TEXT_LIMIT));
  const faults: readonly Fault[] = [{ code: 'value.html-stripped' }];
  const rule = 'HTML stripped';
  return words === '' ? { rule, faults } : { value: words.slice(0, TEXT_LIMIT), rule, faults };
}
