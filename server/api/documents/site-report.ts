import type { Express, Request, Response } from 'express';
import { siteReportPage } from '#server/pages/site-report/page.ts';
import { type ReportTrouble, reportTrouble } from '#server/pages/site-report/trouble.ts';
import { subjectOf } from '../asking.ts';
import { forReader } from '../forms/form.ts';
import { originOf } from '../origin.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { isTrouble, readAskedReport, reportQuery } from './site-report-asked.ts';
import { type Composed, composeReport } from './site-report-compose.ts';
import { evidenceCsv, evidenceGeoJson } from './site-report-evidence.ts';
import { readBackdrop } from './site-report-map.ts';

/** How one form of a report is sent. */
type Form = {
  readonly path: string;
  readonly type: string;
  /** Name of the file; absent: shown as a page. */
  readonly file?: string;
  readonly write: (composed: Composed) => string;
};

const FORMS: readonly Form[] = [
  { path: '/report', type: 'html', write: ({ report }) => siteReportPage(report) },
  {
    path: '/report/evidence.geojson',
    type: 'application/geo+json',
    file: 'site-evidence.geojson',
    write: ({ report, evidence }) => evidenceGeoJson(report, evidence),
  },
  {
    path: '/report/evidence.csv',
    type: 'text/csv; charset=utf-8',
    file: 'site-evidence.csv',
    write: ({ report }) => evidenceCsv(report),
  },
];

/** `/report?site=…&search=…&as-of=…` and its evidence as files; without a moment, the address of now’s. */
export function mountSiteReport(app: Express, services: Services): void {
  const backdrop = readBackdrop();
  for (const form of FORMS) {
    app.get(form.path, async (request, response) => {
      const isForAll = subjectOf(request).kind === 'anonymous';
      response.set('Cache-Control', isForAll ? 'no-cache' : 'private, no-store').vary('Cookie');
      const now = services.accounts.now();
      const asked = readAskedReport(request.query, now);
      if (isTrouble(asked)) {
        refuse(response, 400, asked);
        return;
      }
      const { asOf } = asked;
      if (asOf === undefined) {
        response.redirect(
          302,
          `${form.path}?${reportQuery({ ...asked, asOf: now.toISOString() })}`,
        );
        return;
      }
      const origin = originOf(response, services);
      await answer({ form, request, response }, () =>
        composeReport({ ...asked, asOf }, { services, backdrop, origin }),
      );
    });
  }
}

type Answering = { readonly form: Form; readonly request: Request; readonly response: Response };

async function answer(
  { form, request, response }: Answering,
  compose: () => Promise<Composed>,
): Promise<void> {
  try {
    const text = form.write(await compose());
    response.type(form.type);
    if (form.file !== undefined) {
      response.set('Content-Disposition', `attachment; filename="${form.file}"`).send(text);
    } else response.send(forReader(text, request));
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    const status = cause.code === 'not-found' ? 404 : cause.code === 'unavailable' ? 503 : 400;
    refuse(response, status, { what: cause.message, mend: MENDS[status] });
  }
}

const MENDS = {
  400: 'Change that part of the search and ask again.',
  404: 'Look for it in the finder, or leave as-of out for what is published now.',
  503: 'Ask again in a moment.',
} as const;

function refuse(response: Response, status: 400 | 404 | 503, trouble: ReportTrouble): void {
  response
    .status(status)
    .type('html')
    .send(forReader(reportTrouble(trouble), response.req));
}
