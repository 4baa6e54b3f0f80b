import { z } from 'zod';
import { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { SEARCH_TEXT_MOST } from '#data/siting/search-text.ts';
import { CELL_LEVELS } from '#server/sites/cells.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { evidenceOf } from '../sites/evidence.ts';
import { measureSearch } from '../sites/measure-search.ts';
import type { MeasuredFor } from '../sites/moment.ts';
import { readSearchOf } from '../sites/read-search.ts';
import { sendAnswer } from '../sites/send-answer.ts';
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

/** A moment that has been: what was live then is measured, as far as it may still be shown. */
const asOf = z.iso
  .datetime({ error: 'expected a moment, as in 2026-11-23T09:00:00Z' })
  .transform((text) => new Date(text).toISOString())
  .optional()
  .meta({
    description: 'Moment whose editions are measured, ISO 8601 in UTC; what is live unless said',
  });

/** What is measured, as of when. @throws {ApiError} of a moment that has not come */
function measuringOf(services: Services, moment: string | undefined): MeasuredFor {
  if (moment === undefined) return { services };
  if (moment > services.accounts.now().toISOString()) {
    throw new ApiError('bad-request', 'Parameter "as-of": the moment has not come.');
  }
  return { services, asOf: moment };
}

const levels = CELL_LEVELS.join(', ');

const Surface = z.object({
  search,
  'as-of': asOf,
  level: z
    .enum(CELL_LEVELS.map(String) as [string, ...string[]], `expected one of ${levels}`)
    .transform(Number)
    .optional()
    .meta({ description: `Level of H3, one of ${levels}; ${SURFACE_LEVEL} unless said` }),
});

const Evidence = z.object({
  search,
  'as-of': asOf,
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
    query: z.object({ search, 'as-of': asOf }),
    response: SitesAnswer,
    answer({ query }, services, response) {
      const search = readSearchOf(query.search);
      const measuring = measuringOf(services, query['as-of']);
      const measure = () => measureSearch(search, measuring);
      return sendAnswer(response, { search, name: 'sites' }, measuring, measure);
    },
  }),
  route({
    path: '/api/sites/surface',
    summary: 'The same of hexagons over all districts: land nobody registered is found',
    tag: 'Sites',
    query: Surface,
    response: SitesAnswer,
    answer({ query }, services, response) {
      const search = readSearchOf(query.search);
      const { level = SURFACE_LEVEL } = query;
      const measuring = measuringOf(services, query['as-of']);
      const measure = () => measureSurface(search, level, measuring);
      return sendAnswer(response, { search, name: `cells ${level}` }, measuring, measure);
    },
  }),
  route({
    path: '/api/sites/evidence',
    summary: 'One site of a search: its shape, and lines to everything it was measured to',
    tag: 'Sites',
    query: Evidence,
    response: SiteEvidence,
    answer: ({ query }, services) =>
      evidenceOf(readSearchOf(query.search), query.site, measuringOf(services, query['as-of'])),
  }),
];
