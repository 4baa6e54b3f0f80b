import {
  COLUMNS,
  type Column,
  type FieldType,
  type FlatLayer,
  COLUMN_NAMES as NAMES,
} from '../choose/flat-layer.ts';
import type { Sink } from './writer.ts';

/**
 * What is kept beside an archive so that the next one need not be built from nothing: the layer as
 * flat arrays, and what each zoom made of it.
 */
export type KeptLayer = {
  /** Options the archive was built by; another stamp means other tiles. */
  readonly stamp: string;
  /** Whatever whoever built it wrote down: which data, which code. */
  readonly note: string;
  readonly maxZoom: number;
  /** `shownFrom` as thinning left it. */
  readonly layer: FlatLayer;
  /** Zoom → its tiles by Hilbert position, ascending, and how many features are at home in each. */
  readonly tiles: ReadonlyMap<number, KeptTiles>;
  /** Tiles that had no room for some of their features, deepest zoom first. */
  readonly drops: readonly Drop[];
};

export type KeptTiles = { readonly positions: Uint32Array; readonly homes: Uint32Array };

/** Features one tile had no room for. */
export type Drop = {
  readonly zoom: number;
  /** Hilbert position. */
  readonly tile: number;
  /** Ascending. */
  readonly features: Uint32Array;
};

const MAGIC = 'ODINFLAT';
/** Bytes before the head: magic and the head's length. */
const PREFIX = 16;
const ALIGN = 8;

type Head = Pick<KeptLayer, 'stamp' | 'note' | 'maxZoom'> & {
  readonly attributes: readonly string[];
  readonly fieldTypes: readonly FieldType[];
  /** Numbers in each column, in the order of `NAMES`. */
  readonly lengths: readonly number[];
  /** Zoom, and how many tiles it has. */
  readonly tiles: readonly (readonly [zoom: number, count: number])[];
  readonly drops: readonly (readonly [zoom: number, tile: number, count: number])[];
};

/** Write what is kept. The same layer gives the same bytes. @returns how many */
export function writeKept(kept: KeptLayer, sink: Sink): number {
  const { stamp, note, maxZoom, layer } = kept;
  const tiles = [...kept.tiles];
  const head: Head = {
    ...{ stamp, note, maxZoom },
    attributes: layer.attributes,
    fieldTypes: layer.fieldTypes,
    lengths: NAMES.map((name) => layer[name].length),
    tiles: tiles.map(([zoom, { positions }]) => [zoom, positions.length]),
    drops: kept.drops.map(({ zoom, tile, features }) => [zoom, tile, features.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const prefix = new Uint8Array(PREFIX);
  prefix.set(new TextEncoder().encode(MAGIC));
  new DataView(prefix.buffer).setUint32(MAGIC.length, text.length, true);
  sink.write(0, prefix);
  sink.write(PREFIX, text);
  let at = aligned(PREFIX + text.length);
  const put = (numbers: ArrayBufferView): void => {
    sink.write(at, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    at = aligned(at + numbers.byteLength);
  };
  for (const name of NAMES) put(layer[name]);
  for (const [, { positions, homes }] of tiles) {
    put(positions);
    put(homes);
  }
  for (const { features } of kept.drops) put(features);
  // the last bytes are there even when the arrays before them are empty
  put(new Uint8Array(ALIGN));
  return at;
}

const aligned = (at: number): number => Math.ceil(at / ALIGN) * ALIGN;

/**
 * Read what was kept; the arrays are views of the bytes.
 *
 * @throws RangeError when the bytes are not what `writeKept` wrote, whole
 */
export function readKept(bytes: Uint8Array): KeptLayer {
  // typed arrays begin at multiples of their size
  const whole = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice();
  const head = readHead(whole);
  let at = aligned(PREFIX + head.headBytes);
  const take = <Numbers>(kind: NumbersOf<Numbers>, length: number): Numbers => {
    const end = at + length * kind.BYTES_PER_ELEMENT;
    if (!(Number.isInteger(length) && length >= 0 && end <= whole.length)) {
      throw new RangeError('Cannot read kept layer: it is cut short');
    }
    const numbers = new kind(whole.buffer as ArrayBuffer, whole.byteOffset + at, length);
    at = aligned(end);
    return numbers;
  };
  const columns = Object.fromEntries(
    NAMES.map((name, i) => [name, take<ArrayBufferView>(COLUMNS[name], head.lengths[i] ?? -1)]),
  ) as unknown as Pick<FlatLayer, Column>;
  const layer: FlatLayer = {
    ...columns,
    count: columns.keys.length,
    attributes: head.attributes,
    fieldTypes: head.fieldTypes,
  };
  const tiles = head.tiles.map(([zoom, count]): [number, KeptTiles] => {
    return [zoom, { positions: take(Uint32Array, count), homes: take(Uint32Array, count) }];
  });
  const drops = head.drops.map(([zoom, tile, count]): Drop => {
    return { zoom, tile, features: take(Uint32Array, count) };
  });
  take(Uint8Array, ALIGN);
  const { stamp, note, maxZoom } = head;
  return { stamp, note, maxZoom, layer, tiles: new Map(tiles), drops };
}

type NumbersOf<Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, offset: number, length: number): Numbers;
};

function readHead(bytes: Uint8Array): Head & { readonly headBytes: number } {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (bytes.length < PREFIX || magic !== MAGIC) {
    throw new RangeError('Cannot read kept layer: this is none');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headBytes = view.getUint32(MAGIC.length, true);
  const text = new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + headBytes));
  try {
    return { ...(JSON.parse(text) as Head), headBytes };
  } catch (cause) {
    throw new RangeError('Cannot read kept layer: its head is damaged', { cause });
  }
}
