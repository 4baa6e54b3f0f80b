import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Hosts of this deployment's own network that may be fetched from, with http too: `gis.council.internal:8080`. */
export type OwnHosts = ReadonlySet<string>;

/** Longest address that is taken, characters. */
const MOST_CHARACTERS = 4_096;

/** Ports a public server of files answers on. */
const PORTS = new Set(['', '443', '8443']);

/** Names that mean this machine or network wherever they are asked (RFC 6761, 6762, 8375, 9476). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|alt|onion)\.?$/i;

export type WebAddress = { readonly url: URL } | { readonly refusal: string };

/**
 * Read an address somebody wants data fetched from. Refused with the reason: anything but https, sign-ins in the
 * address, odd ports, names and numbers of private networks. What a name resolves to is checked when connecting.
 */
export function readWebAddress(text: string, ownHosts: OwnHosts): WebAddress {
  if (text.length > MOST_CHARACTERS) return refused('it is longer than any address of a file');
  const url = URL.parse(text.trim());
  if (!url) return refused('it is no web address; one begins with https://');
  if (url.username !== '' || url.password !== '') {
    return refused('it holds a name and password; give the address without them');
  }
  url.hash = '';
  if (isOwn(url, ownHosts)) return { url };
  const why = whyNot(url);
  return why === undefined ? { url } : refused(why);
}

/** Why an address of the public internet is not fetched from. */
function whyNot({ protocol, port, hostname }: URL): string | undefined {
  if (protocol === 'http:') return 'it is not encrypted; use the one that begins with https://';
  if (protocol !== 'https:') return 'only addresses that begin with https:// are fetched';
  if (!PORTS.has(port)) return `port ${port} is not one public files are served on`;
  const host = hostname.replace(/^\[|\]$/g, '');
  const isPublic =
    isIP(host) === 0 ? host.includes('.') && !PRIVATE_NAME.test(host) : isPublicAddress(host);
  return isPublic ? undefined : 'it leads into a private network';
}

/** True for a host that this deployment said is its own. */
export const isOwn = (url: URL, ownHosts: OwnHosts): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') && ownHosts.has(url.host);

const refused = (why: string): WebAddress => ({ refusal: `This address is not fetched: ${why}.` });
