import { type Condition, isDateRange } from '#data/query/filter.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { dateText } from '#data/words/dates.ts';

/** Said of a value the publisher left out. */
export const NOT_STATED = 'Not stated by the publisher';

/** What is known of an attribute when a condition on it is put into words; its name alone while loading. */
export type Worded = Pick<AttributeFigures, 'name' | 'title'> &
  Partial<Pick<AttributeFigures, 'unit' | 'type' | 'values'>>;

const FULL = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });
const SHORT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 });

/** Numbers from here on are shortened where room is small: `25K`. */
const LONG = 10_000;

/** Whether a number is a year, which takes no thousands mark. */
const isYear = (name: string): boolean => /(?:^|-)year$/u.test(name);

/** A number of an attribute, without its unit. */
export const sayNumber = (name: string, value: number): string =>
  isYear(name) ? String(value) : FULL.format(value);

/** The same where room is small. */
export const sayShortNumber = (name: string, value: number): string =>
  isYear(name) || Math.abs(value) < LONG ? sayNumber(name, value) : SHORT.format(value);

/** An attribute's title with its unit: `Area, ha`. */
export const withUnit = ({ title, unit }: Pick<Worded, 'title' | 'unit'>): string =>
  unit === undefined ? title : `${title}, ${unit}`;

/** Values named before the rest are counted. */
const MOST_NAMED = 2;

/** What a condition asks for, in words: `0.5 ha and over`, `Permissioned or not stated`, `3 of 7`. */
export function sayCondition(condition: Condition, attribute: Worded): string {
  const parts =
    condition.kind === 'among'
      ? condition.values.map((value) => titleOf(attribute, value))
      : [sayRange(condition, attribute)].filter((text) => text !== '');
  const named = condition.unknown ? [...parts, 'not stated'] : parts;
  const others = named.length - MOST_NAMED;
  if (others <= 1) return sentence(named);
  return `${named.slice(0, MOST_NAMED).join(', ')} or ${others} more`;
}

/** A list in words; its first letter as the first item has it. */
function sentence(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}

const titleOf = ({ values }: Worded, value: string): string =>
  values?.find((each) => each.value === value)?.title ?? plainTitle(value);

const plainTitle = (value: string): string =>
  value === 'true' ? 'Yes' : value === 'false' ? 'No' : value;

function sayRange(
  condition: Exclude<Condition, { kind: 'among' }>,
  { name, unit }: Worded,
): string {
  if (isDateRange(condition)) {
    const { min, max } = condition;
    if (max === undefined) return `from ${dateText(min ?? '')}`;
    return min === undefined ? `to ${dateText(max)}` : `${dateText(min)} to ${dateText(max)}`;
  }
  const { min, max } = condition;
  const of = (value: number) => sayNumber(name, value);
  const after = unit === undefined ? '' : ` ${unit}`;
  if (min === undefined) return max === undefined ? '' : `up to ${of(max)}${after}`;
  if (max === undefined) return `${of(min)}${after} and over`;
  return min === max ? `${of(min)}${after}` : `${of(min)} to ${of(max)}${after}`;
}

/** A number as a person types it: `1,204.5`; undefined when it is none. */
export function readTypedNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(',', '');
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(plain) ? Number(plain) : undefined;
}

/** A date as a person types it: `1984`, `1984-03`, `03/1984`, `21/3/1984`; undefined when it is none. */
export function readTypedDate(text: string): string | undefined {
  const plain = text.trim();
  const [, day, month, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/u.exec(plain) ?? [];
  if (year === undefined || month === undefined) return isoDate(plain);
  const parts = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
  return isoDate(parts.join('-'));
}

const isoDate = (text: string): string | undefined =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u.test(text) ? text : undefined;
