import type { Attribute } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';
import { type Figure, type Pick, pickFigure } from './figures.ts';
import { type Caster, type Fault, NOTHING, type Reading, unreadable } from './reading.ts';
import { formulaError, isNoAnswer, NULL_TOKEN, textOf } from './text.ts';
import { conversionOf, readUnit } from './unit.ts';

const PLAIN = /^[+-]?\d{1,15}(?:\.\d{1,17})?$/;
const WRITTEN =
  /^(?:(c\.?|ca\.?|circa|approx\.?|approximately|about|~|≈)\s*)?(?:(\()\s*)?(?:([+\-−])\s*)?(?:([£€$])\s*)?(\d[\d.,'’\u00a0\u202f ]*)(e[+-]?\d{1,3})?\s*(\))?\s*(.*)$/is;
/** Characters a figure takes at most, with all that people write round it. */
const LONGEST = 120;

/**
 * Read a number as people write it: `1,234.5`, `£12,000`, `1.2 ha`, `0,75`, `(300)`, `c. 40`.
 *
 * @returns undefined when the text is no single number: empty, `<3`, `10-20`, `0..46`, `three`
 */
export function readFigure(text: string): Figure | undefined {
  const trimmed = text.trim();
  // what is longer is a sentence; the patterns below go over a text again and again
  if (trimmed.length > LONGEST) return undefined;
  if (PLAIN.test(trimmed)) return { value: Number(trimmed), approximate: false };
  const match = WRITTEN.exec(trimmed);
  if (match === null) return undefined;
  const [, about, open, sign, currency, digits = '', exponent = '', close, rest = ''] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const counted = rest === '' || COUNTED.test(rest);
  const unit = counted ? currency : unitOf(rest, currency);
  if (!counted && unit === undefined) return undefined;
  const plain = plainDigits(digits.trim());
  const size = plain === undefined ? Number.NaN : Number(plain + exponent);
  if (!Number.isFinite(size)) return undefined;
  return {
    value: isNegative(sign, open) ? -size : size,
    approximate: about !== undefined,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A minus sign, or brackets as accountants write them. */
const isNegative = (sign: string | undefined, open: string | undefined): boolean =>
  (sign !== undefined && sign !== '+') || open !== undefined;

/** Nouns people write after a count: `12 dwellings`, `40 no.`. */
const COUNTED =
  /^\(?(no|nr|nos|dwellings?|units?|homes?|houses?|flats?|apartments?|spaces?|bays?|plots?|beds?|places?|pupils?|people|persons?|storeys?|trees?|lamps?|bins?)\.?\)?$/i;

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
  const how: Reader = { attribute, column, pick: pickOf(attribute), nulls: settings.nullTokens };
  return (cell) => {
    if (typeof cell === 'number')
      return sentinel(attribute, cell) ?? judge(attribute, cell, scaleOf(how, cell));
    return castText(cell, how);
  };
}

/** What the caster of one column goes by. */
type Reader = {
  readonly attribute: Attribute;
  readonly column: Scale;
  readonly pick: Pick | undefined;
  readonly nulls: ReadonlySet<string> | undefined;
};

/** Which end of several figures an attribute is for: `net-dwellings-from` the lowest, a voltage the highest. */
export function pickOf({ name, unit }: Attribute): Pick | undefined {
  if (/-(low|from|min)$|^min-/.test(name)) return 'lowest';
  return /-(high|to|max)$|^max-/.test(name) || unit === 'kV' ? 'highest' : undefined;
}

/** Largest whole numbers of a signed and an unsigned 32-bit field: what is left of a figure too large for it. */
const OVERFLOWS = new Set([2_147_483_647, -2_147_483_648, 4_294_967_295]);
/** Figures programs write for “none” where nothing below zero makes sense. */
const BELOW_NOTHING = new Set([-99, -999, -9999, -99_999, -32_768]);

/** A figure that stands for something else than itself; undefined for any other. */
function sentinel({ min }: Attribute, value: number): Reading | undefined {
  if (OVERFLOWS.has(value)) {
    return unreadable(
      'table.truncated-value',
      `${value} is the largest number the file's field can hold, not a figure: export it again with a wider field.`,
    );
  }
  return min !== undefined && min >= 0 && BELOW_NOTHING.has(value) ? NULL_TOKEN : undefined;
}

type Scale = { readonly factor: number; readonly rule: string } | 'unknown unit';

function conversion(attribute: Attribute, unit: string | undefined): Scale {
  if (unit === undefined) return { factor: 1, rule: 'as published' };
  return conversionOf(unit, attribute.unit, attribute.convertible) ?? 'unknown unit';
}

function castText(cell: Cell, how: Reader): Reading {
  const { attribute, pick, nulls } = how;
  const text = textOf(cell).trim();
  if (text === '') return NOTHING;
  const figure = typeof cell === 'string' ? readFigure(text) : undefined;
  if (figure === undefined) {
    if (isNoAnswer(text, nulls)) return NULL_TOKEN;
    const picked = pick === undefined ? undefined : pickFigure(text, pick, readFigure);
    if (picked !== undefined) return withFault(judgeFigure(picked, how), pick, text);
    return formulaError(text) ?? unreadable(invalidCode(attribute), whyNot(text));
  }
  return sentinel(attribute, figure.value) ?? judgeFigure(figure, how);
}

function judgeFigure(figure: Figure, how: Reader): Reading {
  const { attribute } = how;
  const scale =
    figure.unit === undefined ? scaleOf(how, figure.value) : conversion(attribute, figure.unit);
  const reading = judge(attribute, figure.value, scale);
  return figure.approximate && reading.value !== undefined
    ? { ...reading, rule: `${reading.rule}, approximate` }
    : reading;
}

const VOLTS: Scale = { factor: 0.001, rule: 'V → kV' };

/** No line carries more than the attribute's limit in kilovolts: a larger bare figure is in volts. */
function scaleOf({ attribute, column }: Reader, value: number): Scale {
  const { unit, max } = attribute;
  if (unit !== 'kV' || max === undefined || value <= max) return column;
  return column === 'unknown unit' || column.factor !== 1 ? column : VOLTS;
}

function withFault(reading: Reading, pick: Pick | undefined, text: string): Reading {
  if (reading.value === undefined) return reading;
  const message = `“${text}” holds several figures, and the ${pick} was taken`;
  const faults: readonly Fault[] = [{ code: 'value.several-figures', message }];
  return { ...reading, rule: `${pick} of several`, faults: [...(reading.faults ?? []), ...faults] };
}

const invalidCode = (attribute: Attribute) =>
  attribute.type === 'integer' ? 'value.integer-invalid' : 'value.decimal-invalid';

function whyNot(text: string): string {
  if (/^(\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})$/i.test(text)) {
    return 'A spreadsheet has turned this into a date, perhaps from a range such as 5-10: format the column as text and type it again.';
  }
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
