const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * An ISO 8601 or EDTF date in words, as precise as it is: `2026`, `March 2026`, `21 March 2026`. The day of a time is
 * that of UTC; what is no date stays as it is.
 */
export function dateText(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/u.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return text;
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The month of a date, where a line is narrow: `Mar 2026`, `2026`. */
export function monthText(text: string): string {
  const [first = '', ...rest] = dateText(text.slice(0, 'YYYY-MM'.length)).split(' ');
  return rest.length === 0 ? first : [first.slice(0, 3), ...rest].join(' ');
}
