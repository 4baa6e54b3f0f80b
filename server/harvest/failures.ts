import type { Failed, FetchLimits } from './fetched.ts';
import { PrivateAddress } from './public-lookup.ts';

/** More came than is taken. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Nothing came for too long. */
export class Idle extends Error {
  override readonly name = 'Idle';
}

const SAYS: Readonly<Record<number, string>> = {
  401: 'The server asks for a sign-in (401). Use the address of a public file.',
  403: 'The server does not let this be fetched (403). Use the address of a public file.',
  404: 'There is nothing at this address (404). It may have moved: open it in a browser.',
  410: 'What stood at this address was removed (410).',
  429: 'The server says that it was asked too often (429).',
};

/** What a status other than 200 says. */
export function refusedBy(code: number, retryAfter: string | undefined): Failed {
  const isPassing = code === 408 || code === 425 || code === 429 || code >= 500;
  const seconds = retryAfterOf(retryAfter);
  return {
    ...failed(SAYS[code] ?? `The server answered ${code}${isPassing ? ', for now' : ''}.`),
    isPassing,
    ...(seconds === undefined ? {} : { retryAfterS: seconds }),
  };
}

/** Longest a server's wish to be left alone is followed, s. */
const MOST_WAIT_S = 86_400;

/** `Retry-After` as seconds; dates are left to the usual wait. */
const retryAfterOf = (said: string | undefined): number | undefined =>
  said !== undefined && /^\d{1,9}$/.test(said) ? Math.min(Number(said), MOST_WAIT_S) : undefined;

/** A failure that asking again does not mend. */
export const failed = (why: string): Failed => ({ status: 'failed', why, isPassing: false });

/** A refusal of an address a server led to. */
export const redirected = (refusal: string): string =>
  refusal.replace(
    'This address is not fetched',
    'The server leads to another address that is not fetched',
  );

/** What went wrong with a connection, in words. */
export function failedBy(
  cause: unknown,
  { deadline, limits, host }: { deadline: AbortSignal; limits: FetchLimits; host: string },
): Failed {
  if (cause instanceof PrivateAddress) {
    return failed('This address is not fetched: it leads into a private network.');
  }
  if (cause instanceof TooMuch) {
    return failed(
      `The file is larger than ${Math.round(limits.mostBytes / 1e6)} MB. Upload it, or offer it in parts.`,
    );
  }
  const passing = (why: string): Failed => ({ status: 'failed', why, isPassing: true });
  if (deadline.aborted) {
    return passing(`The server took longer than ${Math.round(limits.mostMs / 1_000)} seconds.`);
  }
  if (cause instanceof Idle) return passing('The server stopped sending.');
  return passing(WHYS[codeOf(cause)]?.(host) ?? `The server cannot be reached (${codeOf(cause)}).`);
}

const WHYS: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `There is no server called ${host}. Check the address for a slip.`,
  EAI_AGAIN: (host) => `The name ${host} cannot be looked up now.`,
  ECONNREFUSED: (host) => `${host} refuses connections.`,
  ECONNRESET: (host) => `${host} broke off.`,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired; its owner must renew it.`,
  ABORT_ERR: () => 'It was cancelled.',
};

const codeOf = (cause: unknown): string =>
  (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.name : 'unknown fault');
