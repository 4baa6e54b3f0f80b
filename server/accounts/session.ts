/** Longest a session lasts, and longest it may lie unused, ms. Source: OWASP Session Management, a working day. */
export const LONGEST_MS = 12 * 3_600_000;
export const IDLE_MS = 2 * 3_600_000;

/** How often the use of a session or token is written down, ms. */
export const TOUCH_MS = 60_000;

type Span = { readonly begunAt: string; readonly seenAt: string };

/** Whether a session still says who somebody is. */
export function isLive({ begunAt, seenAt }: Span, now: Date): boolean {
  const [age, idle] = [begunAt, seenAt].map((time) => now.getTime() - Date.parse(time));
  return age !== undefined && age < LONGEST_MS && idle !== undefined && idle < IDLE_MS;
}
