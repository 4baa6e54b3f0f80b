import { createHash } from 'node:crypto';
import { findFeatureType } from '#data/features/index.ts';
import { combineCredits } from '#data/schema/credits.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { ArchiveMetadata } from '#data/schema/tile.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { changesIn } from '#server/catalogue/changes.ts';
import type { EditionRow } from '#server/store/rows.ts';

/** What a layer of some editions is, before its tiles are made. */
export type LayerPlan = {
  readonly type: FeatureType;
  readonly metadata: ArchiveMetadata;
  /** Names what is in the archive: the same editions and code give the same version on any machine. */
  readonly version: string;
  /** One of the editions: they share type, licence, and whether they are made up. */
  readonly first: EditionRow;
};

/** What plans are made with. */
export type PlanDeps = {
  readonly licences: ReadonlyMap<string, Licence>;
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** Version of the tile code. */
  readonly codeVersion: string;
};

/** @throws RangeError when there is no edition, or its type is not known */
export function planLayer(
  layerId: string,
  editions: readonly EditionRow[],
  deps: PlanDeps,
): LayerPlan {
  const [first] = editions;
  const type = first && findFeatureType(first.source.type);
  if (!first || !type) throw new RangeError(`Cannot build layer "${layerId}": no edition in it`);
  const metadata = describe(type, editions, deps);
  return { type, metadata, version: versionOf(editions, metadata, deps.codeVersion), first };
}

function describe(
  type: FeatureType,
  editions: readonly EditionRow[],
  { licences, publishers }: PlanDeps,
): ArchiveMetadata {
  const credits = editions.map((edition) => {
    const { source, licence } = edition;
    const publisher = publishers.get(source.publisher);
    const { gazetteers = [] } = edition.report;
    const parties = {
      licence: licences.get(licence),
      publisher,
      gazetteers,
      changes: changesIn(edition),
    };
    const statement = attributionOf(source, edition.publishedAt, parties);
    return { holder: publisher?.name ?? source.publisher, licence, statement };
  });
  const synthetic = editions.some(({ source }) => source.synthetic);
  const url = licences.get(editions[0]?.licence ?? '')?.url;
  return {
    name: synthetic ? `${type.plural} (synthetic)` : type.plural,
    description: type.description,
    attribution: combineCredits(credits).long.join(' '),
    licence: editions[0]?.licence ?? '',
    ...(url === undefined ? {} : { licenceUrl: url }),
    synthetic,
  };
}

function versionOf(
  editions: readonly EditionRow[],
  metadata: ArchiveMetadata,
  codeVersion: string,
): string {
  const parts = editions.map(({ dataset, fingerprint }) => [dataset, fingerprint]).sort();
  return createHash('sha256')
    .update(JSON.stringify([parts, metadata, codeVersion]))
    .digest('hex')
    .slice(0, 16);
}
