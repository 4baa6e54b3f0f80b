import { z } from 'zod';
import { Problem } from '#data/schema/service.ts';
import { byPath, methodOf, type Route, type Shape } from './route.ts';

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of some routes, derived from the same shapes that check their requests. */
export function describeApi(routes: readonly Route[], version: string): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'ODIN',
      version,
      description:
        'Infrastructure data of councils and utilities, harmonised to one schema. Every answer about ' +
        'data names its licence and the words to print. What everybody may read is read with GET and HEAD; a POST ' +
        'that asks nobody to sign in hands in a shape to ask about or a search to watch, which changes no data.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...byPath(routes)].map(([path, those]) => [
        templateOf(path),
        Object.fromEntries(those.map((route) => [verbOf(route), operation(route)])),
      ]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, made at /account' },
        session: { type: 'apiKey', in: 'cookie', name: 'odin', description: 'Of who is signed in' },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: 'Why not, in a sentence',
          content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
        },
      },
    },
  };
}

const verbOf = (route: Route): string => methodOf(route).toLowerCase();

const ref = (name: string): JsonObject => ({ $ref: `#/components/${name}` });

/** `/api/layers/:id` and `/api/features/*id` as OpenAPI writes them. */
export const templateOf = (path: string): string => path.replace(/[:*]([a-z0-9]+)/gi, '{$1}');

function operation(route: Route): JsonObject {
  const { summary, tag, path, params, query, response, media, takes } = route;
  return {
    summary,
    tags: [tag],
    operationId: operationOf(path, verbOf(route)),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(takes ? { requestBody: bodyOf(takes) } : {}),
    ...(route.access === 'signed-in' ? { security: [{ token: [] }, { session: [] }] } : {}),
    responses: {
      200: {
        description: 'As asked',
        content: { [media ?? 'application/json']: { schema: schemaOf(response, 'output') } },
      },
      400: ref('responses/Problem'),
      ...(route.access === 'signed-in' ? { 401: ref('responses/Problem') } : {}),
      ...(params ? { 404: ref('responses/Problem') } : {}),
      default: ref('responses/Problem'),
    },
  };
}

const bodyOf = ({ media, mostBytes }: NonNullable<Route['takes']>): JsonObject => ({
  required: true,
  description: `At most ${mostBytes / 1e6} MB`,
  content: Object.fromEntries(
    media.map((type) => [
      type,
      { schema: type.endsWith('json') ? {} : { type: 'string', format: 'binary' } },
    ]),
  ),
});

/** `/api/layers/:id/features` → `getLayersIdFeatures`. */
const operationOf = (path: string, method: string): string =>
  `${method}${path
    .replace('/api', '')
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

function parameters(where: 'path' | 'query', shape: Shape | undefined): JsonObject[] {
  return Object.entries(shape?.shape ?? {}).map(([name, type]) => {
    const { description, ...schema } = schemaOf(type as z.ZodType, 'input');
    return {
      name,
      in: where,
      required: where === 'path' || !(type as z.ZodType).safeParse(undefined).success,
      ...(typeof description === 'string' ? { description } : {}),
      schema,
    };
  });
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
}
