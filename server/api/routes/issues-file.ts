import { once } from 'node:events';
import { z } from 'zod';
import type { IssueView } from '#data/schema/api.ts';
import { csvHead, csvLine } from '#server/catalogue/csv-table.ts';
import { route, STREAMED } from '../route.ts';
import { issueView } from '../views/feature-detail.ts';
import { findLive } from './catalogue.ts';

/** Issues read and written at a time. */
const PAGE_SIZE = 1_000;

const COLUMNS = [
  'code',
  'severity',
  'mender',
  'layer',
  'line',
  'column',
  'value',
  'message',
  'featureId',
] as const;

/** What was found in a dataset, as a table to work through. */
export const ISSUES_FILE_ROUTES = [
  route({
    path: '/api/datasets/:id/issues.csv',
    summary: 'What was found in the live edition, line by line, as CSV',
    tag: 'Files',
    params: z.object({ id: z.string().meta({ description: 'Id of a dataset' }) }),
    response: z.string(),
    media: 'text/csv',
    async answer({ params: { id } }, services, response) {
      const { row, number } = await findLive(id, services);
      response.set('Content-Disposition', `attachment; filename="${id}-${number}-issues.csv"`);
      response.write(csvHead(COLUMNS));
      for (let after = 0; !response.closed; ) {
        const page = await services.store.listIssues(row, { after, limit: PAGE_SIZE });
        const text = page.map((issue) => lineOf(issueView(issue))).join('');
        // a slow reader must not pile the file up in memory
        if (!response.write(text)) {
          await Promise.race([once(response, 'drain'), once(response, 'close')]);
        }
        if (page.length < PAGE_SIZE) break;
        after = page.at(-1)?.number ?? after;
      }
      response.end();
      return STREAMED;
    },
  }),
];

const lineOf = (issue: IssueView): string => csvLine(COLUMNS.map((name) => issue[name]));
