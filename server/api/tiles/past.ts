import { createHash } from 'node:crypto';
import type { Store } from '#server/store/store.ts';
import { type Moment, momentsOf } from './moments.ts';
import type { Found, Place, ProvisionalDeps } from './provisional.ts';
import { keepReady, type ReadyTile, readyTile } from './ready-tiles.ts';

/** Layers as they once stood. */
export type Past = {
  /** Newest first, the first as the layer stands now; none where there is no such layer. */
  readonly moments: (layerId: string) => Promise<readonly Moment[]>;
  /** A tile of a moment by its name; `absent` when no moment of the layer has that name. */
  readonly find: (layerId: string, name: string, place: Place) => Promise<Found>;
};

export type PastDeps = {
  readonly store: Pick<Store, 'changeToken' | 'listLayers' | 'listLive' | 'listEditions'>;
  readonly maker: ProvisionalDeps['maker'];
  /** Most memory for tiles asked for lately. */
  readonly cacheBytes: number;
  /** Version of the tile code. */
  readonly codeVersion: string;
};

/** Tiles of this kind that may wait to be made: the others are of what is live, and come first. */
const MOST_WAITING = 60;

/**
 * Most features read for a tile above the last zoom: some hundred kilobytes, and half a second of a thread. Of more,
 * every second, fourth … is drawn.
 */
const MOST_READ = 20_000;

/** Makes tiles of layers as they once stood, when they are asked for: no archive is kept of them. */
export function openPast(deps: PastDeps): Past {
  const { store, maker } = deps;
  const ready = keepReady(deps.cacheBytes);
  const coming = new Map<string, Promise<ReadyTile>>();
  const knownOf = openKnown(deps);
  const make = async (known: Known, moment: Moment, [zoom, x, y]: Place): Promise<ReadyTile> => {
    const { featureType, maxZoom: lastZoom } = known;
    const editions = moment.editions.map(({ row }) => row);
    const tile = { zoom, x, y, lastZoom };
    const bytes = await maker.make({ kind: 'fresh', featureType, editions, tile, most: MOST_READ });
    return toReady(moment.name, bytes);
  };
  return {
    moments: async (layerId) => (await knownOf(await store.changeToken(), layerId))?.moments ?? [],
    async find(layerId, name, place) {
      const known = await knownOf(await store.changeToken(), layerId);
      const moment = known?.moments.find((each) => each.name === name);
      if (!known || !moment) return 'absent';
      const address = `${layerId}/${name}/${known.maxZoom}/${place.join('/')}`;
      const kept = ready.get(address) ?? coming.get(address);
      if (kept) return await kept;
      if (maker.waiting() >= MOST_WAITING) return 'busy';
      const making = make(known, moment, place);
      coming.set(address, making);
      try {
        const made = await making;
        ready.put(address, made);
        return made;
      } finally {
        coming.delete(address);
      }
    },
  };
}

/** What is known of a layer. */
type Known = {
  readonly featureType: string;
  readonly maxZoom: number;
  readonly moments: readonly Moment[];
};

/** Layers as they are known, each read again when what is live may have changed. */
function openKnown({ store, codeVersion }: PastDeps) {
  let kept = { token: '', layers: new Map<string, Promise<Known | undefined>>() };
  const read = async (layerId: string): Promise<Known | undefined> => {
    const row = (await store.listLayers()).find(({ id }) => id === layerId);
    if (!row) return undefined;
    const live = (await store.listLive()).filter((edition) => edition.layerId === layerId);
    const histories = await Promise.all(live.map(({ dataset }) => store.listEditions(dataset)));
    const { featureType, maxZoom } = row;
    return { featureType, maxZoom, moments: momentsOf(layerId, histories, codeVersion) };
  };
  return async (token: string, layerId: string): Promise<Known | undefined> => {
    if (kept.token !== token) kept = { token, layers: new Map() };
    const { layers } = kept;
    const known = layers.get(layerId) ?? read(layerId);
    layers.set(layerId, known);
    // what failed is tried anew by whoever asks next
    known.catch(() => layers.delete(layerId));
    return await known;
  };
}

/** A moment never changes: its tiles may be kept for ever. */
function toReady(name: string, bytes: Uint8Array = new Uint8Array(0)): ReadyTile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  return readyTile(bytes, `"${name}-${hash}"`, { coding: 'gzip' });
}
