import { createHash } from 'node:crypto';
import type { EditionRow, LayerRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { ArchiveFile } from './archive-file.ts';
import { keepReady, type ReadyTile, readyTile } from './ready-tiles.ts';

/** Ends the version in the address of a layer's tiles while its archive is being drawn. */
const SUFFIX = '-building';

/** `/tiles/<layer id>/<version>/…` of a layer: as it will stay, or, while it is being drawn, as it is now. */
export const tilesPathOf = ({ id, version, drawing }: LayerRow): string =>
  `/tiles/${id}/${version}${drawing ? SUFFIX : ''}/{z}/{x}/{y}.mvt`;

/** Whether a version in an address asks for what is live, whatever that is. */
export const isProvisional = (version: string): boolean => version.endsWith(SUFFIX);

/** First zoom whose tiles are made from the features while a layer is drawn; coarser ones take too long. */
export const FRESH_ZOOM = 13;

/** Tiles that may wait to be made; who asks for more is asked to come again. */
const MOST_WAITING = 100;

/** A tile's place. */
export type Place = readonly [z: number, x: number, y: number];

/** What provisional tiles come from. */
export type ProvisionalDeps = {
  readonly store: Pick<Store, 'changeToken' | 'listLayers' | 'listLive'>;
  /** The archive of a layer's version, also one that may be served no more as it is. */
  readonly former: (layerId: string, version: string) => ArchiveFile | undefined;
  readonly maker: {
    readonly make: (task: TileTask) => Promise<Uint8Array | undefined>;
    readonly waiting: () => number;
  };
  /** Most memory for tiles asked for lately. */
  readonly cacheBytes: number;
};

/** What can be made: see `server/tiling/tile-tasks.ts`. */
export type TileTask =
  | {
      readonly kind: 'fresh';
      readonly featureType: string;
      readonly editions: readonly number[];
      readonly tile: { zoom: number; x: number; y: number; lastZoom: number };
      readonly most?: number;
    }
  | { readonly kind: 'left'; readonly editions: readonly number[]; readonly before: Uint8Array };

/** `busy`: too many are waiting; `absent`: there is no such layer. A tile without bytes is an empty one. */
export type Found = ReadyTile | 'absent' | 'busy';

/**
 * Finds tiles of what is live now, drawn or not: from the layer's archive once there is one; until then from the
 * features, near to, and from the archive before, far off, without what is no longer live.
 */
export function openProvisional(
  deps: ProvisionalDeps,
): (layerId: string, place: Place) => Promise<Found> {
  const ready = keepReady(deps.cacheBytes);
  const coming = new Map<string, Promise<ReadyTile>>();
  const layers = openLive(deps.store);
  return async (layerId, place) => {
    const layer = (await layers()).get(layerId);
    if (!layer) return 'absent';
    const { version, drawing } = layer.row;
    const name = `${layerId}/${version}${drawing ? SUFFIX : ''}/${place.join('/')}`;
    const known = ready.get(name) ?? coming.get(name);
    if (known) return await known;
    if (deps.maker.waiting() >= MOST_WAITING) return 'busy';
    const making = findBytes(layer, place, deps).then(toReady);
    coming.set(name, making);
    try {
      const made = await making;
      ready.put(name, made);
      return made;
    } finally {
      coming.delete(name);
    }
  };
}

/** A layer, and the rows of the live editions it is made of. */
type LiveLayer = { readonly row: LayerRow; readonly editions: readonly number[] };

/** The layers as they are live, read again whenever that may have changed. */
function openLive(store: ProvisionalDeps['store']): () => Promise<ReadonlyMap<string, LiveLayer>> {
  let kept: { token: string; layers: Promise<ReadonlyMap<string, LiveLayer>> } | undefined;
  const read = async (): Promise<ReadonlyMap<string, LiveLayer>> => {
    const [rows, live] = await Promise.all([store.listLayers(), store.listLive()]);
    const rowsOf = (id: string): number[] =>
      live.flatMap(({ layerId, row }: EditionRow) => (layerId === id ? [row] : []));
    return new Map(rows.map((row) => [row.id, { row, editions: rowsOf(row.id) }]));
  };
  return async () => {
    const token = await store.changeToken();
    if (kept?.token !== token) kept = { token, layers: read() };
    return await kept.layers;
  };
}

async function findBytes(
  { row, editions }: LiveLayer,
  place: Place,
  { former, maker }: ProvisionalDeps,
): Promise<Uint8Array | undefined> {
  const { id, version, drawing, featureType, maxZoom } = row;
  if (!drawing) return read(former(id, version), place);
  const [zoom, x, y] = place;
  if (zoom >= FRESH_ZOOM) {
    const tile = { zoom, x, y, lastZoom: maxZoom };
    return await maker.make({ kind: 'fresh', featureType, editions, tile });
  }
  const before = drawing.since && read(former(id, drawing.since), place);
  return before ? await maker.make({ kind: 'left', editions, before }) : undefined;
}

function read(archive: ArchiveFile | undefined, place: Place): Uint8Array | undefined {
  const found = archive?.locate(...place);
  return found && archive?.read(found.offset, found.length);
}

/** May be kept, and is asked about again each time. */
const ASKED_AGAIN = ['Cache-Control', 'no-cache', 'Access-Control-Allow-Origin', '*'] as const;

function toReady(bytes: Uint8Array = new Uint8Array(0)): ReadyTile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return readyTile(bytes, `"${hash}"`, { coding: 'gzip', keeping: ASKED_AGAIN });
}
