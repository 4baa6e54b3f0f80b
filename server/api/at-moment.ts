import type { EditionEvent } from '#data/schema/change.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Catalogue } from './catalogue.ts';
import type { Services } from './services.ts';
import { datasetSummary } from './views/dataset.ts';
import { layerSummary } from './views/layer.ts';

/** The services as somebody sees them, with what was live at a moment in place of what is. */
export type ServicesAt = {
  readonly services: Services;
  /** Datasets that were live then and may be shown no more, with the moment that ended. */
  readonly withdrawn: readonly Withdrawn[];
};

/** A dataset, or the edition of it that was live, that was taken back since. */
export type Withdrawn = {
  readonly dataset: string;
  readonly title: string;
  readonly coverage: readonly string[];
  /** ISO 8601. */
  readonly at: string;
};

/**
 * Look at what is published as it stood at a moment. What was withdrawn since, or replaced by restoring an edition
 * before it, may be shown no more: it is told apart. Who may see what is decided now, not as it was then.
 *
 * @param seen services as whoever asks sees them
 * @param at ISO 8601
 */
export async function servicesAt(seen: Services, at: string): Promise<ServicesAt> {
  const { store } = seen;
  const now = await seen.catalogue();
  const ids = [...now.editions.keys(), ...(await store.listEnded())];
  const found = await Promise.all(ids.map((dataset) => stoodAt(dataset, at, seen)));
  const editions = found.flatMap(({ edition }) => (edition ? [edition] : []));
  const withdrawn = found.flatMap((each) => (each.withdrawn ? [each.withdrawn] : []));
  const isNow =
    editions.length === now.editions.size &&
    editions.every(({ dataset, row }) => now.editions.get(dataset)?.row === row);
  if (isNow) return { services: seen, withdrawn };
  const catalogue = catalogueOf(editions, now);
  return {
    services: {
      ...seen,
      catalogue: async () => catalogue,
      store: {
        ...store,
        listLive: async () => [...catalogue.byRow.values()],
        findFeature: async (id, except = []) => {
          const rows = [...catalogue.byRow.keys()].filter((row) => !except.includes(row));
          const key = keyOf(id);
          const then = key === undefined ? undefined : await store.findFeatureByKey(rows, key);
          return then?.id === id ? then : undefined;
        },
      },
    },
    withdrawn,
  };
}

/** How one dataset stood. */
type Stood = { readonly edition?: EditionRow; readonly withdrawn?: Withdrawn };

async function stoodAt(dataset: string, at: string, { store }: Services): Promise<Stood> {
  const [editions, events] = await Promise.all([
    store.listEditions(dataset),
    store.listEvents(dataset),
  ]);
  return standing(editions, events, at);
}

/**
 * Which edition of a dataset was live at a moment, as far as it may still be shown.
 *
 * @param editions newest first
 * @param events newest first
 */
export function standing(
  editions: readonly EditionRow[],
  events: readonly EditionEvent[],
  at: string,
): Stood {
  const told = events.filter(({ kind }) => kind !== 'held');
  const last = told.find((event) => event.at <= at);
  const number = last
    ? last.kind !== 'withdrawn' && last.edition
    : // kept before events were
      told.length === 0 && editions.find(({ publishedAt }) => publishedAt <= at)?.number;
  const then = editions.find((edition) => edition.number === number && edition.status !== 'held');
  if (!then) return {};
  const live = editions.find(({ status }) => status === 'live');
  const mayBeShown =
    then === live || (live && then.status === 'superseded' && then.number < live.number);
  if (mayBeShown) return { edition: then };
  const { dataset, source } = then;
  const ending = told.findLast((event) => event.at > at && event.kind !== 'published');
  const withdrawn = {
    dataset,
    title: source.title,
    coverage: source.coverage?.area ?? [],
    at: ending?.at ?? at,
  };
  return { withdrawn };
}

/** The catalogue of some editions; tiles of their layers are not told. */
function catalogueOf(editions: readonly EditionRow[], now: Catalogue): Catalogue {
  const { publishers, licences } = now;
  const datasets = editions.map((edition) => datasetSummary(edition, { publishers, licences }));
  const ids = [...new Set(editions.map(({ layerId }) => layerId))].sort();
  const layers = ids.flatMap((id) => {
    const first = editions.find(({ layerId }) => layerId === id);
    if (!first) return [];
    const { licence, source, publishedAt: builtAt } = first;
    const row = {
      ...{ id, builtAt, licence, featureType: source.type, synthetic: source.synthetic },
      ...{ version: 'as-of', shapes: [], maxZoom: 0 },
    };
    const own = datasets.filter(({ layerId }) => layerId === id);
    return layerSummary(row, own, { licence: licences.get(licence), shown: undefined });
  });
  return {
    publishers,
    licences,
    editions: new Map(editions.map((edition) => [edition.dataset, edition])),
    byRow: new Map(editions.map((edition) => [edition.row, edition])),
    datasets,
    layers,
  };
}

/** Crockford's base32, as ids are written. Source: crockford.com/base32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The key of a feature: the first 52 bits of what its id writes; undefined when it is no id. */
function keyOf(id: string): number | undefined {
  const [, written] = /:([0-9a-hjkmnp-tv-z]{11})[0-9a-hjkmnp-tv-z]{15}$/.exec(id) ?? [];
  if (written === undefined) return undefined;
  const digits = [...written].map((digit) => ALPHABET.indexOf(digit));
  const whole = digits.slice(0, 10).reduce((sum, digit) => sum * 32 + digit, 0);
  return whole * 4 + ((digits[10] ?? 0) >> 3);
}
