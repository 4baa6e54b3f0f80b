import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, Response } from 'express';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { describeCoverage } from '#server/catalogue/describe.ts';
import { schemaOrgDataset } from '#server/catalogue/schema-org.ts';
import { accessibilityPage } from '#server/pages/accessibility-page.ts';
import { dataPage } from '#server/pages/data-page.ts';
import { type DatasetPage, datasetPage } from '#server/pages/dataset-page.ts';
import { helpPage } from '#server/pages/help-page.ts';
import { issuesPage } from '#server/pages/issues-page.ts';
import { notFoundPage } from '#server/pages/problem-page.ts';
import { withdrawnPage } from '#server/pages/withdrawn-page.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { mountAreaPage } from './area/page.ts';
import { subjectOf } from './asking.ts';
import { coverageDocument } from './documents/coverage.ts';
import { datasetFindings } from './documents/dataset.ts';
import { mountKeptSearches } from './documents/kept-search.ts';
import { licenceDocument, licencesDocument, readAsked } from './documents/licences.ts';
import { mountSiteReport } from './documents/site-report.ts';
import { forReader } from './forms/form.ts';
import { originOf } from './origin.ts';
import type { Services } from './services.ts';
import { datasetDetail } from './views/dataset.ts';
import { dcatInput } from './views/dcat.ts';
import { issueView } from './views/feature-detail.ts';
import { mayDownload } from './views/licence.ts';

const STYLES = join(import.meta.dirname, '..', 'pages', 'style');

/** Files of the style sheet, in the order they are joined. */
const SHEETS = [
  'tokens',
  'text',
  'frame',
  'tables',
  'signs',
  'combine',
  'coverage',
  'forms',
  'agreements',
  'locator',
  'print',
  'area-map',
  'area',
  'site-report',
  'site-report-tables',
  'site-report-map',
  'site-report-print',
];

/** Places told of each kind of issue. */
const EXAMPLES = 10;

/** Changes told one by one. */
const CHANGES_SHOWN = 100;

/** Features drawn on a dataset's small map. */
const DRAWN = 2_000;

/** The documents: plain HTML that works without scripts and prints. */
export function mountPages(app: Express, services: Services): void {
  const styles = SHEETS.map((name) => readFileSync(join(STYLES, `${name}.css`), 'utf8')).join('\n');
  app.get('/page.css', (_, response) => {
    response.set('Cache-Control', 'public, max-age=300').type('css').send(styles);
  });
  app.get('/data', async (_, response) =>
    send(response, dataPage((await services.catalogue()).datasets)),
  );
  app.get('/data/:id', async ({ params: { id } }, response) => {
    const page = await datasetDocument(id, originOf(response, services), services);
    const tombstone = page === undefined ? await withdrawnDocument(id, services) : undefined;
    if (tombstone !== undefined) response.status(410);
    send(response, page ?? tombstone);
  });
  app.get('/licences', async ({ query }, response) => {
    const { asked, redirect } = readAsked(query);
    if (redirect !== undefined) response.redirect(303, redirect);
    else send(response, await licencesDocument(asked, services));
  });
  app.get('/licences/:id', async ({ params: { id } }, response) =>
    send(response, await licenceDocument(id, services)),
  );
  app.get('/coverage', async ({ query }, response) =>
    send(response, await coverageDocument(query, services)),
  );
  mountAreaPage(app, services);
  mountSiteReport(app, services);
  mountKeptSearches(app, services);
  app.get('/help', (_, response) => send(response, helpPage()));
  app.get('/accessibility', (_, response) => send(response, accessibilityPage(services.operator)));
  app.get('/help/issues', (_, response) => send(response, issuesPage()));
}

/** Send a page; without one, the page that says so. */
function send(response: Response, page: string | undefined): void {
  if (page === undefined) response.status(404);
  const isForAll = subjectOf(response.req).kind === 'anonymous';
  response
    .set('Cache-Control', isForAll ? 'no-cache' : 'private, no-store')
    .vary('Cookie')
    .type('html')
    .send(forReader(page ?? notFoundPage(response.req.path), response.req));
}

async function datasetDocument(
  id: string,
  origin: string,
  services: Services,
): Promise<string | undefined> {
  const { store, districts, districtNames } = services;
  const catalogue = await services.catalogue();
  const { datasets, editions, licences, layers } = catalogue;
  const [summary, edition] = [datasets.find((each) => each.id === id), editions.get(id)];
  const type = summary && findFeatureType(summary.featureType);
  if (!summary || !edition || !type) return undefined;
  const dataset = datasetDetail(summary, edition, await store.listEditions(id));
  const licence = licences.get(edition.licence);
  const layer = layers.find((each) => each.id === summary.layerId);
  const features = await store.pageFeatures({ editions: [edition.row] }, { limit: DRAWN });
  const issues = await issueGroups(edition, services);
  return datasetPage({
    dataset,
    origin,
    about: schemaOrgDataset(dcatInput(summary, catalogue, origin)),
    ...datasetFindings(edition, type, { dataset, groups: issues }),
    licence,
    layerTitle: type.plural,
    crs: edition.report.crs,
    table: {
      columns: dataset.columns,
      attributes: attributesOf(type),
      layers: edition.report.layers,
      positions: [...new Set(features.map(({ placement }) => placement.from))],
    },
    issues,
    coverage: describeCoverage(edition.source.coverage, districtNames),
    map: { districts, features: features.map(({ geometry }) => geometry) },
    mayDownload: mayDownload(licence),
    archive: layer?.archive,
    shown: {
      features: layer?.featureCount ?? dataset.edition.features,
      minZoom: layer?.minZoom ?? type.minZoom,
      maxZoom: layer?.maxZoom ?? type.minZoom,
      shown: layer?.shown,
    },
    changes: {
      comparison: edition.comparison,
      changes: await store.listChanges(edition.row, { limit: CHANGES_SHOWN }),
      attributes: attributesOf(type),
      address: `/api/datasets/${id}/editions/${edition.number}/changes?limit=1000`,
    },
    events: await store.listEvents(id),
  });
}

/** What stands where a dataset was that is withdrawn; undefined when there never was one. */
async function withdrawnDocument(id: string, { store }: Services): Promise<string | undefined> {
  const [newest] = await store.listEditions(id);
  const events = await store.listEvents(id);
  if (!newest || !events.some(({ kind }) => kind === 'withdrawn')) return undefined;
  return withdrawnPage({ id, title: newest.source.title, events });
}

async function issueGroups(
  { row }: EditionRow,
  { store }: Services,
): Promise<DatasetPage['issues']> {
  const groups = await store.groupIssues(row);
  return await Promise.all(
    groups.map(async (group) => {
      const { code, severity } = group;
      const asked = { code, severities: [severity], limit: EXAMPLES };
      return { ...group, examples: (await store.listIssues(row, asked)).map(issueView) };
    }),
  );
}
