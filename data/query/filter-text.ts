import { type Condition, dateNumber, isDateRange, type LayerFilter } from './filter.ts';

/** Longest text that is read, characters: longer ones were not made here. */
export const FILTER_TEXT_MOST = 4_000;

/** What stands for a value that is not stated. */
const UNKNOWN = '(unknown)';

/** A text that needs no quotes: words, figures, and the signs codes and names are made of. */
const PLAIN = /^[\p{L}\p{N}_-](?:[\p{L}\p{N}\p{M}_ -]|\.(?!\.))*$/u;

/** A number as it is written: never blank, never hexadecimal, never infinite. */
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Write a filter as one text for an address. Signs that an address would escape are avoided:
 *
 *     brownfield-site.ogl-uk-3-0~area-ha:0.5..~planning-status:permissioned,(unknown)~start-date:1984/..
 *
 * Numbers range by `..`, dates by `/` as ISO 8601 and EDTF write intervals; what is neither a word nor a figure
 * stands in single quotes, doubled inside.
 */
export const writeFilter = ({ layerId, conditions }: LayerFilter): string =>
  [quoted(layerId), ...conditions.map(writeCondition)].join('~');

/** One condition as a filter holds it: `area-ha:0.5..`. */
export function writeCondition(condition: Condition): string {
  const parts = condition.kind === 'among' ? condition.values.map(quoted) : [writeRange(condition)];
  if (condition.unknown) parts.push(UNKNOWN);
  return `${quoted(condition.attribute)}:${parts.join(',')}`;
}

function writeRange(condition: Exclude<Condition, { kind: 'among' }>): string {
  if (isDateRange(condition)) {
    const [min, max] = [condition.min ?? '..', condition.max ?? '..'];
    return `${min}/${max}`;
  }
  return `${numberText(condition.min)}..${numberText(condition.max)}`;
}

/** Minus zero is zero; a plus sign would be read as a space in an address. */
const numberText = (value: number | undefined): string =>
  value === undefined ? '' : `${value}`.replace('e+', 'e');

/** A text as a token: in single quotes unless it is plain. */
export const quoted = (text: string): string =>
  PLAIN.test(text) ? text : `'${text.replaceAll("'", "''")}'`;

/**
 * Read what `writeFilter` wrote, or a person typed alike.
 *
 * @returns undefined when it is no filter; never throws
 */
export function readFilter(text: string): LayerFilter | undefined {
  if (text.length > FILTER_TEXT_MOST) return undefined;
  const [head = '', ...rest] = splitOutside(text, '~');
  const layerId = unquoted(head);
  const conditions = rest.map(readCondition);
  if (layerId === undefined || !conditions.every((each) => each !== undefined)) return undefined;
  return { layerId, conditions };
}

/** Read what `writeCondition` wrote; undefined when it is none. */
export function readCondition(text: string): Condition | undefined {
  const [name = '', ...more] = splitOutside(text, ':');
  const attribute = unquoted(name);
  const [listed] = more;
  if (attribute === undefined || listed === undefined || more.length > 1) return undefined;
  const parts = listed === '' ? [] : splitOutside(listed, ',');
  const isOpen = parts.at(-1) === UNKNOWN;
  if (isOpen) parts.pop();
  const base = { attribute, ...(isOpen ? { unknown: true as const } : {}) };
  const [first = ''] = parts;
  const range = parts.length === 1 ? (numbers(first) ?? dates(first)) : undefined;
  if (range) return { ...base, kind: 'range', ...range };
  const values = parts.map(unquoted);
  return values.every((value) => value !== undefined)
    ? { ...base, kind: 'among', values }
    : undefined;
}

function numbers(text: string): { min?: number; max?: number } | undefined {
  const at = text.indexOf('..');
  if (at < 0 || text.startsWith("'") || text.includes('/')) return undefined;
  const [min, max] = [readNumber(text.slice(0, at)), readNumber(text.slice(at + 2))];
  if (min === undefined || max === undefined) return undefined;
  return { ...(min === 'open' ? {} : { min }), ...(max === 'open' ? {} : { max }) };
}

function readNumber(text: string): number | 'open' | undefined {
  if (text === '') return 'open';
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function dates(text: string): { min?: string; max?: string } | undefined {
  if (text === '../..') return {};
  const [min, max, ...more] = text.split('/');
  if (min === undefined || max === undefined || more.length > 0) return undefined;
  if (![min, max].every((each) => each === '..' || dateNumber(each) !== undefined))
    return undefined;
  return { ...(min === '..' ? {} : { min }), ...(max === '..' ? {} : { max }) };
}

/** The text a token stands for; undefined when it is neither plain nor quoted. */
export function unquoted(token: string): string | undefined {
  if (PLAIN.test(token)) return token;
  const inside = /^'((?:[^']|'')*)'$/u.exec(token)?.[1];
  return inside?.replaceAll("''", "'");
}

/** Split at a sign wherever it stands outside quotes. */
function splitOutside(text: string, sign: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const unit of text.split('')) {
    if (unit === "'") isQuoted = !isQuoted;
    if (unit === sign && !isQuoted) parts.push('');
    else parts[parts.length - 1] += unit;
  }
  return parts;
}
