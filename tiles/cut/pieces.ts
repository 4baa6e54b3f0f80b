import { type FlatLayer, LINE } from '../choose/flat-layer.ts';
import { WORLD_BITS } from '../choose/world.ts';
import { clipLine } from './clip-line.ts';
import { clipRing } from './clip-ring.ts';
import { Path } from './path.ts';
import { moveInto, project, type TileAddress, type View, viewOf } from './view.ts';

/** A large feature cut to a square of tiles, in units of the zoom from the square's corner. */
export type Piece = {
  readonly originX: number;
  readonly originY: number;
  readonly path: Path;
  /** Part → whether it is a hole. */
  readonly holes: readonly boolean[];
};

/** A feature whose box spans more tile widths than this (in both directions together) is cut in pieces first. */
const FEW_TILES = 16;
/** Zooms between a piece and the next smaller: one holds 8 × 8 of the other. */
const STEP = 3;
/** Large features whose pieces are remembered. */
const REMEMBERED = 256;

/**
 * Cuts large features step by step: to squares of 8 × 8 tiles, those out of squares of 64 × 64 …
 * A tile then never looks at vertices far from it. Tiles come in Hilbert order, so the last piece
 * of each size is nearly always the one the next tile is part of.
 */
export class Pieces {
  readonly #layer: FlatLayer;
  readonly #known = new Map<string, { square: string; piece: Piece }>();

  constructor(layer: FlatLayer) {
    this.#layer = layer;
  }

  /** The smallest piece that holds a tile's part of the feature; undefined: the feature is small enough. */
  find(feature: number, tile: TileAddress, least: number): Piece | undefined {
    return this.#spans(feature, tile.zoom) > FEW_TILES
      ? this.#pieceAt(feature, tile, { up: STEP, least })
      : undefined;
  }

  #pieceAt(
    feature: number,
    tile: TileAddress,
    size: { up: number; least: number },
  ): Piece | undefined {
    const { up, least } = size;
    if (up > tile.zoom) return undefined;
    const square = `${tile.zoom}/${tile.x >> up}/${tile.y >> up}/${least}`;
    const name = `${feature}/${up}`;
    const known = this.#known.get(name);
    if (known?.square === square) return known.piece;
    const whole = this.#spans(feature, tile.zoom - up) <= FEW_TILES;
    const larger = whole ? undefined : this.#pieceAt(feature, tile, { up: up + STEP, least });
    const view = { ...viewOf(tile, 0, up), least };
    const piece = larger ? this.#cutPiece(feature, larger, view) : this.#cutWhole(feature, view);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(name, { square, piece });
    return piece;
  }

  #cutWhole(feature: number, view: View): Piece {
    const { featureParts, partStarts, holes } = this.#layer;
    const piece = pieceOf(view);
    const last = featureParts[feature + 1] as number;
    for (let part = featureParts[feature] as number; part < last; part++) {
      const span = { start: partStarts[part] as number, end: partStarts[part + 1] as number };
      const reach = project(this.#layer, span, view, piece.path);
      this.#settle(feature, { piece, view, hole: holes[part] === 1 }, reach);
    }
    return piece;
  }

  #cutPiece(feature: number, larger: Piece, view: View): Piece {
    const piece = pieceOf(view);
    const by = { x: larger.originX - view.originX, y: larger.originY - view.originY, view };
    for (let part = 0; part < larger.path.parts; part++) {
      const reach = moveInto(larger.path, part, by, piece.path);
      this.#settle(feature, { piece, view, hole: larger.holes[part] ?? false }, reach);
    }
    return piece;
  }

  /** Clip the open part and keep what is left of it. An exterior cut away stays as an empty part. */
  #settle(
    feature: number,
    { piece, view, hole }: { piece: OpenPiece; view: View; hole: boolean },
    reach: 'inside' | 'outside' | 'across',
  ): void {
    const { path } = piece;
    const before = path.parts;
    if (reach === 'outside') path.backTo(path.parts);
    if (this.#layer.shapes[feature] === LINE) {
      if (reach === 'across') clipLine(path, view);
      else if (reach === 'inside') path.closePart();
    } else {
      if (reach === 'across') clipRing(path, view);
      path.closePart();
    }
    for (let part = before; part < path.parts; part++) piece.holes.push(hole);
  }

  /** Tile widths and heights of a zoom the feature's box spans. */
  #spans(feature: number, zoom: number): number {
    const { boxes } = this.#layer;
    const at = 4 * feature;
    const units = 2 ** (WORLD_BITS - zoom);
    const width = (boxes[at + 2] as number) - (boxes[at] as number);
    const height = (boxes[at + 3] as number) - (boxes[at + 1] as number);
    return Math.max((width / units) * (height / units), (width + height) / units);
  }
}

type OpenPiece = Piece & { readonly holes: boolean[] };

const pieceOf = (view: View): OpenPiece => ({
  originX: view.originX,
  originY: view.originY,
  path: new Path(),
  holes: [],
});
