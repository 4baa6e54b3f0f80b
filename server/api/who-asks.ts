import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { AccountDeps } from '#server/accounts/deps.ts';
import { isOwnOrigin } from '#server/accounts/own-origin.ts';
import { TOKENS_IN_TEXT } from '#server/accounts/secret.ts';
import { whoseSession, whoseToken } from '#server/accounts/who.ts';
import { type Asker, askerOf, NOBODY, setAsker } from './asking.ts';
import { isSecure } from './connection.ts';
import { readCookie } from './cookies.ts';
import { originOf } from './origin.ts';
import { ApiError } from './problem.ts';

export type WhoAsks = (request: IncomingMessage) => Promise<Asker> | Asker;

type Deps = { readonly accounts: AccountDeps; readonly publicUrl?: string | undefined };

/**
 * Who asks, by an API token (`Authorization: Bearer odin_…`) or a session's cookie. At once, without asking the
 * store, when there is neither.
 *
 * @throws {ApiError} for a token that is not or no longer good: whoever sends one means to be known
 */
export function openWhoAsks({ accounts, publicUrl }: Deps): WhoAsks {
  return (request) => {
    const { authorization, cookie } = request.headers;
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token !== undefined) return byToken(token, accounts);
    const secret = readCookie(cookie, 'odin', isSecure(request, publicUrl));
    return secret === undefined ? NOBODY : bySession(secret, accounts);
  };
}

async function byToken(token: string, accounts: AccountDeps): Promise<Asker> {
  const subject = await whoseToken(token, accounts);
  if (subject) return { subject };
  throw new ApiError('not-signed-in', 'The API token is not known, or no longer good.');
}

async function bySession(secret: string, accounts: AccountDeps): Promise<Asker> {
  const subject = await whoseSession(secret, accounts);
  return subject ? { subject, secret } : NOBODY;
}

/** Find out who asks before anything answers. What is told to somebody is for them alone. */
export const recognise =
  (whoAsks: WhoAsks): RequestHandler =>
  (request, response, next) => {
    if (request.originalUrl.search(TOKENS_IN_TEXT) >= 0) {
      throw new ApiError(
        'bad-request',
        'An API token stands in the address, where logs keep it: revoke it, and send another in the Authorization header.',
      );
    }
    const asker = whoAsks(request);
    if (asker === NOBODY) return next();
    return Promise.resolve(asker).then((known) => {
      if (known.subject.kind === 'account') {
        setAsker(request, known);
        response.set('Cache-Control', 'private, no-store').vary('Cookie, Authorization');
        response.removeHeader('Access-Control-Allow-Origin');
      }
      next();
    });
  };

/** A page elsewhere may not ask in the name of whoever is signed in here. */
export const onlyOurOwn =
  ({ publicUrl }: Pick<Deps, 'publicUrl'>): RequestHandler =>
  (request, response, next) => {
    const isChange = request.method !== 'GET' && request.method !== 'HEAD';
    if (isChange && askerOf(request).secret !== undefined) {
      const provenance = { origin: request.get('origin'), site: request.get('sec-fetch-site') };
      if (!isOwnOrigin(provenance, originOf(response, { publicUrl }))) {
        throw new ApiError('not-permitted', 'Only pages of this server may ask this.');
      }
    }
    next();
  };
