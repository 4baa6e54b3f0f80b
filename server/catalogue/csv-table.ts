/** UTF-8's mark: without it Excel takes the file for windows-1252. */
const MARK = '\uFEFF';

/** What a spreadsheet takes for a formula. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** The first line of a CSV file: its column names. */
export const csvHead = (names: readonly string[]): string => MARK + csvLine(names);

/** One line of CSV (RFC 4180); a text that a spreadsheet would run as a formula begins with an apostrophe. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
