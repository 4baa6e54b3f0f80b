const COUNT = new Intl.NumberFormat('en-GB');

/** A count with thousands marked: `1,204`. */
export const formatCount = (count: number): string => COUNT.format(count);

/** A count with its noun: `1 layer`, `8 layers`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A distance as a person says it: `40 m`, `412 m`, `6.2 km`, `55 km`. */
export function formatDistance(metres: number): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const km = metres / 1000;
  return `${km < 10 ? Number(km.toFixed(1)) : Math.round(km)} km`;
}

const BYTE_STEPS = ['B', 'kB', 'MB', 'GB'] as const;

/** A file size in decimal units: `812 B`, `2.2 MB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${BYTE_STEPS[power]}`;
}

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
];

/** An ISO or EDTF date in words, as precise as it is: `2026`, `March 2026`, `21 March 2026`; other text stays. */
export function formatDate(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/u.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return text;
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The month of a date, where a line is narrow: `Mar 2026`, `2026`. */
export function formatMonth(text: string): string {
  const [first = '', ...rest] = formatDate(text.slice(0, 'YYYY-MM'.length)).split(' ');
  return rest.length === 0 ? first : [first.slice(0, 3), ...rest].join(' ');
}

/** A sha-256 short enough to read aloud, ends kept: `d69e52fa…66ee`. */
export const formatHash = (sha256: string): string =>
  sha256.length <= 14 ? sha256 : `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;
