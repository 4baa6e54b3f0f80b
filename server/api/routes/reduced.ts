import { z } from 'zod';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import { Precision } from '#data/schema/access.ts';
import type { Subject } from '#data/schema/subject.ts';
import { agreementOf } from '#server/access/can.ts';
import { type PlanePoint, type Reduced, reduceTo } from '#server/access/precision.ts';
import { datasetFor } from '../access/datasets.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import { openReadings } from '../seen/readings.ts';
import type { Services } from '../services.ts';

/** Features read at a time. */
const PAGE = 2_000;

const Answer = z.object({
  type: z.literal('FeatureCollection'),
  dataset: z.string(),
  precision: Precision,
  /** What it is shared for. */
  purpose: z.string(),
  /** How many there are in all; absent where only that there are any may be known. */
  count: z.int().optional(),
  /** Whether there are any. */
  exists: z.boolean(),
  /** Cells with how many lie in each, where that may be known. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.object({
        type: z.literal('Polygon'),
        coordinates: z.array(z.array(z.array(z.number()))),
      }),
      properties: z.object({ count: z.int() }),
    }),
  ),
});

/** What may be known of data that is shared less exactly than it was published. */
export const REDUCED_ROUTES = [
  route({
    path: '/api/datasets/:id/reduced',
    summary:
      'A dataset as exactly as it is shared with you: cells with counts, a count, or whether there is anything',
    tag: 'Features',
    access: 'signed-in',
    params: z.object({ id: z.string().meta({ description: 'Id of a dataset' }) }),
    response: Answer,
    async answer({ subject, params: { id } }, services, response) {
      const { agreement, thing, precision } = await heldOf(id, subject, services);
      const reduced = reduceTo(precision, await middlesOf(id, services));
      const readings = openReadings();
      const rows = 'cells' in reduced ? reduced.cells.length : 1;
      readings.note({ apart: { thing, rows: [] }, agreement }, rows);
      if (subject.kind === 'account') {
        const asked = { path: response.req.path, now: services.releasing.now() };
        const entries = readings.take(subject, asked).map((entry) => ({ ...entry, precision }));
        await services.store.access.audit(entries);
      }
      return answerOf(id, reduced, { purpose: agreement.terms.purpose, services });
    },
  }),
];

async function heldOf(id: string, subject: Subject, services: Services) {
  const dataset = await datasetFor(id, [subject, 'read-reduced'], services);
  const agreement = dataset && agreementOf(subject, dataset.thing, services.releasing.now());
  if (!agreement || agreement.precision === 'exact') {
    throw new ApiError('not-found', `Cannot find dataset "${id}".`);
  }
  return { agreement, thing: dataset.thing, precision: agreement.precision };
}

/** Middles of the features of a dataset, whoever asks: nothing finer than its cells leaves from here. */
async function middlesOf(id: string, { releasing, grid }: Services): Promise<PlanePoint[]> {
  const { store } = releasing;
  const edition = (await store.listLive()).find(({ dataset }) => dataset === id);
  const middles: PlanePoint[] = [];
  for (let after = 0; edition; ) {
    const page = await store.pageHeads(edition.row, { after, limit: PAGE });
    for (const { point } of page) {
      middles.push(toNationalGrid(grid, point[0], point[1]) ?? [Number.NaN, Number.NaN]);
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.row ?? after;
  }
  return middles;
}

function answerOf(
  dataset: string,
  reduced: Reduced,
  { purpose, services }: { readonly purpose: string; readonly services: Services },
): z.input<typeof Answer> {
  const { precision } = reduced;
  const cells = 'cells' in reduced ? reduced.cells : [];
  return {
    ...{ type: 'FeatureCollection', dataset, precision, purpose },
    ...('count' in reduced ? { count: reduced.count } : {}),
    exists: 'exists' in reduced ? reduced.exists : reduced.count > 0,
    features: cells.map(({ id, outline, count }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Polygon', coordinates: [ringOf(outline, services)] },
      properties: { count },
    })),
  };
}

/** To seven decimals: a centimetre. */
const ringOf = (outline: readonly PlanePoint[], { grid }: Services): number[][] =>
  outline.flatMap(([easting, northing]) => {
    const corner = toWgs84(grid, easting, northing);
    return corner ? [corner.map((degrees) => Math.round(degrees * 1e7) / 1e7)] : [];
  });
