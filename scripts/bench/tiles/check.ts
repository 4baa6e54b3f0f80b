import type { TileFeature } from '#data/schema/tile.ts';
import {
  type DecodedFeature,
  type DecodedTile,
  decodeArchive,
  faultsOf,
  isInBuffer,
} from '#tests/support/decode-archive.ts';

/** What an archive must hold to. */
export type Promised = {
  readonly features: readonly TileFeature[];
  /** Most bytes of a gzipped tile; undefined where nothing is thinned. */
  readonly tileBytes: number | undefined;
  /** Zoom → share of features the builder says are shown. */
  readonly shown: Readonly<Record<string, number>>;
  readonly maxZoom: number;
  readonly largestTileBytes: number;
};

/** Faults told of one kind; one fault is enough. */
const MOST_TOLD = 5;

/**
 * What is wrong with an archive, as readers that are not ours see it: every tile is decoded.
 * Features without one at the last zoom, attributes that are not the feature's, rings that cross or
 * touch themselves, geometry beyond the buffer, tiles too large, zooms that show more or less than
 * they say.
 *
 * @returns faults in words; none is what is wanted
 */
export async function checkArchive(bytes: Uint8Array, promised: Promised): Promise<string[]> {
  const tiles = await decodeArchive(bytes);
  const given = new Map(promised.features.map((feature) => [feature.key, feature]));
  const all = tiles.flatMap(({ features }) => features);
  return [
    ...lostAtTheLast(tiles, promised),
    ...told(
      'attributes changed',
      all.filter((feature) => !hasItsOwn(feature, given)),
    ),
    ...told(
      'unsound ring',
      all.filter((feature) => faultsOf(feature).length > 0),
    ),
    ...told(
      'beyond the buffer',
      all.filter((feature) => !isInBuffer(feature)),
    ),
    ...miscounted(tiles, promised),
    ...(promised.largestTileBytes > (promised.tileBytes ?? Infinity)
      ? [`a tile of ${promised.largestTileBytes} bytes`]
      : []),
  ];
}

const told = (fault: string, features: readonly DecodedFeature[]): string[] =>
  features.slice(0, MOST_TOLD).map(({ id }) => `${fault}: ${id}`);

function lostAtTheLast(tiles: readonly DecodedTile[], { features, maxZoom }: Promised): string[] {
  const there = new Set(
    tiles
      .filter(({ zoom }) => zoom === maxZoom)
      .flatMap((tile) => tile.features.map(({ id }) => id)),
  );
  const lost = features.filter(({ key }) => !there.has(key));
  return lost.slice(0, MOST_TOLD).map(({ key }) => `lost at z${maxZoom}: ${key}`);
}

function hasItsOwn(
  { id, properties }: DecodedFeature,
  given: ReadonlyMap<number, TileFeature>,
): boolean {
  const own = id === undefined ? undefined : given.get(id)?.properties;
  if (own === undefined) return false;
  const names = Object.keys(properties);
  return (
    names.length === Object.keys(own).length &&
    names.every((name) => properties[name] === own[name])
  );
}

/**
 * Of shares rounded to four places; and of things too small to see, where dust adds up to another
 * one in a neighbour's buffer than at home.
 */
const SLACK = { fewer: 1e-4, more: 1e-2 };

function miscounted(tiles: readonly DecodedTile[], { features, shown }: Promised): string[] {
  return Object.entries(shown).flatMap(([zoom, share]) => {
    const ids = new Set(
      tiles
        .filter((tile) => tile.zoom === Number(zoom))
        .flatMap((tile) => tile.features.map(({ id }) => id)),
    );
    const said = Math.round(share * features.length);
    const least = said - Math.ceil(features.length * SLACK.fewer);
    const most = said + Math.ceil(features.length * SLACK.more);
    return ids.size < least || ids.size > most ? [`z${zoom} shows ${ids.size}, says ${said}`] : [];
  });
}
