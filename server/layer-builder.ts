import { createHash } from 'node:crypto';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { isApproximate } from '#data/schema/gazetteer.ts';
import { type Shape, shapeOf } from '#data/schema/geometry.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { ArchiveMetadata, TileFeature } from '#data/schema/tile.ts';
import { buildArchive } from '#tiles/index.ts';
import { tileLayerOf } from '#tiles/layers.ts';
import { attributionOf } from './catalogue/attribution.ts';
import { combineCredits } from './catalogue/credits.ts';
import type { Archives } from './store/archives.ts';
import type { EditionRow, FeatureShape, LayerRow } from './store/rows.ts';
import type { Store } from './store/store.ts';

/** Features read from the store at a time. */
const PAGE_SIZE = 2_000;

export type LayerBuilder = {
  /** Make the archive of a layer out of these editions, unless it is there already. */
  readonly build: (layerId: string, editions: readonly EditionRow[]) => Promise<LayerRow>;
};

export type LayerBuilderDeps = {
  readonly store: Pick<Store, 'pageFeatures' | 'listLayers'>;
  readonly archives: Archives;
  readonly licences: ReadonlyMap<string, Licence>;
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** Version of the tile code. */
  readonly codeVersion: string;
  readonly threads?: number;
  readonly now: () => Date;
};

/**
 * `substation.odbl-1-0`, `sewer.ogl-uk-3-0.synthetic`: a feature type under one licence, made-up figures apart.
 *
 * @param featureType `theme/type`
 */
export function layerIdOf(featureType: string, licence: string, synthetic: boolean): string {
  const slug = featureType.slice(featureType.indexOf('/') + 1);
  const terms = licence.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${slug}.${terms}${synthetic ? '.synthetic' : ''}`;
}

/** Builds the tile archives of layers from what the store holds. */
export function createLayerBuilder(deps: LayerBuilderDeps): LayerBuilder {
  return {
    async build(layerId, editions) {
      const [first] = editions;
      const type = first && findFeatureType(first.source.type);
      if (!first || !type)
        throw new RangeError(`Cannot build layer "${layerId}": no edition in it`);
      const metadata = describe(type, editions, deps);
      const version = versionOf(editions, metadata, deps.codeVersion);
      const standing = (await deps.store.listLayers()).find(({ id }) => id === layerId);
      if (standing?.version === version && (await deps.archives.has(layerId, version))) {
        return standing;
      }
      const features = await tileFeatures(type, editions, deps.store);
      const { threads } = deps;
      const options = { metadata, ...(threads === undefined ? {} : { threads }) };
      const { bytes, stats } = await buildArchive(features, {
        layer: tileLayerOf(type),
        ...options,
      });
      await deps.archives.write(layerId, version, bytes);
      const { licence, source } = first;
      return {
        ...{ id: layerId, version, featureType: type.id, licence },
        synthetic: source.synthetic,
        builtAt: deps.now().toISOString(),
        shapes: shapesOf(features),
        maxZoom: stats.maxZoom,
      };
    },
  };
}

function describe(
  type: FeatureType,
  editions: readonly EditionRow[],
  { licences, publishers }: LayerBuilderDeps,
): ArchiveMetadata {
  const credits = editions.map((edition) => {
    const { source, licence } = edition;
    const publisher = publishers.get(source.publisher);
    const { gazetteers = [] } = edition.report;
    const parties = { licence: licences.get(licence), publisher, gazetteers };
    const statement = attributionOf(source, edition.publishedAt, parties);
    return { holder: publisher?.name ?? source.publisher, licence, statement };
  });
  const synthetic = editions.some(({ source }) => source.synthetic);
  return {
    name: synthetic ? `${type.plural} (synthetic)` : type.plural,
    description: type.description,
    attribution: combineCredits(credits).long.join(' '),
    licence: editions[0]?.licence ?? '',
    synthetic,
  };
}

/** Names what is in the archive: the same editions and code give the same version on any machine. */
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

/** The shapes that occur, in the order point, line, polygon. */
function shapesOf(features: readonly TileFeature[]): Shape[] {
  const found = new Set(features.map(({ geometry }) => shapeOf(geometry)));
  return (['point', 'line', 'polygon'] as const).filter((shape) => found.has(shape));
}

async function tileFeatures(
  type: FeatureType,
  editions: readonly EditionRow[],
  store: Pick<Store, 'pageFeatures'>,
): Promise<TileFeature[]> {
  const kept = attributesOf(type)
    .filter(({ inTiles }) => inTiles)
    .map(({ name }) => name);
  const found: TileFeature[] = [];
  const query = { editions: editions.map(({ row }) => row) };
  for (let after = 0; ; ) {
    const page = await store.pageFeatures(query, { after, limit: PAGE_SIZE });
    for (const feature of page) found.push(toTileFeature(feature, kept, type.rankBy));
    if (page.length < PAGE_SIZE) return found;
    after = page.at(-1)?.row ?? after;
  }
}

function toTileFeature(
  { key, geometry, attributes, name, lifecycle }: FeatureShape,
  kept: readonly string[],
  rankBy: string | undefined,
): TileFeature {
  const properties: Record<string, string | number | boolean | undefined> = {
    name,
    'lifecycle-status': lifecycle,
    ...(isApproximate(attributes) ? { approximate: true } : {}),
  };
  for (const attribute of kept) {
    const value = attributes[attribute];
    if (value !== undefined)
      properties[attribute] = typeof value === 'object' ? value.join(', ') : value;
  }
  const rank = rankBy === undefined ? 0 : attributes[rankBy];
  return { key, geometry, properties, rank: typeof rank === 'number' ? rank : 0 };
}
