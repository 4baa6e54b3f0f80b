import type { Attribute } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';
import { type Caster, type Fault, NOTHING, type Reading, unreadable } from './reading.ts';
import { isNullToken, NULL_TOKEN, textOf } from './text.ts';
import { conversionOf, readUnit } from './unit.ts';

/** A figure as written, with the words round it. */
export type Figure = {
  readonly value: number;
  /** Unit's symbol when the cell names one we know. */
  readonly unit?: string;
  /** True for `c. 20`, `approx 20`, `~20`. */
  readonly approximate: boolean;
};

const PLAIN = /^[+-]?\d{1,15}(?:\.\d{1,17})?$/;
const WRITTEN =
  /^(c\.?|ca\.?|circa|approx\.?|approximately|about|~|≈)?\s*(\()?\s*([+\-−])?\s*([£€$])?\s*(\d[\d.,'’\u00a0\u202f ]*)(e[+-]?\d{1,3})?\s*(\))?\s*(.*)$/i;

/**
 * Read a number as people write it: `1,234.5`, `£12,000`, `1.2 ha`, `0,75`, `(300)`, `c. 40`.
 *
 * @returns undefined when the text is no single number: empty, `<3`, `10-20`, `0..46`, `three`
 */
export function readFigure(text: string): Figure | undefined {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return { value: Number(trimmed), approximate: false };
  const match = WRITTEN.exec(trimmed);
  if (match === null) return undefined;
  const [, about, open, sign, currency, digits = '', exponent = '', close, rest = ''] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const unit = rest === '' ? currency : unitOf(rest, currency);
  if (rest !== '' && unit === undefined) return undefined;
  const plain = plainDigits(digits.trim());
  const size = plain === undefined ? Number.NaN : Number(plain + exponent);
  if (!Number.isFinite(size)) return undefined;
  const negative = (sign !== undefined && sign !== '+') || open !== undefined;
  return {
    value: negative ? -size : size,
    approximate: about !== undefined,
    ...(unit === undefined ? {} : { unit }),
  };
}

function unitOf(rest: string, currency: string | undefined): string | undefined {
  const words = rest.replace(/^[([]\s*|\s*[)\]]$/g, '').replace(/\s*\(?approx\.?\)?$/i, '');
  if (currency === undefined) return readUnit(words);
  return readUnit(`${currency}${words}`) ?? (/^(k|m)$/i.test(words) ? undefined : readUnit(words));
}

/** Digits with their separators → digits a parser takes; undefined when they contradict each other. */
function plainDigits(written: string): string | undefined {
  const digits = written.replace(/['’\u00a0\u202f ](?=\d{3}(?!\d))/g, '');
  if (/^\d+(\.\d+)?\.?$/.test(digits)) return digits;
  // 1,234 and 1,234,567.8: commas part thousands; 0,75 and 1,5: the comma is a decimal point.
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d+,\d+$/.test(digits)) return digits.replace(',', '.');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  return undefined;
}

/** What the column says about its figures. */
export type NumberSettings = {
  /** Symbol of the unit the figures are in, when the heading, a unit column or the descriptor says. */
  readonly unit?: string;
  readonly nullTokens?: ReadonlySet<string>;
};

/** Caster of integers and decimals: separators and units read, converted into the attribute's unit, range checked. */
export function numberCaster(attribute: Attribute, settings: NumberSettings = {}): Caster {
  const column = conversion(attribute, settings.unit);
  return (cell) => {
    if (typeof cell === 'number') return judge(attribute, cell, column);
    return castText(attribute, cell, column, settings.nullTokens);
  };
}

type Scale = { readonly factor: number; readonly rule: string } | 'unknown unit';

function conversion(attribute: Attribute, unit: string | undefined): Scale {
  if (unit === undefined) return { factor: 1, rule: 'as published' };
  return conversionOf(unit, attribute.unit, attribute.convertible) ?? 'unknown unit';
}

function castText(
  attribute: Attribute,
  cell: Cell,
  column: Scale,
  nullTokens: ReadonlySet<string> | undefined,
): Reading {
  const text = textOf(cell).trim();
  if (text === '') return NOTHING;
  if (isNullToken(text, nullTokens)) return NULL_TOKEN;
  const figure = typeof cell === 'string' ? readFigure(text) : undefined;
  if (figure === undefined) return unreadable(invalidCode(attribute), whyNot(text));
  const scale = figure.unit === undefined ? column : conversion(attribute, figure.unit);
  const reading = judge(attribute, figure.value, scale);
  return figure.approximate && reading.value !== undefined
    ? { ...reading, rule: `${reading.rule}, approximate` }
    : reading;
}

const invalidCode = (attribute: Attribute) =>
  attribute.type === 'integer' ? 'value.integer-invalid' : 'value.decimal-invalid';

function whyNot(text: string): string {
  if (/^[<>≤≥]|^(less|more|under|over|up to|at least)\b/i.test(text)) {
    return 'This is a bound, not a number: state the number, or put the bound in a note.';
  }
  if (/^\d[\d.,]*\s*(-|–|to)\s*\d/.test(text)) {
    return 'This is a range, not a number: give its two ends in columns of their own.';
  }
  return 'This is not a number: write digits only, with the unit in the heading.';
}

function judge(attribute: Attribute, published: number, scale: Scale): Reading {
  if (!Number.isFinite(published)) return unreadable(invalidCode(attribute));
  if (scale === 'unknown unit') {
    return unreadable(
      invalidCode(attribute),
      `${attribute.title} is kept in ${attribute.unit ?? 'plain numbers'}, and the published unit cannot be converted into it.`,
    );
  }
  const value = scale.factor === 1 ? published : roundTo12(published * scale.factor);
  if (attribute.type === 'integer' && !Number.isInteger(value)) {
    return unreadable('value.integer-invalid', `${attribute.title} must be a whole number.`);
  }
  const range = outOfRange(attribute, value);
  if (range !== undefined) return range;
  if (scale.factor === 1) return { value, rule: scale.rule };
  return { value, rule: scale.rule, faults: CONVERTED };
}

const CONVERTED: readonly Fault[] = [{ code: 'value.unit-converted' }];

/** Twelve significant digits: drops the noise of a binary multiplication (`0.30000000000000004`). */
const roundTo12 = (value: number): number => Number(value.toPrecision(12));

function outOfRange(attribute: Attribute, value: number): Reading | undefined {
  const unit = attribute.unit === undefined ? '' : ` ${attribute.unit}`;
  if (attribute.min !== undefined && value < attribute.min) {
    return unreadable(
      'value.too-small',
      `${attribute.title} cannot be less than ${attribute.min}${unit}: check the figure.`,
    );
  }
  if (attribute.max !== undefined && value > attribute.max) {
    return unreadable(
      'value.too-large',
      `${attribute.title} cannot be more than ${attribute.max}${unit}: check the figure and its unit.`,
    );
  }
  return undefined;
}
