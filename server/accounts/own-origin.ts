/** What a browser says of where a request comes from. */
export type Provenance = {
  readonly origin?: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site?: string | undefined;
};

/**
 * Whether a browser says that a page of ours asks. Source: OWASP Cross-Site Request Forgery Prevention, standard
 * headers: what says nothing at all is refused.
 *
 * @param own scheme and host of this server as the browser sees it
 */
export function isOwnOrigin({ origin, site }: Provenance, own: string): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origin === own;
  return site === 'same-origin';
}
