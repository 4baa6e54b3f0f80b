import express, { type Express, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { isSame } from '#server/accounts/secret.ts';
import { formTokenFor, subjectOf } from './asking.ts';
import { bodyInTime } from './limits.ts';
import { ApiError, sendProblem } from './problem.ts';
import {
  type Asked,
  byPath,
  type HandedIn,
  type Method,
  methodOf,
  type Route,
  STREAMED,
} from './route.ts';
import type { Services } from './services.ts';
import { sendSettled } from './settled.ts';

const NOTHING = z.strictObject({});

/** Answer every route: check what is asked, call, send JSON. Whatever throws goes to the problem handler. */
export function mountRoutes(app: Express, routes: readonly Route[], services: Services): void {
  for (const route of routes) {
    const taking = route.takes
      ? [
          bodyInTime(route.takes.mostBytes),
          ...(route.takes.isStream
            ? []
            : [express.raw({ type: () => true, limit: route.takes.mostBytes })]),
        ]
      : [];
    const handlers = [admit(route), ...taking, answering(route, services)];
    app[VERBS[methodOf(route)]](route.path, ...handlers);
  }
  for (const [path, those] of byPath(routes)) {
    app.all(path, (_, response) => {
      sendProblem(response.set('Allow', allowed(those)), 'wrong-method');
    });
  }
}

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const satisfies Record<
  Method,
  string
>;

/** What an address that answers may be asked with, as `Allow` says it. */
const allowed = (routes: readonly Route[]): string =>
  routes
    .map(methodOf)
    .map((method) => (method === 'GET' ? 'GET, HEAD' : method))
    .join(', ');

/** Let in who may ask, before anything that is sent is read. @throws {ApiError} */
const admit =
  (route: Route): RequestHandler =>
  (request, _, next) => {
    if (route.access === 'signed-in') checkAsker(request, methodOf(route) !== 'GET');
    next();
  };

function checkAsker(request: Request, isChange: boolean): void {
  const subject = subjectOf(request);
  if (subject.kind === 'anonymous') {
    throw new ApiError('not-signed-in', 'Sign in, or send an API token with the request.');
  }
  if (!isChange) return;
  if (subject.scopes && !subject.scopes.includes('publish')) {
    throw new ApiError('not-permitted', 'The API token was made for reading alone.');
  }
  const wanted = formTokenFor(request);
  if (wanted !== undefined && !isSame(request.get('x-odin-token') ?? '', wanted)) {
    throw new ApiError(
      'not-permitted',
      'Send the token of /api/session as X-ODIN-Token: only pages of this server may ask this.',
    );
  }
}

function answering(route: Route, services: Services): RequestHandler {
  const { media = 'application/json', maxAgeS = 0 } = route;
  return async (request, response) => {
    const asked = checked(route, request);
    const isForAll = asked.subject.kind === 'anonymous';
    response.vary('Cookie, Authorization');
    if (isForAll) {
      response.set('Cache-Control', maxAgeS > 0 ? `public, max-age=${maxAgeS}` : 'no-cache');
    } else response.set('Cache-Control', 'private, no-store');
    response.type(media);
    if (route.settled && isForAll) {
      const catalogue = await services.catalogue();
      const write = () => route.answer(asked, services, response);
      await sendSettled(response, catalogue, route.path, write);
      return;
    }
    const body = await route.answer(asked, services, response);
    if (body !== STREAMED) response.send(JSON.stringify(body));
  };
}

const NO_BYTES = Buffer.alloc(0);

function checked({ params, query, takes }: Route, request: Request): Asked {
  return {
    subject: subjectOf(request),
    params: check('path', params ?? NOTHING, joined(request.params)),
    query: check('query', query ?? NOTHING, request.query),
    ...(takes?.isStream ? { body: { ...handedIn(request, NO_BYTES), stream: request } } : {}),
    ...(Buffer.isBuffer(request.body) ? { body: handedIn(request, request.body) } : {}),
  };
}

const handedIn = (request: Request, bytes: Buffer): HandedIn => ({
  media: (request.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
  bytes,
});

/** A wildcard parameter arrives as its parts. */
const joined = (params: Request['params']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : value,
    ]),
  );

function check(where: string, shape: z.ZodObject, given: unknown): unknown {
  const read = shape.strict().safeParse(given);
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  if (fault?.code === 'unrecognized_keys') {
    const known = Object.keys(shape.shape);
    const names = fault.keys.map((key) => `"${key}"`).join(', ');
    const list = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`;
    throw new ApiError('bad-request', `Unknown ${where} parameter ${names}: ${list}.`);
  }
  const name = fault?.path.join('.') ?? where;
  throw new ApiError('bad-request', `Parameter "${name}": ${fault?.message ?? 'not valid'}.`);
}
