import { createHash } from 'node:crypto';
import { findFeatureType } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { ArchiveMetadata, TileFeature } from '#data/schema/tile.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { combineCredits } from '#server/catalogue/credits.ts';
import type { ArchivePair, Archives } from '#server/store/archives.ts';
import type { EditionRow, FeatureShape, LayerRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { buildArchive } from '#tiles/index.ts';
import { tileLayerOf } from '#tiles/layers.ts';
import type { BuildOptions } from '#tiles/options.ts';
import { memorySink } from '#tiles/pack/writer.ts';
import { type Former, openFormer } from '#tiles/rebuild/former.ts';
import { rebuildArchive } from '#tiles/rebuild/index.ts';
import { type DiffStore, diffLayers, type LayerDiff, type Member } from './diff.ts';
import { tileFeaturesOf } from './features.ts';

/** Features read from the store at a time. */
const PAGE_SIZE = 2_000;

export type LayerBuilder = {
  /** Make the archive of a layer out of these editions, unless it is there already. */
  readonly build: (layerId: string, editions: readonly EditionRow[]) => Promise<LayerRow>;
};

export type LayerBuilderDeps = {
  readonly store: DiffStore & Pick<Store, 'listLayers'>;
  readonly archives: Archives;
  readonly licences: ReadonlyMap<string, Licence>;
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** Version of the tile code. */
  readonly codeVersion: string;
  readonly threads?: number;
  readonly now: () => Date;
  /** Told how an archive was made. */
  readonly onTiled?: (layerId: string, how: Tiled) => void;
};

/** `changed tiles` of a former archive, `all tiles` of one, or from the features alone. */
export type Tiled = 'changed tiles' | 'all tiles' | 'features';

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

/** Builds the tile archives of layers from what the store holds: from what changed, where that is known. */
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
      const former = standing && (await deps.archives.read(layerId, standing.version));
      const made = await makeArchive({ type, editions, metadata, former }, deps);
      await deps.archives.write(layerId, version, made);
      deps.onTiled?.(layerId, made.how);
      if (standing) await retire(standing, version, deps);
      const { licence, source } = first;
      return {
        ...{ id: layerId, version, featureType: type.id, licence },
        synthetic: source.synthetic,
        builtAt: deps.now().toISOString(),
        shapes: made.stats.drawn,
        maxZoom: made.stats.maxZoom,
      };
    },
  };
}

/** Let the grace period of a layer's version begin, and remove what had its own. */
async function retire(
  { id, version }: LayerRow,
  next: string,
  { store, archives, now }: LayerBuilderDeps,
): Promise<void> {
  await archives.retire(id, version, now());
  const layers = await store.listLayers();
  const current = new Map(layers.map((layer) => [layer.id, layer.version]));
  // both stand until the flip: the former is still what everybody sees
  if (next !== version) await archives.collect(current, now());
}

type Content = {
  readonly type: FeatureType;
  readonly editions: readonly EditionRow[];
  readonly metadata: ArchiveMetadata;
  /** The layer's archive so far. */
  readonly former: ArchivePair | undefined;
};

/** Make an archive: tiles that change alone where the former one is known, all of them otherwise. */
async function makeArchive(content: Content, deps: LayerBuilderDeps) {
  const { type, editions, metadata, former } = content;
  const keep = memorySink();
  const note: Note = { code: deps.codeVersion, members: editions.map(memberOf) };
  const options: BuildOptions = {
    layer: tileLayerOf(type),
    metadata,
    keep: { sink: keep, note: JSON.stringify(note) },
    ...(deps.threads === undefined ? {} : { threads: deps.threads }),
  };
  const toTileFeature = tileFeaturesOf(type);
  const opened = former && openFormer(former, options);
  const diff = opened && (await diffSince(opened, note, deps.store));
  if (opened && diff) {
    const changed = diff.changed.map(toTileFeature);
    const { bytes, stats } = await rebuildArchive(opened, { ...diff, changed }, options);
    return { archive: bytes, kept: keep.bytes(), stats, how: stats.way satisfies Tiled as Tiled };
  }
  const features = tileFeatures(editions, deps.store, toTileFeature);
  const { bytes, stats } = await buildArchive(features, options);
  return { archive: bytes, kept: keep.bytes(), stats, how: 'features' as Tiled };
}

/** What an archive was made of, by which code. */
type Note = { readonly code: string; readonly members: readonly Member[] };

const memberOf = ({ dataset, row }: EditionRow): Member => ({ dataset, row });

/** Share of a layer's features up to which it is worth knowing which ones changed. */
const MOST_CHANGED = 0.5;

/** What has changed since an archive was made; undefined when it cannot be told, or is too much. */
async function diffSince(
  { kept }: Former,
  now: Note,
  store: DiffStore,
): Promise<LayerDiff | undefined> {
  const note = JSON.parse(kept.note) as Note;
  if (note.code !== now.code) return undefined;
  const most = kept.layer.count * MOST_CHANGED;
  return await diffLayers(note.members, now.members, { store, most });
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

/** All features of some editions, in published order. */
async function* tileFeatures(
  editions: readonly EditionRow[],
  store: Pick<Store, 'pageFeatures'>,
  toTileFeature: (feature: FeatureShape) => TileFeature,
): AsyncGenerator<TileFeature> {
  const query = { editions: editions.map(({ row }) => row) };
  for (let after = 0; ; ) {
    const page = await store.pageFeatures(query, { after, limit: PAGE_SIZE });
    yield* page.map(toTileFeature);
    if (page.length < PAGE_SIZE) return;
    after = page.at(-1)?.row ?? after;
  }
}
