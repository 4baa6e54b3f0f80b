import { lookup as lookupName } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { readAnswer } from './answer.ts';
import { failed, failedBy, redirected } from './failures.ts';
import { FETCH_LIMITS, type Fetch, type Fetched, type FetchLimits, type Known } from './fetched.ts';
import { publicOnly } from './public-lookup.ts';
import { isOwn, type OwnHosts, readWebAddress } from './web-address.ts';

/** Redirects followed at most; each is checked like a first address. */
const MOST_REDIRECTS = 3;

export type FetcherOptions = {
  readonly ownHosts?: OwnHosts;
  readonly limits?: Partial<FetchLimits>;
  /** Resolver of names; the system's unless given. */
  readonly lookup?: LookupFunction;
  /** How ODIN names itself to servers. */
  readonly agent: string;
};

/**
 * A fetcher that cannot be led into a private network: every address, redirects included, is read by
 * `readWebAddress`, names are resolved once, and the connection goes to the very address that was checked. Bytes
 * are counted after decompression.
 */
export function openFetcher(options: FetcherOptions): Fetch {
  const { ownHosts = new Set(), agent, lookup = lookupName } = options;
  const limits = { ...FETCH_LIMITS, ...options.limits };
  return async (address, known = {}, given) => {
    const deadline = AbortSignal.timeout(limits.mostMs);
    const signal = given ? AbortSignal.any([deadline, given]) : deadline;
    const headers = headersOf(agent, known);
    const step: Step = async (url) => {
      const checked = isOwn(url, ownHosts) ? lookup : publicOnly(lookup);
      try {
        const answer = await request(url, { headers, lookup: checked, signal });
        return onwardOf(answer, url) ?? (await readAnswer(answer, url, limits));
      } catch (cause) {
        return failedBy(cause, { deadline, limits, host: url.hostname });
      }
    };
    return await follow(address, ownHosts, step);
  };
}

type Step = (url: URL) => Promise<Fetched | Onward>;

/** Take steps from an address on until one ends at an answer. */
async function follow(address: string, ownHosts: OwnHosts, step: Step): Promise<Fetched> {
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const read = readWebAddress(next, ownHosts);
    if ('refusal' in read) return failed(hop === 0 ? read.refusal : redirected(read.refusal));
    const found = await step(read.url);
    if (!('onward' in found)) return found;
    next = found.onward;
  }
  return failed('The server leads from one address to another without end.');
}

/** Where a server leads instead of answering. */
type Onward = { readonly onward: string };

function onwardOf(answer: IncomingMessage, url: URL): Onward | undefined {
  const { statusCode = 0, headers } = answer;
  if (statusCode < 300 || statusCode >= 400 || statusCode === 304) return undefined;
  if (headers.location === undefined) return undefined;
  answer.destroy();
  return { onward: URL.parse(headers.location, url)?.href ?? headers.location };
}

const headersOf = (agent: string, { etag, lastModified }: Known): Record<string, string> => ({
  'User-Agent': agent,
  Accept: '*/*',
  'Accept-Encoding': 'gzip, deflate, br',
  ...(etag === undefined ? {} : { 'If-None-Match': etag }),
  ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
});

type Asking = {
  readonly headers: Record<string, string>;
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal;
};

function request(url: URL, { headers, lookup, signal }: Asking): Promise<IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = client.get(url, { headers, lookup, signal, agent: false }, resolve);
    asked.on('error', reject);
  });
}
