import { z } from 'zod';
import { Coverage } from '#data/schema/coverage.ts';
import { coverageCsv } from '#server/catalogue/coverage-csv.ts';
import { coverageNow } from '../coverage.ts';
import { route, STREAMED } from '../route.ts';

const CoverageQuery = z.object({
  types: z.enum(['supplied', 'all']).default('supplied').meta({
    description: 'supplied: kinds that somebody has supplied; all: every kind ODIN knows',
  }),
});

/** Who has supplied what: every number of the coverage page. */
export const COVERAGE_ROUTES = [
  route({
    path: '/api/coverage',
    summary:
      'Districts against kinds of thing: live, due, late, wrong, not supplied, and what next',
    tag: 'Catalogue',
    query: CoverageQuery,
    response: Coverage,
    answer: async ({ query: { types } }, services) => await coverageNow(types, services),
  }),
  route({
    path: '/api/coverage.csv',
    summary: 'The same as CSV, one line a kind and district',
    tag: 'Catalogue',
    query: CoverageQuery,
    response: z.string(),
    media: 'text/csv',
    async answer({ query: { types } }, services, response) {
      const text = coverageCsv(await coverageNow(types, services));
      response.set('Content-Disposition', 'attachment; filename="coverage.csv"').end(text);
      return STREAMED;
    },
  }),
];
