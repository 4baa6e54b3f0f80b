import type { AttributeValue } from '#data/schema/attribute.ts';

/** Lets records through that do not state the attribute; absent: they do not match. */
type OrUnknown = { readonly attribute: string; readonly unknown?: true };

/** Numbers from `min` to `max`, both included; an open end is absent. */
export type NumberRange = OrUnknown & {
  readonly kind: 'range';
  readonly min?: number;
  readonly max?: number;
};

/** Dates from `min` to the end of `max`, in EDTF level 0: `1984`, `1984-03`, `1984-03-21`. */
export type DateRange = OrUnknown & {
  readonly kind: 'range';
  readonly min?: string;
  readonly max?: string;
};

/** One of some values as texts: `permissioned`, `33`, `true`. */
export type Among = OrUnknown & { readonly kind: 'among'; readonly values: readonly string[] };

/** What one attribute of a record must be. */
export type Condition = NumberRange | DateRange | Among;

/** Which records of a layer match: those that meet every condition. */
export type LayerFilter = {
  readonly layerId: string;
  readonly conditions: readonly Condition[];
};

/** Dates have an end that is a text; a range open at both ends is of numbers. */
export const isDateRange = (condition: NumberRange | DateRange): condition is DateRange =>
  typeof condition.min === 'string' || typeof condition.max === 'string';

/**
 * Whether a record's value meets a condition. What the publisher did not state matches only where the condition
 * says so. Of a list one item is enough. A date known to the year or month matches when any day of it does.
 *
 * @param value as stored; undefined: not stated
 */
export function matches(condition: Condition, value: AttributeValue | undefined): boolean {
  if (value === undefined || isEmpty(value)) return condition.unknown === true;
  if (condition.kind === 'among') {
    return typeof value === 'object'
      ? value.some((item) => condition.values.includes(item))
      : condition.values.includes(String(value));
  }
  if (isDateRange(condition)) {
    const date = typeof value === 'string' ? dateNumber(value) : undefined;
    return date !== undefined && isDuring(date, datesOf(condition));
  }
  const { min = -Infinity, max = Infinity } = condition;
  if (typeof value === 'number') return value >= min && value <= max;
  // with both ends open every date is inside
  return min === -Infinity && max === Infinity && dateOf(value) !== undefined;
}

/** A list of nothing states nothing. */
const isEmpty = (value: AttributeValue): boolean => typeof value === 'object' && value.length === 0;

const dateOf = (value: AttributeValue): number | undefined =>
  typeof value === 'string' ? dateNumber(value) : undefined;

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * A date as a number that sorts as the dates do: `1984-03-21` → 19840321, `1984-03` → 19840300, `1984` → 19840000.
 *
 * @returns undefined when the text is no EDTF level 0 date
 */
export function dateNumber(text: string): number | undefined {
  const [, year, month = '00', day = '00'] = DATE.exec(text) ?? [];
  return year === undefined ? undefined : Number(year + month + day);
}

/** What `dateNumber` made, as text again. */
export function dateText(date: number): string {
  const digits = String(date).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return parts.filter((part, index) => index === 0 || part !== '00').join('-');
}

/** Numbers between which the dates of a range lie, both included. */
export type DateSpan = { readonly first: number; readonly last: number };

/** The span of a range; one that cannot be read as a date lets nothing through. */
export function datesOf({ min, max }: DateRange): DateSpan {
  const first = min === undefined ? 0 : (dateNumber(min) ?? Infinity);
  const last = max === undefined ? Infinity : (dateNumber(max) ?? -Infinity);
  return { first, last: lastDay(last) };
}

/** Whether any day of a date lies in a span. */
export const isDuring = (date: number, { first, last }: DateSpan): boolean =>
  date <= last && lastDay(date) >= first;

/** The end of a year or month, later than its last day and before the next. */
function lastDay(date: number): number {
  if (date % 10_000 === 0) return date + 9_999;
  return date % 100 === 0 ? date + 99 : date;
}

/** What is done on the map with features that fail a filter. */
export type Misses = 'dim' | 'hide';
