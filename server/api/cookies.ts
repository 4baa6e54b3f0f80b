import { LONGEST_MS } from '#server/accounts/session.ts';

/** Cookies of ours: who is signed in, and a single sign-on under way. */
export type CookieName = 'odin' | 'odin-sign-on';

/** Longest a single sign-on may take, ms. */
export const SIGN_ON_MS = 10 * 60_000;

const LASTING_S: Readonly<Record<CookieName, number>> = {
  odin: LONGEST_MS / 1_000,
  'odin-sign-on': SIGN_ON_MS / 1_000,
};

/** By https a cookie is named so that only this host can have set it. Source: RFC 6265bis §4.1.3.2. */
const nameOf = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** What a cookie of ours holds; undefined when there is none. */
export function readCookie(
  header: string | undefined,
  name: CookieName,
  secure: boolean,
): string | undefined {
  if (header === undefined) return undefined;
  const prefix = `${nameOf(name, secure)}=`;
  const found = header.split(';').find((each) => each.trimStart().startsWith(prefix));
  return found?.trimStart().slice(prefix.length).trimEnd() || undefined;
}

/** A `Set-Cookie` that scripts cannot read and other sites cannot send along; without `value` it is taken away. */
export function writeCookie(name: CookieName, value: string | undefined, secure: boolean): string {
  const lasting = value === undefined ? 0 : LASTING_S[name];
  const parts = [`${nameOf(name, secure)}=${value ?? ''}`, 'Path=/', `Max-Age=${lasting}`];
  return [...parts, 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])].join('; ');
}
