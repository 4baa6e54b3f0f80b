import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import {
  type Allowance,
  allowanceKey,
  createLimiter,
  type Limiter,
} from '#server/accounts/rate.ts';
import { subjectOf } from './asking.ts';
import { addressOf, isLoopback } from './connection.ts';
import { sendProblem } from './problem.ts';
import { refuse } from './tiles/refuse.ts';

/**
 * What one address may ask for: an office of hundreds may stand behind one, so reading is loose. A person’s forms
 * and what changes something are counted apart.
 */
const ALLOWED = {
  tiles: { atOnce: 6_000, perSecond: 1_000 },
  reading: { atOnce: 2_000, perSecond: 200 },
  changing: { atOnce: 200, perSecond: 5 },
  forms: { atOnce: 30, perSecond: 0.5 },
} as const satisfies Record<string, Allowance>;

const now = (): number => performance.now();

/** Whose allowance a request draws on. */
const keyOf = (request: IncomingMessage): string => {
  const subject = subjectOf(request);
  return subject.kind === 'account' ? subject.accountId : allowanceKey(addressOf(request));
};

/** Programs on this machine, the proxy's own checks among them, are not counted. */
const isOurs = (request: IncomingMessage): boolean => isLoopback(addressOf(request));

function tooMany(response: Response, waitS: number): void {
  const seconds = Math.max(1, Math.ceil(waitS));
  response.set('Retry-After', String(seconds));
  sendProblem(response, 'too-many', `Ask again in ${seconds} s.`);
}

/** Limit how fast anybody asks; 429 with `Retry-After` beyond it. */
export function limitAsking(): RequestHandler {
  const [reading, changing] = [createLimiter(ALLOWED.reading), createLimiter(ALLOWED.changing)];
  return (request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const limiter = isReading ? reading : changing;
    const waitS = isOurs(request) ? 0 : limiter.take(keyOf(request), now());
    if (waitS > 0) tooMany(response, waitS);
    else next();
  };
}

/** Limit how fast forms that prove or change who somebody is are sent, from this machine too. */
export function limitForms(): RequestHandler {
  const limiter = createLimiter(ALLOWED.forms);
  return (request, response, next) => {
    const waitS = limiter.take(allowanceKey(addressOf(request)), now());
    if (waitS > 0) tooMany(response, waitS);
    else next();
  };
}

/** Limit tiles before Express; loosely, as a map asks for hundreds. @returns whether it was answered */
export function limitTiles(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const limiter: Limiter = createLimiter(ALLOWED.tiles);
  return (request, response) => {
    if (!request.url?.startsWith('/tiles/') || isOurs(request)) return false;
    const waitS = limiter.take(allowanceKey(addressOf(request)), now());
    if (waitS === 0) return false;
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(waitS))));
    refuse(response, { status: 429, title: 'Too many tiles at once; ask again' });
    return true;
  };
}

/** Slowest line something may be handed in over, bytes a second, and least time for it, ms. */
const SLOWEST = 64_000;
const LEAST_MS = 30_000;

/** Give up a body that comes too slowly for its size. */
export const bodyInTime =
  (mostBytes: number): RequestHandler =>
  (request, _, next) => {
    const longest = Math.max(LEAST_MS, (mostBytes / SLOWEST) * 1_000);
    const timer = setTimeout(() => request.destroy(), longest).unref();
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
    next();
  };
