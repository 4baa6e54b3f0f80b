const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** Time of day of an ISO 8601 time, as this device counts it: `10:42`. Text that is no time stays. */
export const clockTime = (iso: string): string => say(CLOCK, iso);

/** Day of an ISO 8601 date or time: `1 Apr 2017`. Text that is no date stays. */
export const shortDay = (iso: string): string => say(DAY, iso);

/** Day in full: `1 April 2017`. */
export const longDay = (iso: string): string => say(LONG_DAY, iso);

/** The time today, the day otherwise: `10:42`, `1 Apr 2017, 10:42`. */
export function dayAndTime(iso: string, now: Date): string {
  const isToday = shortDay(iso) === DAY.format(now);
  return isToday ? clockTime(iso) : `${shortDay(iso)}, ${clockTime(iso)}`;
}

function say(format: Intl.DateTimeFormat, iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : format.format(at);
}

/** Days since something was due, or until it is: `101 days late`, `today`, `in 7 days`. */
export function dueIn(days: number): string {
  if (days === 0) return 'today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days < 0 ? `${count} late` : `in ${count}`;
}
