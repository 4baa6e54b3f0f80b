import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** What is said of a request before Express looks at it: a proxy on this machine may say how the client came. */
type Request = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i;

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

/** The client's address: the last a proxy on this machine names that is not this machine, else who connected. */
export function addressOf({ headers, socket: { remoteAddress = '' } }: Request): string {
  const { 'x-forwarded-for': named } = headers;
  if (named === undefined || !isLoopback(remoteAddress)) return remoteAddress;
  const clients = [named]
    .flat()
    .join(',')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !isLoopback(each));
  const client = clients.at(-1) ?? '';
  return isIP(client) === 0 ? remoteAddress : client;
}

/** Whether the client came by https, so that a cookie may be kept to that. */
export function isSecure(
  { headers, socket: { remoteAddress = '' } }: Request,
  publicUrl: string | undefined,
): boolean {
  if (publicUrl !== undefined) return publicUrl.startsWith('https:');
  return isLoopback(remoteAddress) && headers['x-forwarded-proto'] === 'https';
}
