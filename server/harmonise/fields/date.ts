import type { Attribute } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { DateOrder } from './date-order.ts';
import { type DateParts, dated, readDateWords, readTwoYears, TIME } from './date-words.ts';
import { type Caster, type Fault, NOTHING, type Reading, unreadable } from './reading.ts';
import { formulaError, isNoAnswer, NULL_TOKEN, textOf } from './text.ts';

const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?${TIME}Z?$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const FIGURES = new RegExp(`^(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})${TIME}$`);
const MONTH_YEAR_FIGURES = /^(\d{1,2})[/.-](\d{4})$/;
/** An hour in universal time that is the next day in the United Kingdom's summer. */
const LATE_UTC = /[T ]23:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|\+00(?::?00)?)$/i;

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

/** `2024-03-21` and what programs write behind it: `T09:30:00.000`. */
const PLAIN = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

function parse(text: string, order: DateOrder): DateParts | undefined {
  if (PLAIN.test(text)) return dated('ISO', text.slice(0, 4), text.slice(5, 7), text.slice(8, 10));
  if (/^\d{4}(\.0)?$/.test(text)) return { year: Number(text), notation: 'year' };
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return readIso(text, iso);
  const figures = FIGURES.exec(text);
  if (figures !== null) {
    const [, first, second, year] = figures;
    if (order === 'mdy') return dated('mdy', year, first, second);
    return dated('dmy', year, second, first);
  }
  const monthYear = MONTH_YEAR_FIGURES.exec(text);
  if (monthYear !== null) return dated('ISO', monthYear[2], monthYear[1]);
  return readDateWords(text);
}

function readIso(text: string, [, year, month, day]: readonly string[]): DateParts {
  // `2011/12` is a council's year; `2011-12` is December.
  const two = day === undefined && (text.includes('/') || Number(month) > 12);
  const years = two ? readTwoYears(text) : undefined;
  if (years !== undefined) return years;
  const parts = dated('ISO', year, month, day);
  if (!LATE_UTC.test(text) || !exists(parts)) return parts;
  const time = Date.UTC(parts.year, (parts.month ?? 1) - 1, parts.day, 23);
  return partsOf(inUnitedKingdom(time), 'ISO');
}

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
const HOUR_MS = 3_600_000;

/**
 * An instant as a date whose UTC parts are the clock of the United Kingdom: services give midnight of a summer's
 * day as 23:00 of the day before. Summer time: last Sunday of March to last Sunday of October, 01:00 UTC.
 * Source: The Summer Time Order 2002; earlier years by the same rule from 1972.
 */
function inUnitedKingdom(time: number): Date {
  const year = new Date(time).getUTCFullYear();
  const isSummer = year >= 1972 && time >= lastSunday(year, 2) && time < lastSunday(year, 9);
  return new Date(isSummer ? time + HOUR_MS : time);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY_MS;
}

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
  if (Math.abs(value) > 1e11 && Math.abs(value) < 1e13)
    return partsOf(inUnitedKingdom(value), 'epoch');
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

/** Dates programs write for “none”: all zeros, Excel's day 0, the last day of a calendar. */
const NO_DATE =
  /^0{1,4}([-/.]0{1,4}){2}|^1899-12-3[01]\b|^3[01]\/12\/1899\b|^00\/01\/1900|^(9999|2999)-12-3[01]\b|^3[01]\/12\/(9999|2999)\b/;

/** Caster of dates to EDTF: order by column, precision kept, impossible and far-off dates reported and left raw. */
export function dateCaster(attribute: Attribute, settings: DateSettings): Caster {
  return (cell) => {
    const text = textOf(cell).trim();
    if (text === '') return NOTHING;
    if (isNoAnswer(text, settings.nullTokens) || NO_DATE.test(text)) return NULL_TOKEN;
    const parts = partsOfCell(cell, text, settings.order);
    if (parts === undefined) {
      return formulaError(text) ?? unreadable('value.date-invalid', whyNot(text, settings.order));
    }
    return judge(attribute, parts, settings.now);
  };
}

function partsOfCell(cell: Cell, text: string, order: DateOrder): DateParts | undefined {
  if (cell instanceof Date) return partsOf(cell, 'ISO');
  if (typeof cell === 'number') return dateOfNumber(cell);
  const written = readDate(text, order);
  if (written !== undefined) return written;
  const epoch = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(text)?.[1] ?? text;
  return /^\d{5}(\.\d+)?$|^-?\d{11,13}$/.test(epoch) ? dateOfNumber(Number(epoch)) : undefined;
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
