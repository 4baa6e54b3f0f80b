import { z } from 'zod';
import { KeptSearch } from '#data/schema/sites.ts';
import { route } from '../route.ts';
import { findSearch, keepSearch } from '../sites/kept-searches.ts';

/** Longest thing taken, bytes: a search and its title. */
const MOST_BYTES = 20_000;

/** Searches that are kept and watched. */
export const KEPT_SEARCH_ROUTES = [
  route({
    path: '/api/searches',
    summary: 'Keep a search: what enters, leaves or changes is told from then on',
    tag: 'Sites',
    takes: { mostBytes: MOST_BYTES, media: ['application/json'] },
    response: KeptSearch,
    answer: ({ body }, services) => keepSearch(body, services),
  }),
  route({
    path: '/api/searches/:id',
    summary: 'A kept search and what happened to it, as everybody sees it',
    tag: 'Sites',
    params: z.object({
      id: z
        .string()
        .regex(/^[a-z2-7]{26}$/)
        .meta({ description: 'Id of a kept search' }),
    }),
    response: KeptSearch,
    answer: ({ params: { id } }, services) => findSearch(id, services),
  }),
];
