import type { Attribute } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { DateOrder } from './date-order.ts';
import { type Caster, type Fault, NOTHING, type Reading, unreadable } from './reading.ts';
import { isNullToken, NULL_TOKEN, textOf } from './text.ts';

/** A date with the precision it was written in; month and day are absent when not stated. */
export type DateParts = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** What it was written as; part of the rule. */
  readonly notation: 'ISO' | DateOrder | 'month name' | 'year' | 'Excel serial' | 'epoch';
  readonly twoDigitYear?: boolean;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Months as written: short, whole, and `Sept`. */
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?';
const TIME = '(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?';

const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?${TIME}Z?$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const FIGURES = new RegExp(`^(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})${TIME}$`);
const MONTH_YEAR_FIGURES = /^(\d{1,2})[/.-](\d{4})$/;
const DAY_MONTH_YEAR = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s/.-]*${MONTH_WORD}[\\s/.,-]*'?(\\d{4}|\\d{2})${TIME}$`,
  'i',
);
const MONTH_DAY_YEAR = new RegExp(
  `^${WEEKDAY}${MONTH_WORD}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}$`,
  'i',
);
const MONTH_YEAR = new RegExp(`^${MONTH_WORD}[\\s/.,-]*'?(\\d{4}|\\d{2})$`, 'i');
const YEAR_MONTH = new RegExp(`^(\\d{4})[\\s/.,-]+${MONTH_WORD}$`, 'i');

/**
 * Read a date as written, in the precision it states.
 *
 * @param order how `03/04/2019` is read
 * @returns undefined when the text is no date, or names a day that does not exist (31 June)
 */
export function readDate(text: string, order: DateOrder): DateParts | undefined {
  const parts = parse(text.trim(), order);
  return parts !== undefined && exists(parts) ? parts : undefined;
}

function parse(text: string, order: DateOrder): DateParts | undefined {
  if (/^\d{4}$/.test(text)) return { year: Number(text), notation: 'year' };
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return dated('ISO', iso[1], iso[2], iso[3]);
  const figures = FIGURES.exec(text);
  if (figures !== null) {
    const [, first, second, year] = figures;
    if (order === 'mdy') return dated('mdy', year, first, second);
    return dated('dmy', year, second, first);
  }
  const monthYear = MONTH_YEAR_FIGURES.exec(text);
  if (monthYear !== null) return dated('ISO', monthYear[2], monthYear[1]);
  return parseWords(text);
}

function parseWords(text: string): DateParts | undefined {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null) return dated('month name', dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst !== null) {
    return dated('month name', monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  }
  const month = MONTH_YEAR.exec(text);
  if (month !== null) return dated('month name', month[2], monthOf(month[1]));
  const yearFirst = YEAR_MONTH.exec(text);
  return yearFirst === null ? undefined : dated('month name', yearFirst[1], monthOf(yearFirst[2]));
}

const monthOf = (word: string | undefined): string =>
  String(MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1);

function dated(
  notation: DateParts['notation'],
  year: string | undefined,
  month: string | undefined,
  day?: string,
): DateParts {
  const twoDigitYear = (year ?? '').length === 2;
  return {
    year: twoDigitYear ? century(Number(year)) : Number(year),
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
    notation,
    ...(twoDigitYear ? { twoDigitYear } : {}),
  };
}

/** 00–29 → 2000s, 30–99 → 1900s. Source: Excel's two-digit-year rule, the program most such dates come from. */
const century = (year: number): number => (year < 30 ? 2000 + year : 1900 + year);

function exists({ year, month, day }: DateParts): boolean {
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= length;
}

/** EDTF level 0: `1984`, `1984-03`, `1984-03-21`. */
export function edtf({ year, month, day }: DateParts): string {
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  const withMonth = `${text}-${String(month).padStart(2, '0')}`;
  return day === undefined ? withMonth : `${withMonth}-${String(day).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's 1900 calendar, its invented 29 February 1900 allowed for. Source: ECMA-376 §18.17.4. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
/** Serials taken for dates: 1 January 1930 to 31 December 2099; smaller ones are years or counts. */
const SERIAL_RANGE = [10_959, 73_050] as const;

/** A bare number as a date: year, Excel serial or epoch milliseconds; undefined when it is none. */
export function dateOfNumber(value: number): DateParts | undefined {
  if (Number.isInteger(value) && value >= 1000 && value <= 2999) {
    return { year: value, notation: 'year' };
  }
  if (value >= SERIAL_RANGE[0] && value < SERIAL_RANGE[1] + 1) {
    return partsOf(new Date(EXCEL_EPOCH_MS + Math.floor(value) * DAY_MS), 'Excel serial');
  }
  // Esri services give milliseconds since 1970; anything under a few years from then is more likely a count.
  if (Math.abs(value) > 1e11 && Math.abs(value) < 1e13) return partsOf(new Date(value), 'epoch');
  return undefined;
}

function partsOf(date: Date, notation: DateParts['notation']): DateParts {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    notation,
  };
}

/** What the column says about its dates. */
export type DateSettings = {
  readonly order: DateOrder;
  readonly nullTokens?: ReadonlySet<string>;
  /** Today, ISO 8601; absent: entry dates are not checked against it. */
  readonly now?: string | undefined;
};

/** Caster of dates to EDTF: order by column, precision kept, impossible and far-off dates reported and left raw. */
export function dateCaster(attribute: Attribute, settings: DateSettings): Caster {
  return (cell) => {
    const text = textOf(cell).trim();
    if (text === '') return NOTHING;
    if (isNullToken(text, settings.nullTokens) || /^0{1,4}([-/.]0{1,4}){2}/.test(text)) {
      return NULL_TOKEN;
    }
    const parts = partsOfCell(cell, text, settings.order);
    if (parts === undefined) return unreadable('value.date-invalid', whyNot(text, settings.order));
    return judge(attribute, parts, settings.now);
  };
}

function partsOfCell(cell: Cell, text: string, order: DateOrder): DateParts | undefined {
  if (cell instanceof Date) return partsOf(cell, 'ISO');
  if (typeof cell === 'number') return dateOfNumber(cell);
  const written = readDate(text, order);
  if (written !== undefined) return written;
  return /^\d{5}(\.\d+)?$|^\d{12,13}$/.test(text) ? dateOfNumber(Number(text)) : undefined;
}

function whyNot(text: string, order: DateOrder): string {
  const other = order === 'mdy' ? 'dmy' : 'mdy';
  if (readDate(text, other) !== undefined) {
    const words = order === 'mdy' ? 'month first' : 'day first';
    return `The column's dates are ${words}, and this one is not: write it as year-month-day.`;
  }
  return 'This is no date of the calendar: write it as year-month-day, such as 2024-03-21.';
}

/** Earliest year taken with month and day. Source: planning data pipeline, far-past-date (1799-12-31). */
const FAR_PAST_YEAR = 1800;
/** Earliest bare year taken: buildings are older than registers. Source: ODIN limit. */
const OLDEST_YEAR = 1000;
/** Years ahead that are still taken. Source: planning data pipeline, far-future-date. */
const FAR_FUTURE_YEARS = 50;
/** Limit when today is not known. */
const FAR_FUTURE_YEAR = 2100;

function judge(attribute: Attribute, parts: DateParts, now: string | undefined): Reading {
  const oldest = parts.month === undefined ? OLDEST_YEAR : FAR_PAST_YEAR;
  if (parts.year < oldest) return unreadable('value.date-far-past');
  const newest = now === undefined ? FAR_FUTURE_YEAR : Number(now.slice(0, 4)) + FAR_FUTURE_YEARS;
  if (parts.year > newest) return unreadable('value.date-far-future');
  const value = edtf(parts);
  const faults = faultsOf(attribute, parts, value, now);
  const rule = parts.notation === 'ISO' ? 'as published' : `date ${parts.notation}`;
  return faults.length === 0 ? { value, rule } : { value, rule, faults };
}

function faultsOf(
  attribute: Attribute,
  parts: DateParts,
  value: string,
  now: string | undefined,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (parts.day === undefined) faults.push({ code: 'value.date-partial' });
  if (parts.twoDigitYear === true) faults.push({ code: 'value.date-two-digit-year' });
  if (parts.notation === 'Excel serial') faults.push({ code: 'table.excel-date-serial' });
  if (now !== undefined && attribute.name === 'entry-date' && value > now.slice(0, 10)) {
    faults.push({ code: 'value.entry-date-future' });
  }
  return faults;
}
