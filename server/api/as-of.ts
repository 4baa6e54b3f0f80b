import type { DatasetSummary, LayerSummary } from '#data/schema/api.ts';
import type { EditionEvent } from '#data/schema/change.ts';
import type { EditionRow, LayerRow } from '#server/store/rows.ts';
import type { Catalogue } from './catalogue.ts';
import type { Services } from './services.ts';
import { datasetSummary } from './views/dataset.ts';
import { layerSummary } from './views/layer.ts';

/** The services as they stood at a moment, and what of that moment can be told no more. */
export type Then = { readonly services: Services; readonly notes: readonly string[] };

/** Moments kept of one state of the catalogue. */
const MOST_MOMENTS = 20;

/**
 * The services with the catalogue of a moment: what was live then, of the datasets that are live now, as far as it
 * may still be shown. What was withdrawn, or taken back by restoring an edition before it, may not: the edition that
 * stands in its place is there instead, and that is said. Who may see what is as it is now, not as it was.
 *
 * Features of former editions are read as those of live ones are; the columns in memory are of live ones alone.
 */
export async function servicesAt(services: Services, asOf: Date): Promise<Then> {
  const live = await services.catalogue();
  const known = moments.get(live) ?? new Map<string, Promise<Moment>>();
  moments.set(live, known);
  const name = asOf.toISOString();
  const moment = known.get(name) ?? readMoment(live, name, services);
  known.delete(name);
  known.set(name, moment);
  const [oldest] = known.keys();
  if (known.size > MOST_MOMENTS && oldest !== undefined) known.delete(oldest);
  // what failed is tried anew by whoever asks next
  moment.catch(() => known.delete(name));
  const { catalogue, notes } = await moment;
  return { services: { ...services, catalogue: async () => catalogue }, notes };
}

type Moment = { readonly catalogue: Catalogue; readonly notes: readonly string[] };

/** Moments by the catalogue they are moments of: whoever sees another one has moments of their own. */
const moments = new WeakMap<Catalogue, Map<string, Promise<Moment>>>();

async function readMoment(live: Catalogue, asOf: string, services: Services): Promise<Moment> {
  const notes: string[] = [];
  const editions: EditionRow[] = [];
  for (const edition of live.editions.values()) {
    const then = await editionAt(edition, asOf, services);
    if (then === undefined) continue;
    editions.push(then.edition);
    if (then.note !== undefined) notes.push(then.note);
  }
  const isNow =
    editions.length === live.editions.size && editions.every(({ row }) => live.byRow.has(row));
  return { catalogue: isNow ? live : catalogueOf(editions, live), notes };
}

/** The edition of a dataset that was live at a moment; undefined: none was. */
async function editionAt(
  live: EditionRow,
  asOf: string,
  { store }: Services,
): Promise<{ readonly edition: EditionRow; readonly note?: string } | undefined> {
  const { dataset } = live;
  const events = (await store.listEvents(dataset)).filter(({ kind }) => kind !== 'held');
  const last = events.find(({ at }) => at <= asOf);
  if (last === undefined) {
    // before events were kept, an edition's own day is all there is
    const wasThere = events.length === 0 && live.publishedAt <= asOf;
    return wasThere ? { edition: live } : undefined;
  }
  if (last.kind === 'withdrawn') return undefined;
  if (last.edition === live.number) return { edition: live };
  return former(live, last, await store.listEditions(dataset));
}

/** A former edition, if it may still be shown; else the newest before it that may. */
function former(
  live: EditionRow,
  { edition: number }: EditionEvent,
  editions: readonly EditionRow[],
): { readonly edition: EditionRow; readonly note?: string } {
  const shown = editions
    .filter(
      (each) =>
        each.row === live.row || (each.status === 'superseded' && each.number < live.number),
    )
    .sort((one, other) => other.number - one.number);
  const exact = shown.find((each) => each.number === number);
  if (exact) return { edition: exact };
  const edition = shown.find((each) => each.number < number) ?? live;
  const { title } = live.source;
  return {
    edition,
    note: `Edition ${number} of “${title}”, live then, may be shown no more: edition ${edition.number} stands in its place.`,
  };
}

function catalogueOf(editions: readonly EditionRow[], live: Catalogue): Catalogue {
  const datasets = editions.map((edition) => datasetSummary(edition, live));
  const ids = [...new Set(datasets.map(({ layerId }) => layerId))];
  return {
    publishers: live.publishers,
    licences: live.licences,
    editions: new Map(editions.map((edition) => [edition.dataset, edition])),
    byRow: new Map(editions.map((edition) => [edition.row, edition])),
    datasets,
    layers: ids.flatMap((id) =>
      layerAt(
        id,
        datasets.filter(({ layerId }) => layerId === id),
        live,
      ),
    ),
  };
}

/** A layer as it stood; its tiles are as they are now. */
function layerAt(id: string, datasets: readonly DatasetSummary[], live: Catalogue): LayerSummary[] {
  const [first] = datasets;
  if (!first) return [];
  const now = live.layers.find((layer) => layer.id === id);
  const row: LayerRow = {
    id,
    version: now?.version ?? '',
    builtAt: first.edition.publishedAt,
    featureType: first.featureType,
    licence: first.licence.id,
    synthetic: first.synthetic,
    shapes: now?.shapes ?? [],
    maxZoom: now?.maxZoom ?? 0,
  };
  return layerSummary(row, datasets, {
    licence: live.licences.get(first.licence.id),
    shown: now?.shown,
  });
}
