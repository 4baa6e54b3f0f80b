import { gunzipSync, gzipSync } from 'node:zlib';
import { Bytes, varintSize } from '../encode/bytes.ts';

/** A field of a message: where its content lies; for whole numbers, their value. Source: Protocol Buffers, wire format. */
type Field = {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
};

/** Fields of Tile, Layer and Feature. Source: MVT 2.1 §4, vector_tile.proto. */
const LAYERS = 3;
const FEATURES = 2;
const KEYS = 3;
const VALUES = 4;
const ID = 1;
const TAGS = 2;

/** A tile of one layer, taken apart. */
type Parts = {
  readonly bytes: Uint8Array;
  readonly features: readonly Field[];
  readonly keys: readonly Field[];
  readonly values: readonly Field[];
  readonly others: readonly Field[];
};

/**
 * Keys of the features of a tile.
 *
 * @param tile gzipped, as an archive of ours holds it
 */
export function keysInTile(tile: Uint8Array): number[] {
  const { bytes, features } = takeApart(gunzipSync(tile));
  return features.map((feature) => idOf(bytes, feature));
}

/**
 * A tile without some of its features. What only they had of names and values goes too, so that
 * nothing of them is left in the bytes.
 *
 * @param tile gzipped, as an archive of ours holds it
 * @param stays whether the feature of a key is still to be seen
 * @returns the same bytes when all stay; undefined when none does
 */
export function tileWithout(
  tile: Uint8Array,
  stays: (key: number) => boolean,
): Uint8Array | undefined {
  const parts = takeApart(gunzipSync(tile));
  const left = parts.features.filter((feature) => stays(idOf(parts.bytes, feature)));
  if (left.length === parts.features.length) return tile;
  return left.length === 0 ? undefined : gzipSync(putTogether(parts, left), { level: 1 });
}

function takeApart(bytes: Uint8Array): Parts {
  const layer = fieldsOf(bytes, 0, bytes.length).find(({ number }) => number === LAYERS);
  const fields = layer ? fieldsOf(bytes, layer.from, layer.to) : [];
  const those = (wanted: number): Field[] => fields.filter(({ number }) => number === wanted);
  const others = fields.filter(({ number }) => ![FEATURES, KEYS, VALUES].includes(number));
  return { bytes, features: those(FEATURES), keys: those(KEYS), values: those(VALUES), others };
}

function idOf(bytes: Uint8Array, { from, to }: Field): number {
  return fieldsOf(bytes, from, to).find(({ number }) => number === ID)?.value ?? -1;
}

/** Numbers names or values anew, in the order in which they are needed. */
class Renumbered {
  readonly used: Field[] = [];
  readonly #places = new Map<number, number>();
  readonly #all: readonly Field[];

  constructor(all: readonly Field[]) {
    this.#all = all;
  }

  placeOf(former: number): number {
    const known = this.#places.get(former);
    if (known !== undefined) return known;
    const field = this.#all[former];
    if (!field) throw new RangeError('Cannot read tile: it names a value it does not hold');
    this.#places.set(former, this.used.length);
    this.used.push(field);
    return this.used.length - 1;
  }
}

function putTogether({ bytes, keys, values, others }: Parts, left: readonly Field[]): Uint8Array {
  const names = new Renumbered(keys);
  const kept = new Renumbered(values);
  const content = new Bytes(bytes.length);
  for (const field of others.filter(({ number }) => number < FEATURES)) put(content, field, bytes);
  for (const feature of left) {
    const own = new Bytes(feature.to - feature.from + 16);
    for (const field of fieldsOf(bytes, feature.from, feature.to)) {
      if (field.number !== TAGS) put(own, field, bytes);
      else putMessage(own, TAGS, retagged(bytes, field, [names, kept]));
    }
    putMessage(content, FEATURES, own);
  }
  for (const field of [...names.used, ...kept.used]) put(content, field, bytes);
  for (const field of others.filter(({ number }) => number > FEATURES)) put(content, field, bytes);
  const tile = new Bytes(content.length + 16);
  putMessage(tile, LAYERS, content);
  return tile.bytes.subarray(0, tile.length);
}

/** Pairs of name and value in their new numbers. */
function retagged(
  bytes: Uint8Array,
  { from, to }: Field,
  tables: readonly [Renumbered, Renumbered],
): Bytes {
  const tags = new Bytes(to - from + 16);
  let at = from;
  for (let i = 0; at < to; i++) {
    const { value, next } = readVarint(bytes, at);
    const place = tables[(i % 2) as 0 | 1].placeOf(value);
    tags.reserve(varintSize(place));
    tags.varint(place);
    at = next;
  }
  return tags;
}

const MESSAGE = 2;
const WHOLE = 0;

/** Copy a field as it stands. */
function put(into: Bytes, { number, from, to, value }: Field, bytes: Uint8Array): void {
  into.reserve(to - from + 16);
  // a whole number takes no bytes of its own
  if (from === to && value >= 0) {
    into.varint(number * 8 + WHOLE);
    into.varint(value);
    return;
  }
  into.varint(number * 8 + MESSAGE);
  into.varint(to - from);
  into.copy(bytes, from, to);
}

function putMessage(into: Bytes, number: number, message: Bytes): void {
  put(into, { number, from: 0, to: message.length, value: -1 }, message.bytes);
}

/** The fields of the message between two positions; ours are whole numbers and messages alone. */
function fieldsOf(bytes: Uint8Array, from: number, to: number): Field[] {
  const fields: Field[] = [];
  for (let at = from; at < to; ) {
    const tag = readVarint(bytes, at);
    const number = Math.floor(tag.value / 8);
    const { value, next } = readVarint(bytes, tag.next);
    const kind = tag.value % 8;
    if (kind === WHOLE) fields.push({ number, from: next, to: next, value });
    else if (kind === MESSAGE && next + value <= to) {
      fields.push({ number, from: next, to: next + value, value: -1 });
    } else throw new RangeError('Cannot read tile: a field of a kind it cannot have');
    at = kind === WHOLE ? next : next + value;
  }
  return fields;
}

function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) return { value, next: at + 1 };
  }
  throw new RangeError('Cannot read tile: it ends too soon');
}
