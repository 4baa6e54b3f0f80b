import type { FlatLayer } from '../choose/flat-layer.ts';
import { EXTENT, WORLD_BITS } from '../choose/world.ts';
import { Cutter, type Tolerance } from '../cut/cutter.ts';
import type { TileAddress } from '../cut/view.ts';
import { Bytes, varintSize } from './bytes.ts';
import { writeGeometry } from './geometry.ts';
import { TagTables } from './tag-tables.ts';

/** Room for the tag and length of the layer, written last. */
const HEAD = 8;

/** What an encoder has made of a tile. */
export type RawTile = {
  /** The tile uncompressed; valid until the next tile. */
  readonly bytes: Uint8Array;
  /** Features in it whose first vertex lies in the tile itself: each feature is at home in one tile. */
  readonly atHome: number;
};

/**
 * Encodes one tile after the other as MVT 2.1: features are cut and their tags listed first, as the
 * place of a value is known when all are there, and written in a second pass.
 */
export class TileEncoder {
  /** Features of the last tile, and the bytes each took (its own values among them). */
  readonly drawn: number[] = [];
  readonly weights: number[] = [];
  /** Tiles of a run, gzipped, one after the other: room used again from run to run. */
  readonly packed = new Bytes(1 << 16);
  readonly #layer: FlatLayer;
  readonly #cutter: Cutter;
  readonly #name: Uint8Array;
  readonly #out = new Bytes(1 << 16);
  readonly #geometry = new Bytes(1 << 16);
  readonly #geometryEnds: number[] = [];
  /** Whether each drawn feature is at home in the tile. */
  readonly #isHome: boolean[] = [];
  readonly #tables: TagTables;

  constructor(layer: FlatLayer, options: { name: string; tolerance?: Tolerance | undefined }) {
    this.#layer = layer;
    this.#cutter = new Cutter(layer, options.tolerance);
    this.#name = new TextEncoder().encode(options.name);
    this.#tables = new TagTables(layer);
  }

  /** Encode features `from` … `to` of a list as a tile; undefined when nothing of them is in it. */
  encode(
    tile: TileAddress,
    features: Uint32Array,
    span: { from: number; to: number },
  ): RawTile | undefined {
    this.#cutAll(tile, features, span);
    return this.#write();
  }

  /**
   * Encode the last tile once more with some of its features: what was cut is used again.
   *
   * @param places of those features in `drawn`, ascending
   */
  encodeSome(places: readonly number[]): RawTile | undefined {
    this.#tables.begin();
    for (const place of places) this.#tables.list(this.drawn[place] as number);
    return this.#write(places);
  }

  /** Write the features at some places, or all, whose tags are in the tables. */
  #write(places?: readonly number[]): RawTile | undefined {
    const count = places ? places.length : this.drawn.length;
    if (count === 0) return undefined;
    this.#tables.sort();
    const out = this.#out;
    out.length = HEAD;
    out.reserve(this.#name.length + 16);
    out.byte(0x0a);
    out.varint(this.#name.length);
    out.copy(this.#name, 0, this.#name.length);
    let atHome = 0;
    for (let i = 0; i < count; i++) {
      const place = places ? (places[i] as number) : i;
      this.#writeFeature(place);
      if (this.#isHome[place]) atHome++;
    }
    this.#tables.write(out);
    out.reserve(16);
    out.byte(0x28);
    out.varint(EXTENT);
    out.byte(0x78);
    out.byte(2);
    return { bytes: this.#withHead(), atHome };
  }

  #cutAll(tile: TileAddress, features: Uint32Array, span: { from: number; to: number }): void {
    const { shapes, shownFrom, xs, ys, partStarts, featureParts } = this.#layer;
    const shift = WORLD_BITS - tile.zoom;
    this.#tables.begin();
    this.#geometry.length = 0;
    this.drawn.length = 0;
    this.weights.length = 0;
    this.#geometryEnds.length = 0;
    this.#isHome.length = 0;
    this.#cutter.enter(tile);
    for (let i = span.from; i < span.to; i++) {
      const feature = features[i] as number;
      if ((shownFrom[feature] as number) > tile.zoom || !this.#cutter.cut(feature)) continue;
      const before = this.#geometry.length;
      writeGeometry(this.#geometry, this.#cutter.path, shapes[feature] as number);
      this.#geometryEnds.push(this.#geometry.length);
      this.drawn.push(feature);
      this.weights.push(this.#geometry.length - before + this.#tables.list(feature));
      const first = partStarts[featureParts[feature] as number] as number;
      this.#isHome.push(
        (xs[first] as number) >> shift === tile.x && (ys[first] as number) >> shift === tile.y,
      );
    }
  }

  #writeFeature(place: number): void {
    const { keys, shapes } = this.#layer;
    const out = this.#out;
    const feature = this.drawn[place] as number;
    const from = place === 0 ? 0 : (this.#geometryEnds[place - 1] as number);
    const to = this.#geometryEnds[place] as number;
    const tagBytes = this.#tables.bytesOf(feature);
    const key = keys[feature] as number;
    const length =
      (key >= 0 ? 1 + varintSize(key) : 0) +
      (tagBytes > 0 ? 1 + varintSize(tagBytes) + tagBytes : 0) +
      3 +
      varintSize(to - from) +
      (to - from);
    out.reserve(length + 16);
    out.byte(0x12);
    out.varint(length);
    if (key >= 0) {
      out.byte(0x08);
      out.varint(key);
    }
    if (tagBytes > 0) {
      out.byte(0x12);
      out.varint(tagBytes);
      this.#tables.writeTags(feature, out);
    }
    out.byte(0x18);
    out.byte(shapes[feature] as number);
    out.byte(0x22);
    out.varint(to - from);
    out.copy(this.#geometry.bytes, from, to);
  }

  /** Put the layer's tag and length right before its content. */
  #withHead(): Uint8Array {
    const { bytes, length } = this.#out;
    const content = length - HEAD;
    const start = HEAD - 1 - varintSize(content);
    const head = new Bytes(HEAD);
    head.byte(0x1a);
    head.varint(content);
    bytes.set(head.bytes.subarray(0, head.length), start);
    return bytes.subarray(start, length);
  }
}
