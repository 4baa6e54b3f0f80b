import { z } from 'zod';
import type { DatasetSummary } from '#data/schema/api.ts';
import type { FeatureChange } from '#data/schema/change.ts';
import { CHANGE_KINDS } from '#data/schema/change-kind.ts';
import { type LayerChange, LayerChanges } from '#data/schema/layer-changes.ts';
import { changesSince } from '#server/compare/since.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { bbox } from '../parameters.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { toldFields } from '../views/told-fields.ts';
import { findLayer, LayerId } from './layers.ts';

/** Changes told at most: a reader goes through no more, and an API reader has each edition's own list. */
const MOST_TOLD = 1_000;

/** Changes of one edition read at a time, and at most. */
const PAGE = 1_000;
const MOST_READ = 50_000;

/** What became of a layer since a day. */
export const LAYER_CHANGE_ROUTES = [
  route({
    path: '/api/layers/:id/changes',
    summary: 'What was added, removed, changed or moved in a layer since a day',
    tag: 'Features',
    params: LayerId,
    query: z.object({
      since: z.iso
        .date()
        .optional()
        .meta({ description: 'Day, ISO 8601; the edition before the present one unless said' }),
      bbox: bbox.optional(),
    }),
    response: LayerChanges,
    async answer({ params: { id }, query }, services) {
      const layer = await findLayer(id, services);
      const { datasets } = await services.catalogue();
      const members = datasets.filter(({ layerId }) => layerId === id);
      const histories = await Promise.all(
        members.map(async (dataset) => ({
          dataset,
          editions: (await services.store.listEditions(dataset.id)).filter(isPublic),
        })),
      );
      const days = [...new Set(histories.flatMap(({ editions }) => editions.map(dayOf)))]
        .sort()
        .reverse();
      const since = query.since ?? days[1] ?? days[0] ?? layer.updated.slice(0, 10);
      const told: LayerChange[] = [];
      const spans: LayerChanges['datasets'] = [];
      for (const { dataset, editions } of histories) {
        const [now] = editions;
        if (now === undefined) continue;
        const then = beginningOf(editions, since);
        spans.push({
          id: dataset.id,
          title: dataset.title,
          publisher: dataset.publisher.name,
          ...(then ? { from: stampOf(then) } : {}),
          to: stampOf(now),
        });
        const later = editions.slice(0, then ? editions.indexOf(then) : -1).reverse();
        const steps = await Promise.all(later.map(({ row }) => allChanges(row, services)));
        told.push(...changesSince(steps).map((change) => titled(change, dataset)));
      }
      const inBox = told.filter((change) => isIn(change, query.bbox));
      return {
        layerId: id,
        since,
        datasets: spans,
        totals: Object.fromEntries(
          CHANGE_KINDS.map((kind) => [
            kind,
            inBox.filter(({ kinds }) => kinds.includes(kind)).length,
          ]),
        ) as LayerChanges['totals'],
        days,
        changes: inBox.slice(0, MOST_TOLD),
        truncated: inBox.length > MOST_TOLD,
      };
    },
  }),
];

const isPublic = ({ status }: EditionRow): boolean => status === 'live' || status === 'superseded';

/**
 * The edition a comparison since a day begins with: what stood at its end. On the day of the newest edition that
 * would be the newest itself, and editions of one day could not be told apart: there it is the first of the day.
 *
 * @param editions newest first
 */
function beginningOf(editions: readonly EditionRow[], since: string): EditionRow | undefined {
  const isOfToday = editions[0] !== undefined && dayOf(editions[0]) === since;
  return isOfToday
    ? editions.findLast((edition) => dayOf(edition) === since)
    : editions.find((edition) => dayOf(edition) <= since);
}

const dayOf = ({ publishedAt }: EditionRow): string => publishedAt.slice(0, 10);

const stampOf = ({ number, publishedAt }: EditionRow) => ({ number, publishedAt });

const titled = (
  change: FeatureChange,
  { id: dataset, featureType }: DatasetSummary,
): LayerChange => {
  const { before, after, ...rest } = change;
  return {
    ...rest,
    kinds: [...change.kinds],
    fields: toldFields(change.fields, featureType),
    dataset,
    title: change.name ?? change.reference ?? `Line ${change.line}`,
    ...(before ? { before: [...before] } : {}),
    ...(after ? { after: [...after] } : {}),
  };
};

type Box = readonly [number, number, number, number];

const isIn = ({ before, after }: LayerChange, box: Box | undefined): boolean =>
  box === undefined || [before, after].some((each) => each && meet(each, box));

const meet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

async function allChanges(edition: number, { store }: Services): Promise<FeatureChange[]> {
  const all: FeatureChange[] = [];
  for (let after = 0; all.length < MOST_READ; ) {
    const page = await store.listChanges(edition, { after, limit: PAGE });
    all.push(...page.map(({ number: _, ...change }) => change));
    if (page.length < PAGE) break;
    after = page.at(-1)?.number ?? after;
  }
  return all;
}
