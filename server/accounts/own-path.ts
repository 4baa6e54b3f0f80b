/** Characters no path of ours has: what browsers read as `/`, what ends a header, what names another host. */
const ODD = /[\\\s\p{Cc}]|^\/\/|%(?:0[0-9a-f]|5c)/iu;

/**
 * A path of our own to go on to, or `otherwise`: never another site, whatever was handed in.
 *
 * @param asked as it stood in the address: `/desk?x=1`
 */
export function ownPath(asked: string | undefined, otherwise: string): string {
  if (asked === undefined || !asked.startsWith('/') || asked.length > 2_000) return otherwise;
  if (ODD.test(asked)) return otherwise;
  const here = 'http://here.invalid';
  if (!URL.canParse(asked, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(asked, here);
  // `/x/..//evil` becomes `//evil` only when it is resolved
  if (origin !== here || pathname.startsWith('//') || NOT_BACK.test(pathname)) return otherwise;
  return pathname + search + hash;
}

/** Where nobody wants to be led to after signing in. */
const NOT_BACK = /^\/(?:sign-in|sign-out|api|tiles)(?:\/|$)/;
