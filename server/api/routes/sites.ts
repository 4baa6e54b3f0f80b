import { z } from 'zod';
import { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { SEARCH_TEXT_MOST } from '#data/siting/search-text.ts';
import { CELL_LEVELS } from '#server/sites/cells.ts';
import { route } from '../route.ts';
import { evidenceOf } from '../sites/evidence.ts';
import { measureSearch } from '../sites/measure-search.ts';
import { readSearchOf } from '../sites/read-search.ts';
import { measureSurface, SURFACE_LEVEL } from '../sites/surface.ts';

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

const levels = CELL_LEVELS.join(', ');

const Surface = z.object({
  search,
  level: z
    .enum(CELL_LEVELS.map(String) as [string, ...string[]], `expected one of ${levels}`)
    .transform(Number)
    .optional()
    .meta({ description: `Level of H3, one of ${levels}; ${SURFACE_LEVEL} unless said` }),
});

const Evidence = z.object({
  search,
  site: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Key of a site of the answer: a feature id, `cell:…` or `area:…`' }),
});

/** Sites a use could go to, measured. */
export const SITE_ROUTES = [
  route({
    path: '/api/sites',
    summary: 'Everything a search asks, measured of every site it looks through',
    tag: 'Sites',
    query: z.object({ search }),
    response: SitesAnswer,
    answer: ({ query }, services) => measureSearch(readSearchOf(query.search), { services }),
  }),
  route({
    path: '/api/sites/surface',
    summary: 'The same of hexagons over all districts: land nobody registered is found',
    tag: 'Sites',
    query: Surface,
    response: SitesAnswer,
    answer: ({ query: { search, level = SURFACE_LEVEL } }, services) =>
      measureSurface(readSearchOf(search), level, { services }),
  }),
  route({
    path: '/api/sites/evidence',
    summary: 'One site of a search: its shape, and lines to everything it was measured to',
    tag: 'Sites',
    query: Evidence,
    response: SiteEvidence,
    answer: ({ query }, services) =>
      evidenceOf(readSearchOf(query.search), query.site, { services }),
  }),
];
