import type { DateOrder } from './date-order.ts';

/** A date with the precision it was written in; month and day are absent when not stated. */
export type DateParts = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** What it was written as; part of the rule. */
  readonly notation:
    | 'ISO'
    | DateOrder
    | 'month name'
    | 'year'
    | 'about a year'
    | 'two years'
    | 'Excel serial'
    | 'epoch';
  readonly twoDigitYear?: boolean;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Months as written: short, whole, and `Sept`. */
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?';
/** A time after a date, with whatever follows. */
export const TIME = '(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?';

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
const YEAR_MONTH_DAY = new RegExp(
  `^(\\d{4})[\\s/.-]+${MONTH_WORD}[\\s/.-]+(\\d{1,2})${TIME}$`,
  'i',
);

/** `Q3 2019`, `Spring 2021`, `mid 2020`, `c. 1850`, `1850s`: a part of a year, or about a year, kept as the year. */
const PART_OF_YEAR =
  /^(?:(?:q[1-4]|spring|summer|autumn|winter|early|mid|late|c\.?|ca\.?|circa|about|approx\.?|approximately|year|fy)[\s\-–/,]*)+(\d{4})(?:'?s)?$|^(\d{4})(?:'?s|[\s\-–/]*q[1-4]|\s*\(?(?:approx\.?|circa|est\.?)\)?)$/i;
/** `2019/20`, `2019-2020`, `FY 2019/20`: two years that follow each other, as councils count theirs. */
const TWO_YEARS = /^(?:fy\s*)?(\d{4})\s*[/–-]\s*(\d{2}|\d{4})$/i;

/** Read a date that names its month, or only part of a year; its day is not checked. */
export function readDateWords(text: string): DateParts | undefined {
  return wholeDate(text) ?? monthOnly(text) ?? yearOnly(text);
}

function wholeDate(text: string): DateParts | undefined {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null) return dated('month name', dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst !== null) {
    return dated('month name', monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  }
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  return yearFirst === null
    ? undefined
    : dated('month name', yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
}

function monthOnly(text: string): DateParts | undefined {
  const month = MONTH_YEAR.exec(text);
  if (month !== null) return dated('month name', month[2], monthOf(month[1]));
  const yearFirst = YEAR_MONTH.exec(text);
  return yearFirst === null ? undefined : dated('month name', yearFirst[1], monthOf(yearFirst[2]));
}

function yearOnly(text: string): DateParts | undefined {
  const part = PART_OF_YEAR.exec(text);
  if (part !== null) return { year: Number(part[1] ?? part[2]), notation: 'about a year' };
  return readTwoYears(text);
}

/** Two years that follow each other, read as the first: `2019/20`; undefined for `2019-12`. */
export function readTwoYears(text: string): DateParts | undefined {
  const [, first = '', second = ''] = TWO_YEARS.exec(text) ?? [];
  if (first === '') return undefined;
  const next = Number(first) + 1;
  const follows = second.length === 4 ? Number(second) === next : Number(second) === next % 100;
  return follows ? { year: Number(first), notation: 'two years' } : undefined;
}

const monthOf = (word: string | undefined): string =>
  String(MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1);

/** Parts of a date from its digits; a day or month of zero was not known. */
export function dated(
  notation: DateParts['notation'],
  year: string | undefined,
  month: string | undefined,
  day?: string,
): DateParts {
  const twoDigitYear = (year ?? '').length === 2;
  const known = Number(month) !== 0;
  if (!twoDigitYear && known && Number(day ?? 0) > 0) {
    return { year: Number(year), month: Number(month), day: Number(day), notation };
  }
  return {
    year: twoDigitYear ? century(Number(year)) : Number(year),
    ...(known ? { month: Number(month) } : {}),
    ...(day === undefined || !known || Number(day) === 0 ? {} : { day: Number(day) }),
    notation,
    ...(twoDigitYear ? { twoDigitYear } : {}),
  };
}

/** 00–29 → 2000s, 30–99 → 1900s. Source: Excel's two-digit-year rule, the program most such dates come from. */
const century = (year: number): number => (year < 30 ? 2000 + year : 1900 + year);
