import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';

/** One feature of one tile, read by libraries that are not ours. */
export type DecodedFeature = {
  readonly id: number | undefined;
  readonly type: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Tile units; rings with their closing vertex, as MVT readers give them. */
  readonly parts: readonly (readonly Vertex[])[];
};
export type Vertex = { readonly x: number; readonly y: number };
type Edge = readonly [Vertex, Vertex];

export type DecodedTile = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Layer names of the tile. */
  readonly layers: readonly string[];
  readonly features: readonly DecodedFeature[];
};

/**
 * Decode every tile of an archive with `pmtiles`, `pbf` and `@mapbox/vector-tile`: all tiles of
 * its zooms that its bounds and the tile buffer reach.
 */
export async function decodeArchive(bytes: Uint8Array): Promise<DecodedTile[]> {
  const archive = new PMTiles(sourceOf(bytes));
  const header = await archive.getHeader();
  const tiles: DecodedTile[] = [];
  if (header.numAddressedTiles === 0) return tiles;
  for (let zoom = header.minZoom; zoom <= header.maxZoom; zoom++) {
    const most = 2 ** zoom - 1;
    const clamp = (index: number): number => Math.min(most, Math.max(0, index));
    const left = clamp(columnOf(header.minLon, zoom) - 1);
    const right = clamp(columnOf(header.maxLon, zoom) + 1);
    const top = clamp(rowOf(header.maxLat, zoom) - 1);
    const bottom = clamp(rowOf(header.minLat, zoom) + 1);
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const tile = await archive.getZxy(zoom, x, y);
        if (tile) tiles.push({ zoom, x, y, ...decodeTile(new Uint8Array(tile.data)) });
      }
    }
  }
  return tiles;
}

/** Decode one tile that is not compressed. */
export function decodeTile(bytes: Uint8Array): Pick<DecodedTile, 'layers' | 'features'> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const features = Object.values(layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, index) => {
      const feature = layer.feature(index);
      const { id, type, properties } = feature;
      return { id, type, properties: { ...properties }, parts: feature.loadGeometry() };
    }),
  );
  return { layers: Object.keys(layers), features };
}

/** Whether a ring (closing vertex included) crosses or touches itself: every pair of edges is looked at. */
export function ringIsSimple(ring: readonly Vertex[]): boolean {
  const count = ring.length - 1;
  const places = new Set(ring.map(({ x, y }) => `${x} ${y}`));
  if (count < 3 || places.size < count) return false;
  const edges = ring.slice(1).map((to, i): Edge => [ring[i] as Vertex, to]);
  return edges.every((edge, i) =>
    edges.slice(i + 1).every((other, skipped) => {
      if (skipped === 0) return !foldsBack(edge, other);
      if (i === 0 && skipped === count - 2) return !foldsBack(other, edge);
      return !meets(edge, other);
    }),
  );
}

/** Area in square tile units: positive when the ring runs clockwise on screen. */
export function areaOf(ring: readonly Vertex[]): number {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Vertex, ring[i] as Vertex];
    doubled += a.x * b.y - b.x * a.y;
  }
  return doubled / 2;
}

const turn = (a: Vertex, b: Vertex, c: Vertex): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const between = (a: Vertex, b: Vertex, c: Vertex): boolean =>
  Math.min(a.x, b.x) <= c.x &&
  c.x <= Math.max(a.x, b.x) &&
  Math.min(a.y, b.y) <= c.y &&
  c.y <= Math.max(a.y, b.y);

function meets([a, b]: Edge, [c, d]: Edge): boolean {
  const [o1, o2, o3, o4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (o1 !== o2 && o3 !== o4) return true;
  if (o1 === 0 && between(a, b, c)) return true;
  if (o2 === 0 && between(a, b, d)) return true;
  if (o3 === 0 && between(c, d, a)) return true;
  return o4 === 0 && between(c, d, b);
}

/** Whether an edge runs back over the one before it. */
function foldsBack([a, b]: Edge, [, c]: Edge): boolean {
  return turn(a, b, c) === 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

const sourceOf = (bytes: Uint8Array): Source => ({
  getKey: () => 'memory',
  getBytes: async (offset, length) => ({
    data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer,
  }),
});

const columnOf = (lng: number, zoom: number): number => Math.floor(((lng + 180) / 360) * 2 ** zoom);

function rowOf(lat: number, zoom: number): number {
  const radians = (lat * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  return Math.floor(y * 2 ** zoom);
}

const BUFFER = 64;
const EXTENT = 4096;

export const at = (tiles: readonly DecodedTile[], zoom: number): DecodedTile[] =>
  tiles.filter((tile) => tile.zoom === zoom);
export const idsOf = (tiles: readonly DecodedTile[]): Set<number | undefined> =>
  new Set(tiles.flatMap((tile) => tile.features.map((feature) => feature.id)));
export const everyFeature = (tiles: readonly DecodedTile[]): DecodedFeature[] =>
  tiles.flatMap((tile) => tile.features);

/** What is wrong with the rings of a polygon, by MVT 2.1. */
export function faultsOf({ type, parts }: DecodedFeature): string[] {
  if (type !== 3) return [];
  const faults = parts.filter((ring) => !ringIsSimple(ring)).map((ring) => JSON.stringify(ring));
  if (areaOf(parts[0] ?? []) <= 0) faults.push('first ring is no exterior');
  return faults;
}

export const isInBuffer = ({ parts }: DecodedFeature): boolean =>
  parts.every((part) =>
    part.every(({ x, y }) => Math.min(x, y) >= -BUFFER && Math.max(x, y) <= EXTENT + BUFFER),
  );
