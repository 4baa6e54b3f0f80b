import type { Bounds } from '#data/schema/geometry.ts';
import type { TileFeature } from '#data/schema/tile.ts';
import { arrange } from '../choose/arrange.ts';
import { shareBorders } from '../choose/borders.ts';
import { inPrivate } from '../choose/flat-layer.ts';
import { Flattener } from '../choose/flatten.ts';
import { weighVertices } from '../choose/importance.ts';
import { TILE_BYTES, thinPoints } from '../choose/thin.ts';
import {
  BUFFER,
  EXTENT,
  EXTENT_BITS,
  latitudeOf,
  longitudeOf,
  WORLD_BITS,
} from '../choose/world.ts';
import { binTiles } from '../cut/bin.ts';
import { encodeRun } from '../encode/run.ts';
import { TileEncoder } from '../encode/tile-encoder.ts';
import { hilbertOf } from '../hilbert.ts';
import type { BuildOptions } from '../options.ts';

/** A tile, and the last zoom of the archive it will be part of. */
export type OneTile = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly lastZoom: number;
};

/** What of the options decides what one tile holds. */
type TileOptions = Pick<BuildOptions, 'layer' | 'tileBytes' | 'tolerance'>;

/**
 * Make one tile before its archive is built.
 *
 * Its bytes are those of the archive's tile as long as that has room for all: what thinning a neighbour
 * takes away from both is not known here, so a crowded tile may hold a little more near its edges.
 *
 * @param features those whose boxes meet `boundsOfTile`, and the polygons that share corners with them
 * @returns the gzipped tile; undefined when nothing is in it
 */
export function buildTile(
  features: Iterable<TileFeature>,
  { zoom, x, y, lastZoom }: OneTile,
  options: TileOptions,
): Uint8Array | undefined {
  const { id, attributes, minZoom } = options.layer;
  if (zoom < minZoom || zoom > lastZoom) return undefined;
  const flat = new Flattener(attributes);
  for (const feature of features) flat.add(feature);
  const layer = arrange(flat, minZoom, inPrivate);
  weighVertices(layer, 0, layer.count);
  shareBorders(layer);
  const tile = hilbertOf(zoom, x, y);
  for (let deeper = lastZoom - 1; deeper >= zoom; deeper--) {
    thinPoints(layer, deeper, partsOf(tile, deeper - zoom));
  }
  const bins = binTiles(layer, zoom, { only: new Set([tile]), allocate: inPrivate });
  const last = zoom === lastZoom;
  const fit = last ? {} : { fit: { bytes: options.tileBytes ?? TILE_BYTES } };
  const encoder = new TileEncoder(layer, { name: id, tolerance: options.tolerance });
  const run = { bins, from: 0, to: bins.tiles.length, last, ...fit };
  const { bytes } = encodeRun(layer, encoder, run);
  return bytes.length === 0 ? undefined : bytes;
}

/** Tiles a tile is made of some zooms deeper, by Hilbert position; never listed: ten zooms deeper they are a million. */
function partsOf(tile: number, deeper: number): Pick<ReadonlySet<number>, 'has'> {
  const parts = 4 ** deeper;
  return { has: (part) => Math.floor(part / parts) === tile };
}

/** What of the world a tile shows, its buffer and a unit for rounding included, WGS 84. */
export function boundsOfTile({ zoom, x, y }: Pick<OneTile, 'zoom' | 'x' | 'y'>): Bounds {
  const unit = 2 ** (WORLD_BITS - EXTENT_BITS - zoom);
  const reach = (BUFFER + 1) * unit;
  const [west, north] = [x * EXTENT * unit - reach, y * EXTENT * unit - reach];
  const side = EXTENT * unit + 2 * reach;
  return [longitudeOf(west), latitudeOf(north + side), longitudeOf(west + side), latitudeOf(north)];
}
