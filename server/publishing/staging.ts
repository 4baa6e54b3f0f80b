import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Source } from '#data/schema/source.ts';
import type { HarmonisedSummary } from '#server/jobs/job.ts';
import { sizeOf } from '#server/jobs/resource-file.ts';
import type { EditionDraft, EditionStart } from '#server/store/rows.ts';
import { layerIdOf } from '#server/tiling/layer-builder.ts';

/** The dataset a descriptor describes. */
export const datasetIdOf = ({ id }: Pick<Source, 'id'>): string => id.replace('/', '--');

/** What an edition is made of. */
export type Ingredients = {
  readonly source: Source;
  readonly resource: Resource | LongResource;
  readonly fingerprint: string;
  readonly gazetteerStamp: string;
};

/** What the store is told of a file that is yet to be read. */
export const startOf = ({ source, resource, fingerprint }: Ingredients): EditionStart => ({
  dataset: datasetIdOf(source),
  source,
  sha256: resource.sha256,
  fingerprint,
});

/** What the store keeps of a file beside its records. */
export function draftOf(summary: HarmonisedSummary, given: Ingredients): EditionDraft {
  const { source, resource, gazetteerStamp } = given;
  const { format, licence, encoding, crs, bounds } = summary;
  if (!format || !licence) throw new RangeError('Cannot keep a file without format and licence');
  return {
    ...startOf(given),
    layerId: layerIdOf(source.type, licence, source.synthetic),
    licence,
    lock: summary.lock,
    issues: summary.issues,
    facts: summary.facts,
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
