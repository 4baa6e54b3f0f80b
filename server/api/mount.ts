import express, { type Express, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { ApiError } from './problem.ts';
import { type Asked, type HandedIn, type Route, STREAMED } from './route.ts';
import type { Services } from './services.ts';
import { sendSettled } from './settled.ts';

const NOTHING = z.strictObject({});

/** Answer every route: check what is asked, call, send JSON. Whatever throws goes to the problem handler. */
export function mountRoutes(app: Express, routes: readonly Route[], services: Services): void {
  for (const route of routes) {
    const { media = 'application/json', maxAgeS = 0 } = route;
    const answer: RequestHandler = async (request, response) => {
      const asked = checked(route, request);
      response.set('Cache-Control', maxAgeS > 0 ? `public, max-age=${maxAgeS}` : 'no-cache');
      response.type(media);
      if (route.settled) {
        const catalogue = await services.catalogue();
        const write = () => route.answer(asked, services, response);
        await sendSettled(response, catalogue, route.path, write);
        return;
      }
      const body = await route.answer(asked, services, response);
      if (body !== STREAMED) response.send(JSON.stringify(body));
    };
    if (route.takes) {
      const { mostBytes } = route.takes;
      app.post(route.path, express.raw({ type: () => true, limit: mostBytes }), answer);
    } else app.get(route.path, answer);
  }
}

function checked({ params, query }: Route, request: Request): Asked {
  return {
    params: check('path', params ?? NOTHING, joined(request.params)),
    query: check('query', query ?? NOTHING, request.query),
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
