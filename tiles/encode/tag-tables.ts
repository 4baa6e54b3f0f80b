import type { FlatLayer } from '../choose/flat-layer.ts';
import { type Bytes, fieldOf, putVarint, varintSize } from './bytes.ts';

/** Sorting a value takes as long as looking at so many. */
const MANY = 32;

/**
 * The attributes and values of one tile after the other.
 *
 * Tables are made with stamps instead of hashes: what bears the number of the current tile is in its
 * table. Values are numbered in the layer's order, so a tile sorts integers.
 */
export class TagTables {
  readonly #layer: FlatLayer;
  readonly #keyFields: readonly Uint8Array[];
  readonly #valueStamps: Uint32Array;
  readonly #valuePlaces: Uint32Array;
  readonly #keyStamps: Uint32Array;
  readonly #keyPlaces: Uint32Array;
  #values = new Uint32Array(1 << 12);
  #valueCount = 0;
  readonly #keys: number[] = [];
  #keyCount = 0;
  #stamp = 0;

  constructor(layer: FlatLayer) {
    const encoder = new TextEncoder();
    this.#layer = layer;
    this.#keyFields = layer.attributes.map((name) => fieldOf(0x1a, encoder.encode(name)));
    this.#valueStamps = new Uint32Array(layer.valueStarts.length);
    this.#valuePlaces = new Uint32Array(layer.valueStarts.length);
    this.#keyStamps = new Uint32Array(layer.attributes.length);
    this.#keyPlaces = new Uint32Array(layer.attributes.length);
  }

  /** Go to another tile. */
  begin(): void {
    this.#stamp++;
    this.#valueCount = 0;
    this.#keyCount = 0;
  }

  /** Enter a feature's attributes and values into the tables. @returns about the bytes it adds */
  list(feature: number): number {
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

  /** All is entered: give each value its place. */
  sort(): void {
    const values = this.#values.subarray(0, this.#valueCount);
    // where a tile holds many of all values, looking at each is quicker
    if (values.length * MANY < this.#valueStamps.length) values.sort();
    else {
      let next = 0;
      for (let value = 0; next < values.length; value++) {
        if (this.#valueStamps[value] === this.#stamp) values[next++] = value;
      }
    }
    for (let place = 0; place < values.length; place++) {
      this.#valuePlaces[values[place] as number] = place;
    }
  }

  /** Bytes a feature's tags take. */
  bytesOf(feature: number): number {
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

  /** Write a feature's tags; room must be there. */
  writeTags(feature: number, out: Bytes): void {
    const { tags, featureTags } = this.#layer;
    const { bytes } = out;
    const end = featureTags[feature + 1] as number;
    let at = out.length;
    for (let i = featureTags[feature] as number; i < end; i += 2) {
      at = putVarint(bytes, at, this.#keyPlaces[tags[i] as number] as number);
      at = putVarint(bytes, at, this.#valuePlaces[tags[i + 1] as number] as number);
    }
    out.length = at;
  }

  /** Write both tables as fields of the layer. */
  write(out: Bytes): void {
    const { valueStarts, valueBytes } = this.#layer;
    for (let place = 0; place < this.#keyCount; place++) {
      const field = this.#keyFields[this.#keys[place] as number] as Uint8Array;
      out.reserve(field.length);
      out.copy(field, 0, field.length);
    }
    for (let place = 0; place < this.#valueCount; ) {
      const first = this.#values[place] as number;
      // values that follow one another in the layer stand together there
      let after = first + 1;
      while (++place < this.#valueCount && this.#values[place] === after) after++;
      const start = valueStarts[first] as number;
      const end = valueStarts[after] as number;
      out.reserve(end - start);
      out.copy(valueBytes, start, end);
    }
  }
}
