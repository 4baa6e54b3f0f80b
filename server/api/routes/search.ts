import { z } from 'zod';
import { SearchAnswer } from '#data/schema/search-answer.ts';
import { position } from '../parameters.ts';
import { route } from '../route.ts';
import { search } from '../search/index.ts';

/** Longest text that is looked for, characters. */
const LONGEST = 200;

/** The one search box. */
export const SEARCH_ROUTES = [
  route({
    path: '/api/search',
    summary: 'Places, positions in any notation, layers and features, grouped',
    tag: 'Features',
    query: z.object({
      q: z.string().min(1).max(LONGEST).meta({ description: 'What was typed' }),
      near: position.optional(),
    }),
    response: SearchAnswer,
    answer: ({ query: { q } }, services) => search(q, services),
  }),
];
