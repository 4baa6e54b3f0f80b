const DAY_MS = 86_400_000;

const DURATION = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T.*)?$/;

/**
 * The day the next edition is promised for: so many years, months, weeks and days after this one. A month that has
 * no such day ends on its last. Parts of a day are left out.
 *
 * @param publishedAt ISO 8601 time of the live edition
 * @param cadence ISO 8601 duration: `P3M`, `P1Y`, `P7D`
 * @returns ISO 8601 date; undefined when either cannot be read, or nothing is promised
 */
export function dueOn(publishedAt: string, cadence: string | undefined): string | undefined {
  const found = DURATION.exec(cadence ?? '');
  const from = new Date(publishedAt);
  if (found === null || Number.isNaN(from.getTime())) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = found
    .slice(1)
    .map((each) => Number(each ?? 0));
  if (years + months + weeks + days === 0) return undefined;
  const month = from.getUTCMonth() + months + 12 * years;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), last) + 7 * weeks + days;
  const due = new Date(Date.UTC(from.getUTCFullYear(), month, day));
  return Number.isNaN(due.getTime()) ? undefined : due.toISOString().slice(0, 10);
}

/**
 * Whole days from one time to a date; below zero once it has passed.
 *
 * @param date ISO 8601 date
 * @param at ISO 8601 time
 */
export const daysUntil = (date: string, at: string): number =>
  Math.round((Date.parse(date) - Date.parse(at.slice(0, 10))) / DAY_MS);
