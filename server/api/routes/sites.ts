import { z } from 'zod';
import { SitesAnswer } from '#data/schema/sites.ts';
import { SEARCH_TEXT_MOST } from '#data/siting/search-text.ts';
import { route } from '../route.ts';
import { measureSearch } from '../sites/measure-search.ts';
import { readSearchOf } from '../sites/read-search.ts';

/** The text of a search; what it must be is told by whoever reads it. */
const search = z
  .string()
  .min(1)
  .max(SEARCH_TEXT_MOST)
  .meta({
    description:
      'A search: the id of a profile and what differs from it, as in `data-centre~area:1..`, or `own~in:land/brownfield-site~…`',
    examples: ['data-centre', 'data-centre~area:1..~in:land/brownfield-site;E08000003'],
  });

/** Sites a use could go to, measured. */
export const SITE_ROUTES = [
  route({
    path: '/api/sites',
    summary: 'Everything a search asks, measured of every site it looks through',
    tag: 'Areas',
    query: z.object({ search }),
    response: SitesAnswer,
    answer: ({ query }, services) => measureSearch(readSearchOf(query.search), { services }),
  }),
];
