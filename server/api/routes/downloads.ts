import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import { writeFilter } from '#data/query/filter-text.ts';
import { DownloadPlan } from '#data/schema/download.ts';
import { planDownload } from '#server/export/plan.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { DownloadQuery, type DownloadQuestion } from '../downloading/question.ts';
import { wantOf } from '../downloading/want.ts';
import { writeZip } from '../downloading/write-files.ts';
import { originOf } from '../origin.ts';
import { ApiError } from '../problem.ts';
import { route, STREAMED } from '../route.ts';
import type { Services } from '../services.ts';
import { FeatureCollection, toGeoJson } from '../views/geojson.ts';
import { mayDownload } from '../views/licence.ts';
import { findLive } from './catalogue.ts';

/** Features read and written at a time. */
const PAGE_SIZE = 500;

/** Files to take away; each carries its licence and the words to print. */
export const DOWNLOAD_ROUTES = [
  route({
    path: '/api/datasets/:id/download',
    summary: 'The whole dataset as one GeoJSON file, with its licence inside',
    tag: 'Files',
    params: z.object({ id: z.string().meta({ description: 'Id of a dataset' }) }),
    response: FeatureCollection,
    media: 'application/geo+json',
    async answer({ params: { id } }, services, response) {
      const edition = await findLive(id, services);
      const { licences, datasets } = await services.catalogue();
      const dataset = datasets.find((each) => each.id === id);
      if (!dataset || !mayDownload(licences.get(edition.licence))) {
        throw new ApiError('not-allowed', 'Its licence allows no copies to be handed out.');
      }
      const { licence, synthetic, title } = dataset;
      const numberMatched = edition.report.features;
      const head = { type: 'FeatureCollection', title, synthetic, licence, numberMatched };
      const name = `${id}-${edition.number}${synthetic ? '-synthetic' : ''}.geojson`;
      response.set('Content-Disposition', `attachment; filename="${name}"`);
      const start = JSON.stringify({ ...head, numberReturned: numberMatched }).slice(0, -1);
      response.write(`${start},"features":[\n`);
      await writeFeatures(edition, response, services);
      response.end('\n]}\n');
      return STREAMED;
    },
  }),
  route({
    path: '/api/download/plan',
    summary: 'What a download would hold and under what terms, before it is made',
    tag: 'Files',
    query: DownloadQuery,
    response: DownloadPlan,
    async answer({ query }, services) {
      const { layers } = await wantOf(query, services);
      return planDownload(layers, query).plan;
    },
  }),
  route({
    path: '/api/download',
    summary: 'Layers, a view or what filters let through, as a zip with LICENCES.txt',
    tag: 'Files',
    query: DownloadQuery,
    response: z.unknown(),
    media: 'application/zip',
    async answer({ query }, services, response) {
      const { layers, selection } = await wantOf(query, services);
      const planned = planDownload(layers, query);
      refuseWhatMayNotLeave(planned.plan, query);
      const at = new Date();
      const origin = originOf(response, services);
      const address = `${origin}${response.req.originalUrl}`;
      const name = `odin-${at.toISOString().slice(0, 10)}-${query.format}.zip`;
      response.set('Content-Disposition', `attachment; filename="${name}"`);
      const made = { origin, address, at, asked: saidOf(query) };
      await writeZip({ ...planned, selection, made, services }, response);
      return STREAMED;
    },
  }),
];

/**
 * A file that lacks what was asked for is worse than none: say what must be left out.
 *
 * @throws {ApiError} when something asked for may not leave, or not in the form asked for
 */
function refuseWhatMayNotLeave(
  { refused, layers, mergeable, reason }: DownloadPlan,
  { form }: DownloadQuestion,
): void {
  if (refused.length > 0) {
    const all = refused.length + layers.length;
    const reasons = refused.map((each) => each.reason).join(' ');
    throw new ApiError(
      'not-allowed',
      `This download is not available as asked: ${refused.length} of ${all} layers may not be taken away. ${reasons}`,
    );
  }
  if (form === 'merged' && !mergeable) throw new ApiError('not-allowed', reason);
}

/** The question in words, for whoever opens the zip next year. */
function saidOf({ bbox, area, filter = [] }: DownloadQuestion): string[] {
  const decimals = (value: number) => value.toFixed(5);
  return [
    ...(bbox
      ? [`features in the box ${bbox.map(decimals).join(', ')} (west, south, east, north)`]
      : []),
    ...(area === undefined ? [] : [`features on the area ${area}`]),
    ...filter.map(
      ({ layerId, conditions }) =>
        `of ${layerId} those that meet ${conditions.map(({ attribute }) => attribute).join(', ')} (${writeFilter({ layerId, conditions })})`,
    ),
  ];
}

async function writeFeatures(
  edition: EditionRow,
  response: Response,
  { store }: Services,
): Promise<void> {
  let after = 0;
  for (let separator = ''; !response.closed; separator = ',\n') {
    const page = await store.pageFeatures({ editions: [edition.row] }, { after, limit: PAGE_SIZE });
    if (page.length === 0) return;
    const text = page.map((feature) => JSON.stringify(toGeoJson(feature, edition))).join(',\n');
    after = page.at(-1)?.row ?? after;
    // A slow reader must not pile the file up in memory.
    if (!response.write(separator + text)) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    if (page.length < PAGE_SIZE) return;
  }
}
