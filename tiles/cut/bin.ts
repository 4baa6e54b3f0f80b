import { isUnseen } from '../choose/dust.ts';
import { type Allocate, type FlatLayer, POINT, POLYGON } from '../choose/flat-layer.ts';
import { grown } from '../choose/growing.ts';
import { BUFFER, EXTENT_BITS, WORLD_BITS } from '../choose/world.ts';
import { DEEPEST_ZOOM, hilbertOf, tileAt } from '../hilbert.ts';
import { radixSort } from '../radix.ts';

/** Which features each tile of a zoom may hold: tiles in Hilbert order, features in layer order. */
export type Bins = {
  readonly zoom: number;
  /** Hilbert position of the tile, for each pair. */
  readonly tiles: Uint32Array;
  /** Feature, for each pair. */
  readonly features: Uint32Array;
};

/** A feature whose box meets more tiles than this is looked at part by part. */
const FEW_TILES = 16;

/** A box in tile columns and rows, both ends included. */
type TileBox = { left: number; top: number; right: number; bottom: number };

/**
 * Pair every feature drawn at a zoom with the tiles (buffer included) its box meets.
 *
 * @param by `last`: whether the zoom is the last, where nothing is too small to be drawn
 */
export function binFeatures(
  layer: FlatLayer,
  zoom: number,
  by: { readonly last: boolean; readonly allocate: Allocate },
): Bins {
  const pairs = new Pairs(layer.count + 1024);
  const grid = new Grid(zoom);
  const { boxes, positions, shownFrom, count } = layer;
  const isDrawn = (feature: number): boolean =>
    (shownFrom[feature] as number) <= zoom && (by.last || !isUnseen(layer, feature, zoom));
  for (let feature = 0; feature < count; feature++) {
    if (!isDrawn(feature)) continue;
    const at = 4 * feature;
    const { left, top, right, bottom } = grid.boxOf(boxes, at);
    if (left === right && top === bottom) {
      pairs.add(grid.tileOf(positions[feature] as number), feature);
    } else if ((right - left + 1) * (bottom - top + 1) <= FEW_TILES) {
      grid.eachTile({ left, top, right, bottom }, (tile) => pairs.add(tile, feature));
    } else {
      for (const tile of tilesOfLarge(layer, feature, grid)) pairs.add(tile, feature);
    }
  }
  return sortedBins(zoom, pairs, by.allocate);
}

/**
 * The same for some tiles alone.
 *
 * @param only tiles wanted, by Hilbert position
 */
export function binTiles(
  layer: FlatLayer,
  zoom: number,
  by: { only: ReadonlySet<number>; allocate: Allocate },
): Bins {
  const pairs = new Pairs(1024);
  if (by.only.size === 0) return sortedBins(zoom, pairs, by.allocate);
  const grid = new Grid(zoom);
  const { boxes, shownFrom, count } = layer;
  const wanted = grid.boxAround(by.only);
  for (let feature = 0; feature < count; feature++) {
    if ((shownFrom[feature] as number) > zoom || !grid.meets(boxes, 4 * feature, wanted)) continue;
    eachTileOf(layer, feature, grid, (tile) => {
      if (by.only.has(tile)) pairs.add(tile, feature);
    });
  }
  return sortedBins(zoom, pairs, by.allocate);
}

/** Whether a feature's box meets so many tiles that it is looked at part by part. */
export function spansMany({ boxes }: FlatLayer, feature: number, zoom: number): boolean {
  const { left, top, right, bottom } = new Grid(zoom).boxOf(boxes, 4 * feature);
  return (right - left + 1) * (bottom - top + 1) > FEW_TILES;
}

/** Visit the tiles a feature is paired with, each once. */
export function eachTileOf(
  layer: FlatLayer,
  feature: number,
  grid: Grid,
  visit: (tile: number) => void,
): void {
  const box = grid.boxOf(layer.boxes, 4 * feature);
  const { left, top, right, bottom } = box;
  if (left === right && top === bottom) {
    visit(grid.tileOf(layer.positions[feature] as number));
  } else if ((right - left + 1) * (bottom - top + 1) <= FEW_TILES) grid.eachTile(box, visit);
  else for (const tile of tilesOfLarge(layer, feature, grid)) visit(tile);
}

function sortedBins(zoom: number, pairs: Pairs, allocate: Allocate): Bins {
  const sorted = radixSort(
    pairs.tiles.subarray(0, pairs.count),
    pairs.features.subarray(0, pairs.count),
  );
  const tiles = new Uint32Array(allocate(4 * pairs.count), 0, pairs.count);
  const features = new Uint32Array(allocate(4 * pairs.count), 0, pairs.count);
  tiles.set(sorted.keys);
  features.set(sorted.values);
  return { zoom, tiles, features };
}

/** Tiles of a zoom as columns and rows. */
export class Grid {
  readonly zoom: number;
  readonly #shift: number;
  readonly #buffer: number;
  readonly #last: number;
  readonly #drop: number;

  constructor(zoom: number) {
    this.zoom = zoom;
    this.#shift = WORLD_BITS - zoom;
    this.#buffer = BUFFER * 2 ** (WORLD_BITS - EXTENT_BITS - zoom);
    this.#last = 2 ** zoom - 1;
    this.#drop = 4 ** (DEEPEST_ZOOM - zoom);
  }

  /** The tile a Hilbert position of zoom 16 lies in. */
  readonly tileOf = (position: number): number => Math.floor(position / this.#drop);

  /** Tiles a box of world units meets; the box stands at `at` in `boxes`. */
  boxOf(boxes: Int32Array, at: number): TileBox {
    return {
      left: this.#index((boxes[at] as number) - this.#buffer),
      top: this.#index((boxes[at + 1] as number) - this.#buffer),
      right: this.#index((boxes[at + 2] as number) + this.#buffer),
      bottom: this.#index((boxes[at + 3] as number) + this.#buffer),
    };
  }

  eachTile({ left, top, right, bottom }: TileBox, visit: (tile: number) => void): void {
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) visit(hilbertOf(this.zoom, x, y));
    }
  }

  /** The box round some tiles. */
  boxAround(tiles: Iterable<number>): TileBox {
    const box = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
    for (const tile of tiles) {
      const [x, y] = tileAt(this.zoom, tile);
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x);
      box.bottom = Math.max(box.bottom, y);
    }
    return box;
  }

  /** Whether a box of world units, standing at `at` in `boxes`, meets a box of tiles. */
  meets(boxes: Int32Array, at: number, { left, top, right, bottom }: TileBox): boolean {
    return (
      this.#index((boxes[at] as number) - this.#buffer) <= right &&
      this.#index((boxes[at + 2] as number) + this.#buffer) >= left &&
      this.#index((boxes[at + 1] as number) - this.#buffer) <= bottom &&
      this.#index((boxes[at + 3] as number) + this.#buffer) >= top
    );
  }

  #index(unit: number): number {
    // a world of 2^30 units and its buffers stay within 32 bits
    const index = unit >> this.#shift;
    return index < 0 ? 0 : index > this.#last ? this.#last : index;
  }
}

/** Tiles of a feature that spans many: by exterior ring, by segment or by point. */
function tilesOfLarge(layer: FlatLayer, feature: number, grid: Grid): Set<number> {
  const { partStarts, featureParts, holes, shapes } = layer;
  const found = new Set<number>();
  const box = new Int32Array(4);
  const visit = (tile: number): unknown => found.add(tile);
  const polygon = shapes[feature] === POLYGON;
  const points = shapes[feature] === POINT;
  const longest = 2 ** (WORLD_BITS - grid.zoom);
  const lastPart = featureParts[feature + 1] as number;
  for (let part = featureParts[feature] as number; part < lastPart; part++) {
    if (holes[part]) continue;
    const start = partStarts[part] as number;
    const end = partStarts[part + 1] as number;
    if (polygon) {
      spanBox(layer, { start, end }, box);
      grid.eachTile(grid.boxOf(box, 0), visit);
      continue;
    }
    for (let i = start; i < end; i++) {
      const from = i === start || points ? i : i - 1;
      eachStep(layer, { from, to: i, longest }, (step) =>
        grid.eachTile(grid.boxOf(step, 0), visit),
      );
    }
  }
  return found;
}

/** Walk a segment in boxes no longer than `longest` world units: a diagonal meets few tiles. */
function eachStep(
  { xs, ys }: FlatLayer,
  segment: { from: number; to: number; longest: number },
  visit: (box: Int32Array) => void,
): void {
  const x = xs[segment.from] as number;
  const y = ys[segment.from] as number;
  const dx = (xs[segment.to] as number) - x;
  const dy = (ys[segment.to] as number) - y;
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / segment.longest));
  for (let step = 0; step < steps; step++) {
    const [ax, bx] = [x + (dx * step) / steps, x + (dx * (step + 1)) / steps];
    const [ay, by] = [y + (dy * step) / steps, y + (dy * (step + 1)) / steps];
    visit(
      Int32Array.of(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx) + 1, Math.max(ay, by) + 1),
    );
  }
}

function spanBox(layer: FlatLayer, span: { start: number; end: number }, box: Int32Array): void {
  const xs = layer.xs.subarray(span.start, span.end);
  const ys = layer.ys.subarray(span.start, span.end);
  let [west, north, east, south] = [2 ** 30, 2 ** 30, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    west = Math.min(west, xs[i] as number);
    east = Math.max(east, xs[i] as number);
    north = Math.min(north, ys[i] as number);
    south = Math.max(south, ys[i] as number);
  }
  box.set([west, north, east, south]);
}

class Pairs {
  tiles: Uint32Array;
  features: Uint32Array;
  count = 0;

  constructor(room: number) {
    this.tiles = new Uint32Array(room);
    this.features = new Uint32Array(room);
  }

  add(tile: number, feature: number): void {
    if (this.count === this.tiles.length) {
      this.tiles = grown(this.tiles, this.count + 1);
      this.features = grown(this.features, this.count + 1);
    }
    this.tiles[this.count] = tile;
    this.features[this.count++] = feature;
  }
}
