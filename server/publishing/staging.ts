import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Source } from '#data/schema/source.ts';
import { countFacts } from '#server/compare/facts.ts';
import { readFrames } from '#server/jobs/frames.ts';
import type { HarmonisedSummary, PreparedRecord } from '#server/jobs/job.ts';
import { sizeOf } from '#server/jobs/resource-file.ts';
import type { EditionDraft, FeatureDraft } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { layerIdOf } from '#server/tiling/layer-builder.ts';

/** The dataset a descriptor describes. */
export const datasetIdOf = ({ id }: Pick<Source, 'id'>): string => id.replace('/', '--');

/** What the store keeps of a file beside its records. */
export function draftOf(
  summary: HarmonisedSummary,
  given: {
    source: Source;
    resource: Resource | LongResource;
    fingerprint: string;
    gazetteerStamp: string;
  },
): EditionDraft {
  const { source, resource, fingerprint, gazetteerStamp } = given;
  const { format, licence, encoding, crs, bounds } = summary;
  if (!format || !licence) throw new RangeError('Cannot keep a file without format and licence');
  return {
    dataset: datasetIdOf(source),
    source,
    sha256: resource.sha256,
    fingerprint,
    layerId: layerIdOf(source.type, licence, source.synthetic),
    licence,
    lock: summary.lock,
    issues: summary.issues,
    report: {
      fileName: resource.fileName,
      sizeBytes: sizeOf(resource),
      format,
      ...(encoding ? { encoding } : {}),
      ...(crs ? { crs } : {}),
      ...(bounds ? { bounds } : {}),
      ...(summary.gazetteers ? { gazetteers: summary.gazetteers } : {}),
      ...(mayBePlaced(summary) ? { gazetteerStamp } : {}),
      records: summary.records,
      features: summary.features,
      unplaced: summary.unplaced,
      rejected: summary.rejected,
      layers: summary.taken.map((layer) => ({ ...layer, profile: profileOf(layer.name, summary) })),
    },
  };
}

/** Attributes a gazetteer goes by. */
const ADDRESSES = ['uprn', 'postcode', 'address'];

/** True when another gazetteer might place other records: some have an address and no coordinates. */
const mayBePlaced = ({ unplaced, gazetteers, lock }: HarmonisedSummary): boolean =>
  gazetteers !== undefined ||
  (unplaced > 0 && lock.some(({ columns }) => ADDRESSES.some((name) => name in columns)));

const profileOf = (name: string, { layers }: HarmonisedSummary) =>
  layers.find((layer) => layer.name === name)?.columns ?? [];

/** Keep the records of a file as a staged edition, counting what the gate will compare. */
export async function keepRecords(
  edition: number,
  path: string,
  store: Store,
  onKept: (done: number) => void,
): Promise<void> {
  const counter = countFacts();
  let done = 0;
  for await (const frame of readFrames<PreparedRecord>(path)) {
    const drafts = frame.map(toDraft);
    for (const draft of drafts) counter.add(draft);
    await store.stageFeatures(edition, drafts);
    done += frame.length;
    onKept(done);
  }
  await store.putFacts(edition, counter.facts());
}

function toDraft({ feature, place, cells, words }: PreparedRecord): FeatureDraft {
  const { key, id, type, lifecycle, reference, name, attributes, sources, extra, provenance } =
    feature;
  const common = { key, id, type, lifecycle, attributes, sources, extra, cells, words };
  const named = {
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
    ...provenance,
  };
  if (!place || !('geometry' in feature)) return { ...common, ...named };
  const { geometry, nativeGeometry, placement } = feature;
  const native = nativeGeometry ? { native: nativeGeometry } : {};
  return { ...common, ...named, ...place, geometry, placement, ...native };
}
