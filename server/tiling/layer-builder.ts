import type { Shape } from '#data/schema/geometry.ts';
import type { TileFeature } from '#data/schema/tile.ts';
import type { ArchivePair, Archives } from '#server/store/archives.ts';
import type { EditionRow, FeatureShape, LayerRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { writeArchive } from '#tiles/index.ts';
import { tileLayerOf } from '#tiles/layers.ts';
import type { BuildOptions, Progress } from '#tiles/options.ts';
import { memorySink } from '#tiles/pack/writer.ts';
import { type Former, openFormer } from '#tiles/rebuild/former.ts';
import { writeRebuilt } from '#tiles/rebuild/index.ts';
import { type DiffStore, diffLayers, type LayerDiff, type Member } from './diff.ts';
import { tileFeaturesOf } from './features.ts';
import { type LayerPlan, type PlanDeps, planLayer } from './layer-plan.ts';
import { spillRoom } from './spill-room.ts';

/** Features read from the store at a time. */
const PAGE_SIZE = 2_000;

export type LayerBuilder = {
  /** How a layer of these editions stands the moment they are live: yet to be drawn, unless it is drawn already. */
  readonly open: (layerId: string, editions: readonly EditionRow[]) => Promise<LayerRow>;
  /** Make the archive of a layer out of these editions, unless it is there already; the layer as it stands then. */
  readonly build: (
    layerId: string,
    editions: readonly EditionRow[],
    onShare?: (share: number) => void,
  ) => Promise<LayerRow>;
};

export type LayerBuilderDeps = PlanDeps & {
  readonly store: DiffStore & Pick<Store, 'listLayers'>;
  readonly archives: Archives;
  readonly threads?: number;
  /** Memory a build is to stay within, MiB; as much as it needs when left out. */
  readonly memoryMb?: number;
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
  const { store, archives, now } = deps;
  const find = async (layerId: string): Promise<LayerRow | undefined> =>
    (await store.listLayers()).find(({ id }) => id === layerId);
  const isDrawn = async ({ id, version, drawing }: LayerRow, wanted: string): Promise<boolean> =>
    !drawing && version === wanted && (await archives.has(id, version));
  return {
    async open(layerId, editions) {
      const plan = planLayer(layerId, editions, deps);
      const standing = await find(layerId);
      if (standing && (await isDrawn(standing, plan.version))) return standing;
      return openRow(layerId, plan, { standing, at: now() });
    },
    async build(layerId, editions, onShare = () => undefined) {
      const plan = planLayer(layerId, editions, deps);
      const standing = await find(layerId);
      if (standing && (await isDrawn(standing, plan.version))) return standing;
      const since = standing && lastDrawn(standing);
      const former = since === undefined ? undefined : await archives.read(layerId, since);
      const path = archives.path(layerId, plan.version);
      const made = await makeArchive({ ...plan, path, editions, former, onShare }, deps);
      await archives.write(layerId, plan.version, made);
      deps.onTiled?.(layerId, made.how);
      const { shapes, maxZoom } = { shapes: made.stats.drawn, maxZoom: made.stats.maxZoom };
      return { ...rowOf(layerId, plan, now()), shapes, maxZoom };
    },
  };
}

/** Version of the last archive of a layer there is. */
const lastDrawn = ({ version, drawing }: LayerRow): string | undefined =>
  drawing ? drawing.since : version;

const rowOf = (layerId: string, { version, type, first }: LayerPlan, at: Date) => ({
  ...{ id: layerId, version, featureType: type.id, licence: first.licence },
  synthetic: first.source.synthetic,
  builtAt: at.toISOString(),
});

const SHAPES: readonly Shape[] = ['point', 'line', 'polygon'];

/** A layer yet to be drawn: with the shapes its type has and those it had, down to the zoom it went to. */
function openRow(
  layerId: string,
  plan: LayerPlan,
  { standing, at }: { readonly standing: LayerRow | undefined; readonly at: Date },
): LayerRow {
  const usual = tileLayerOf(plan.type);
  const since = standing && lastDrawn(standing);
  const has = (shape: Shape): boolean =>
    usual.shapes.includes(shape) || standing?.shapes.includes(shape) === true;
  return {
    ...rowOf(layerId, plan, at),
    shapes: SHAPES.filter(has),
    maxZoom: standing?.maxZoom ?? usual.maxZoom,
    drawing: { ...(since === undefined ? {} : { since }), share: 0, at: at.toISOString() },
  };
}

type Content = LayerPlan & {
  /** Where the archive is to stand. */
  readonly path: string;
  readonly editions: readonly EditionRow[];
  /** The layer's archive so far. */
  readonly former: ArchivePair | undefined;
  readonly onShare: (share: number) => void;
};

/** Make an archive: tiles that change alone where the former one is known, all of them otherwise. */
async function makeArchive(content: Content, deps: LayerBuilderDeps) {
  const { type, path, editions, metadata, former, onShare } = content;
  const [sink, keep] = [memorySink(), memorySink()];
  const written = () => ({
    archive: sink.pieces(),
    ...(keep.isEmpty() ? {} : { kept: keep.pieces() }),
  });
  const note: Note = { code: deps.codeVersion, members: editions.map(memberOf) };
  const options: BuildOptions = {
    layer: tileLayerOf(type),
    metadata,
    keep: { sink: keep, note: JSON.stringify(note) },
    onProgress: (progress) => onShare(shareOf(progress)),
    ...(deps.threads === undefined ? {} : { threads: deps.threads }),
    ...(deps.memoryMb === undefined ? {} : { room: spillRoom(path, deps.memoryMb) }),
  };
  const toTileFeature = tileFeaturesOf(type);
  const opened = former && openFormer(former, options);
  const diff = opened && (await diffSince(opened, note, deps.store));
  if (opened && diff) {
    const changed = diff.changed.map(toTileFeature);
    const stats = await writeRebuilt(opened, { ...diff, changed }, { ...options, sink });
    return { ...written(), stats, how: stats.way satisfies Tiled as Tiled };
  }
  const of = editions.reduce((sum, { report }) => sum + report.features, 0);
  const features = tileFeatures(editions, deps.store, (page, read) => {
    onShare((READING * read) / Math.max(of, read));
    return page.map(toTileFeature);
  });
  const stats = await writeArchive(features, options, sink);
  return { ...written(), stats, how: 'features' as Tiled };
}

/** Shares of the time a build takes that go, about, into reading features and into ordering them. */
const READING = 0.3;
const CHOOSING = 0.1;

/** How far a build is, 0–1. */
function shareOf({ stage, share }: Progress): number {
  if (stage === 'choose') return READING + CHOOSING * share;
  const before = READING + CHOOSING;
  return stage === 'pack' ? 1 : before + (1 - before) * share;
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

/** All features of some editions, in published order. */
async function* tileFeatures(
  editions: readonly EditionRow[],
  store: Pick<Store, 'pageFeatures'>,
  toTileFeatures: (page: readonly FeatureShape[], read: number) => TileFeature[],
): AsyncGenerator<TileFeature> {
  const query = { editions: editions.map(({ row }) => row) };
  let read = 0;
  for (let after = 0; ; ) {
    const page = await store.pageFeatures(query, { after, limit: PAGE_SIZE });
    read += page.length;
    yield* toTileFeatures(page, read);
    if (page.length < PAGE_SIZE) return;
    after = page.at(-1)?.row ?? after;
  }
}
