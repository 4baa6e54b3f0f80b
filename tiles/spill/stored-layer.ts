import {
  type Allocate,
  COLUMN_NAMES,
  COLUMNS,
  type FieldType,
  type FlatLayer,
} from '../choose/flat-layer.ts';
import { released } from '../choose/growing.ts';
import type { SpillFile } from '../options.ts';

/** A stretch of a layer, with the numbers its features have in the whole. */
export type Stretch = { readonly layer: FlatLayer; readonly ids: Uint32Array };

/** Where a stretch lies in a file. */
export type StoredStretch = {
  readonly at: number;
  readonly bytes: number;
  readonly count: number;
  /** Numbers in each column, in the order of `COLUMN_NAMES`. */
  readonly lengths: readonly number[];
  /** Hilbert positions at zoom 16 of its first and last feature. */
  readonly first: number;
  readonly last: number;
};

/** What all stretches of a layer have in common. */
export type Attributes = {
  readonly attributes: readonly string[];
  readonly fieldTypes: readonly FieldType[];
};

/** Columns begin at multiples of this, as typed arrays must. */
const ALIGN = 8;
const aligned = (at: number): number => Math.ceil(at / ALIGN) * ALIGN;
const PADDING = new Uint8Array(ALIGN);

/** Write a stretch at the end of a file. */
export function store(file: SpillFile, { layer, ids }: Stretch): StoredStretch {
  let end = file.append(PADDING.subarray(0, 0));
  const at = end;
  for (const numbers of [...COLUMN_NAMES.map((name) => layer[name]), ids]) {
    file.append(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    file.append(PADDING.subarray(0, aligned(numbers.byteLength) - numbers.byteLength));
    end += aligned(numbers.byteLength);
  }
  return {
    at,
    bytes: end - at,
    count: layer.count,
    lengths: COLUMN_NAMES.map((name) => layer[name].length),
    first: layer.positions[0] ?? 0,
    last: layer.positions[layer.count - 1] ?? 0,
  };
}

/** Read a stretch into one piece of memory; its arrays are views of that. */
export function load(
  file: SpillFile,
  stored: StoredStretch,
  by: Attributes & { readonly allocate: Allocate },
): Stretch {
  const memory = by.allocate(stored.bytes);
  file.read(stored.at, new Uint8Array(memory, 0, stored.bytes));
  let at = 0;
  const columns = Object.fromEntries(
    COLUMN_NAMES.map((name, i) => {
      const Numbers = COLUMNS[name];
      // shared memory is as good, whatever the types say
      const numbers = new Numbers(memory as ArrayBuffer, at, stored.lengths[i]);
      at += aligned(numbers.byteLength);
      return [name, numbers];
    }),
  ) as Pick<FlatLayer, (typeof COLUMN_NAMES)[number]>;
  const { attributes, fieldTypes } = by;
  const layer = { ...columns, count: stored.count, attributes, fieldTypes };
  return { layer, ids: new Uint32Array(memory, at, stored.count) };
}

/** Give a stretch's private memory back at once. */
export function free({ layer, ids }: Stretch): void {
  const arrays = [...COLUMN_NAMES.map((name) => layer[name]), ids] as Uint8Array[];
  // arrays may be views of one piece of memory
  for (const numbers of arrays) if (!isFree(numbers)) released(numbers);
}

const isFree = ({ buffer }: ArrayBufferView): boolean => buffer.byteLength === 0;
