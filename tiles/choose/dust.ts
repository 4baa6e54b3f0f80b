import { DEEPEST_ZOOM } from '../hilbert.ts';
import { type FlatLayer, LINE, POLYGON } from './flat-layer.ts';
import { EXTENT_BITS, WORLD_BITS } from './world.ts';

/** Polygons of less than this many square tile units are dust. Source: tippecanoe's tiny polygons. */
export const DUST_AREA = 4;

/** What tells how large features are and where. */
type Sized = Pick<FlatLayer, 'count' | 'shapes' | 'sizes' | 'positions' | 'boxes' | 'motes'>;

/** Zoom → world units a tile unit is wide, and world units² up to which a polygon is dust. */
const UNITS = Float64Array.from(
  { length: DEEPEST_ZOOM + 1 },
  (_, zoom) => 2 ** (WORLD_BITS - EXTENT_BITS - zoom),
);
const DUST_SIZES = UNITS.map((unit) => DUST_AREA * unit * unit);

/**
 * Marks which polygons too small to see are drawn all the same: the dust of a tile adds up in layer
 * order, and whenever a mote's worth has come together, the polygon that completed it is drawn.
 *
 * The features of a tile come one after the other, so one sum a zoom is enough, and a layer may be
 * given in stretches. Each polygon counts in the tile of its centre alone: what is drawn of it in a
 * neighbour's buffer is what is drawn at home.
 */
export class DustCounter {
  readonly #tiles = new Float64Array(DEEPEST_ZOOM).fill(-1);
  readonly #sums = new Float64Array(DEEPEST_ZOOM);

  /** Count the next stretch of a layer, and fill in its `motes`. */
  count({ count, shapes, sizes, positions, motes }: Sized): void {
    for (let feature = 0; feature < count; feature++) {
      if (shapes[feature] !== POLYGON) continue;
      motes[feature] = this.#add(sizes[feature] as number, positions[feature] as number);
    }
  }

  /** @returns zooms, a bit each, at which a polygon is drawn as a mote */
  #add(size: number, position: number): number {
    let drawn = 0;
    let tile = Math.floor(position / 4);
    for (let zoom = DEEPEST_ZOOM - 1; zoom >= 0; zoom--) {
      if (size < (DUST_SIZES[zoom] as number)) {
        const area = size / (UNITS[zoom] as number) ** 2;
        const before = this.#tiles[zoom] === tile ? (this.#sums[zoom] as number) : 0;
        const sum = before + area;
        const full = sum >= DUST_AREA;
        this.#tiles[zoom] = tile;
        this.#sums[zoom] = full ? sum - DUST_AREA : sum;
        if (full) drawn |= 1 << zoom;
      }
      tile = Math.floor(tile / 4);
    }
    return drawn;
  }
}

/** Whether a polygon is too small to be drawn as it is at a zoom that is not the last. */
export const isDust = ({ sizes }: Pick<FlatLayer, 'sizes'>, feature: number, zoom: number) =>
  (sizes[feature] as number) < (DUST_SIZES[zoom] as number);

/** Whether a polygon that is dust at a zoom is drawn there as a mote. */
export const isMote = ({ motes }: Pick<FlatLayer, 'motes'>, feature: number, zoom: number) =>
  (((motes[feature] as number) >> zoom) & 1) === 1;

/** Whether a line is shorter than a tile unit of a zoom. */
export function isShort({ boxes }: Pick<FlatLayer, 'boxes'>, feature: number, zoom: number) {
  const unit = UNITS[zoom] as number;
  const at = 4 * feature;
  return (
    (boxes[at + 2] as number) - (boxes[at] as number) < unit &&
    (boxes[at + 3] as number) - (boxes[at + 1] as number) < unit
  );
}

/** Whether nothing of a feature is drawn at a zoom that is not the last, it is so small. */
export function isUnseen(layer: Sized, feature: number, zoom: number): boolean {
  const shape = layer.shapes[feature];
  if (shape === LINE) return isShort(layer, feature, zoom);
  return shape === POLYGON && isDust(layer, feature, zoom) && !isMote(layer, feature, zoom);
}

/** Whether nothing of a feature is drawn at any zoom up to one that is not the last. */
export function isNeverSeen(
  layer: Sized,
  feature: number,
  { minZoom, zoom }: { readonly minZoom: number; readonly zoom: number },
): boolean {
  if (!isUnseen(layer, feature, zoom)) return false;
  const zooms = 2 ** (zoom + 1) - 2 ** minZoom;
  // what is too small for a zoom is too small for those before it, where it may be a mote
  return layer.shapes[feature] === LINE || ((layer.motes[feature] as number) & zooms) === 0;
}
