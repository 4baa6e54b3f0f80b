import type { FlatLayer } from '../choose/flat-layer.ts';
import { EXTENT, WORLD_BITS } from '../choose/world.ts';
import { Cutter, type Tolerance } from '../cut/cutter.ts';
import type { TileAddress } from '../cut/view.ts';
import { Bytes, fieldOf, varintSize } from './bytes.ts';
import { writeGeometry } from './geometry.ts';

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
 * Encodes one tile after the other as MVT 2.1.
 *
 * Attribute and value tables are made with stamps instead of hashes: what bears the number of the
 * current tile is in its table. Values are numbered in the layer's order, so a tile sorts integers.
 */
export class TileEncoder {
  /** Features of the last tile, and the bytes each took (its own values among them). */
  readonly drawn: number[] = [];
  readonly weights: number[] = [];
  readonly #layer: FlatLayer;
  readonly #cutter: Cutter;
  readonly #name: Uint8Array;
  readonly #keyFields: readonly Uint8Array[];
  readonly #out = new Bytes(1 << 16);
  readonly #geometry = new Bytes(1 << 16);
  readonly #geometryEnds: number[] = [];
  /** Whether each drawn feature is at home in the tile. */
  readonly #isHome: boolean[] = [];
  readonly #valueStamps: Uint32Array;
  readonly #valuePlaces: Uint32Array;
  readonly #keyStamps: Uint32Array;
  readonly #keyPlaces: Uint32Array;
  #values = new Uint32Array(1 << 12);
  #valueCount = 0;
  readonly #keys: number[] = [];
  #keyCount = 0;
  #stamp = 0;

  constructor(layer: FlatLayer, options: { name: string; tolerance?: Tolerance | undefined }) {
    const encoder = new TextEncoder();
    this.#layer = layer;
    this.#cutter = new Cutter(layer, options.tolerance);
    this.#name = encoder.encode(options.name);
    this.#keyFields = layer.attributes.map((name) => fieldOf(0x1a, encoder.encode(name)));
    this.#valueStamps = new Uint32Array(layer.valueStarts.length);
    this.#valuePlaces = new Uint32Array(layer.valueStarts.length);
    this.#keyStamps = new Uint32Array(layer.attributes.length);
    this.#keyPlaces = new Uint32Array(layer.attributes.length);
  }

  /** Encode features `from` … `to` of a list as a tile; undefined when nothing of them is in it. */
  encode(
    tile: TileAddress,
    features: Uint32Array,
    span: { from: number; to: number },
  ): RawTile | undefined {
    this.#cutAll(tile, features, span);
    return this.#write(this.drawn.map((_, place) => place));
  }

  /**
   * Encode the last tile once more with some of its features: what was cut is used again.
   *
   * @param places of those features in `drawn`, ascending
   */
  encodeSome(places: readonly number[]): RawTile | undefined {
    this.#beginTables();
    for (const place of places) this.#listTags(this.drawn[place] as number);
    return this.#write(places);
  }

  /** Write the features at some places, whose tags are in the tables. */
  #write(places: readonly number[]): RawTile | undefined {
    if (places.length === 0) return undefined;
    this.#sortValues();
    const out = this.#out;
    out.length = HEAD;
    out.reserve(this.#name.length + 16);
    out.byte(0x0a);
    out.varint(this.#name.length);
    out.copy(this.#name, 0, this.#name.length);
    let atHome = 0;
    for (const place of places) {
      this.#writeFeature(place);
      if (this.#isHome[place]) atHome++;
    }
    this.#writeTables();
    return { bytes: this.#withHead(), atHome };
  }

  #beginTables(): void {
    this.#stamp++;
    this.#valueCount = 0;
    this.#keyCount = 0;
  }

  #cutAll(tile: TileAddress, features: Uint32Array, span: { from: number; to: number }): void {
    const { shapes, shownFrom, xs, ys, partStarts, featureParts } = this.#layer;
    const shift = WORLD_BITS - tile.zoom;
    this.#beginTables();
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
      this.weights.push(this.#geometry.length - before + this.#listTags(feature));
      const first = partStarts[featureParts[feature] as number] as number;
      this.#isHome.push(
        (xs[first] as number) >> shift === tile.x && (ys[first] as number) >> shift === tile.y,
      );
    }
  }

  /** Enter a feature's attributes and values into the tables. @returns about the bytes it adds */
  #listTags(feature: number): number {
    const { tags, featureTags, valueStarts } = this.#layer;
    const start = featureTags[feature] as number;
    const end = featureTags[feature + 1] as number;
    let added = 16 + (end - start);
    for (let i = start; i < end; i += 2) {
      const key = tags[i] as number;
      if (this.#keyStamps[key] !== this.#stamp) {
        this.#keyStamps[key] = this.#stamp;
        this.#keyPlaces[key] = this.#keyCount;
        this.#keys[this.#keyCount++] = key;
      }
      const value = tags[i + 1] as number;
      if (this.#valueStamps[value] === this.#stamp) continue;
      this.#valueStamps[value] = this.#stamp;
      if (this.#valueCount === this.#values.length) this.#growValues();
      this.#values[this.#valueCount++] = value;
      added += (valueStarts[value + 1] as number) - (valueStarts[value] as number);
    }
    return added;
  }

  #growValues(): void {
    const larger = new Uint32Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }

  #sortValues(): void {
    const values = this.#values.subarray(0, this.#valueCount).sort();
    for (let place = 0; place < values.length; place++) {
      this.#valuePlaces[values[place] as number] = place;
    }
  }

  #writeFeature(place: number): void {
    const { featureTags, keys, shapes } = this.#layer;
    const out = this.#out;
    const feature = this.drawn[place] as number;
    const from = place === 0 ? 0 : (this.#geometryEnds[place - 1] as number);
    const to = this.#geometryEnds[place] as number;
    const tagBytes = this.#tagBytes(feature);
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
      this.#writeTags(featureTags[feature] as number, featureTags[feature + 1] as number);
    }
    out.byte(0x18);
    out.byte(shapes[feature] as number);
    out.byte(0x22);
    out.varint(to - from);
    out.copy(this.#geometry.bytes, from, to);
  }

  #tagBytes(feature: number): number {
    const { tags, featureTags } = this.#layer;
    const end = featureTags[feature + 1] as number;
    let size = 0;
    for (let i = featureTags[feature] as number; i < end; i += 2) {
      const value = this.#valuePlaces[tags[i + 1] as number] as number;
      size += varintSize(this.#keyPlaces[tags[i] as number] as number);
      size += varintSize(value);
    }
    return size;
  }

  #writeTags(start: number, end: number): void {
    const { tags } = this.#layer;
    const out = this.#out;
    for (let i = start; i < end; i += 2) {
      out.varint(this.#keyPlaces[tags[i] as number] as number);
      out.varint(this.#valuePlaces[tags[i + 1] as number] as number);
    }
  }

  #writeTables(): void {
    const { valueStarts, valueBytes } = this.#layer;
    const out = this.#out;
    for (let place = 0; place < this.#keyCount; place++) {
      const field = this.#keyFields[this.#keys[place] as number] as Uint8Array;
      out.reserve(field.length);
      out.copy(field, 0, field.length);
    }
    for (let place = 0; place < this.#valueCount; place++) {
      const value = this.#values[place] as number;
      const start = valueStarts[value] as number;
      const end = valueStarts[value + 1] as number;
      out.reserve(end - start);
      out.copy(valueBytes, start, end);
    }
    out.reserve(16);
    out.byte(0x28);
    out.varint(EXTENT);
    out.byte(0x78);
    out.byte(2);
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
