import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import type { EditionRow } from '#server/store/rows.ts';
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
];

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
