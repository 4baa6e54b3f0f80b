import type { Allocate, FlatLayer } from '../choose/flat-layer.ts';

/** The values of a layer, in the order every tile sorts them by. */
export type Values = Pick<FlatLayer, 'valueBytes' | 'valueStarts'>;

/** Two tables of values made one. */
export type MergedValues = Values & {
  /** Value of the first → value of both. */
  readonly firstPlaces: Uint32Array;
  readonly secondPlaces: Uint32Array;
};

/** Kinds of MVT values in the order of the table: texts, numbers, false and true. */
const TEXT = 0;
const NUMBER = 1;
const FLAG = 2;

/** Tags of the message Value, MVT 2.1 §4.1. */
const DOUBLE_TAG = 0x19;
const SIGNED_TAG = 0x30;
const TEXT_TAG = 0x0a;
const FLAG_TAG = 0x38;

/**
 * Merge two tables of values into the one a layer of both would have.
 *
 * @param used value of the first → 1 when it is still needed; the others are left out
 */
export function mergeValues(
  first: Values,
  second: Values,
  by: { readonly used: Uint8Array; readonly allocate: Allocate },
): MergedValues {
  const firstCount = first.valueStarts.length - 1;
  const secondCount = second.valueStarts.length - 1;
  const firstPlaces = new Uint32Array(firstCount);
  const secondPlaces = new Uint32Array(secondCount);
  const out = new TableWriter(first, second);
  let next = 0;
  const keepUpTo = (end: number): void => {
    while (next < end) {
      while (next < end && !by.used[next]) next++;
      const from = next;
      const shift = out.count - from;
      for (; next < end && by.used[next]; next++) firstPlaces[next] = next + shift;
      out.addRun(first, from, next);
    }
  };
  for (let value = 0; value < secondCount; value++) {
    const at = lowerBound(first, second, { value, from: next });
    keepUpTo(at);
    const place = out.count;
    out.addRun(second, value, value + 1);
    secondPlaces[value] = place;
    if (at >= firstCount || compareValues(first, at, second, value) !== 0) continue;
    firstPlaces[at] = place;
    next = at + 1;
  }
  keepUpTo(firstCount);
  return { ...out.finish(by.allocate), firstPlaces, secondPlaces };
}

/** Copies values of two tables into one, neighbours of a table together. */
class TableWriter {
  count = 0;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  #length = 0;

  constructor(first: Values, second: Values) {
    this.#bytes = new Uint8Array(first.valueBytes.length + second.valueBytes.length);
    this.#starts = new Uint32Array(first.valueStarts.length + second.valueStarts.length);
  }

  addRun({ valueBytes, valueStarts }: Values, from: number, to: number): void {
    const start = valueStarts[from] as number;
    const end = valueStarts[to] as number;
    const shift = this.#length - start;
    for (let value = from; value < to; value++) {
      this.#starts[++this.count] = (valueStarts[value + 1] as number) + shift;
    }
    this.#bytes.set(valueBytes.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  finish(allocate: Allocate): Values {
    const valueBytes = new Uint8Array(allocate(this.#length));
    valueBytes.set(this.#bytes.subarray(0, this.#length));
    const valueStarts = new Uint32Array(allocate(4 * (this.count + 1)));
    valueStarts.set(this.#starts.subarray(0, this.count + 1));
    return { valueBytes, valueStarts };
  }
}

/** First value of a table, from one on, that is not less than one of another. */
function lowerBound(
  table: Values,
  other: Values,
  { value, from }: { readonly value: number; readonly from: number },
): number {
  let low = from;
  let high = table.valueStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareValues(table, middle, other, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Less than 0 when value `a` of a table comes before value `b` of another; 0 when they are equal. */
export function compareValues(first: Values, a: number, second: Values, b: number): number {
  const one = contentOf(first, a);
  const two = contentOf(second, b);
  if (one.kind !== two.kind) return one.kind - two.kind;
  if (one.kind === TEXT) return Buffer.compare(one.bytes, two.bytes);
  return numberOf(one) - numberOf(two);
}

type Content = { readonly kind: number; readonly tag: number; readonly bytes: Uint8Array };

/** What a `values` field holds, its tags and lengths taken off. */
function contentOf({ valueBytes, valueStarts }: Values, value: number): Content {
  const end = valueStarts[value + 1] as number;
  const tagAt = afterVarint(valueBytes, (valueStarts[value] as number) + 1);
  const tag = valueBytes[tagAt] as number;
  const from = tag === TEXT_TAG ? afterVarint(valueBytes, tagAt + 1) : tagAt + 1;
  return { kind: kindOf(tag), tag, bytes: valueBytes.subarray(from, end) };
}

const kindOf = (tag: number): number =>
  tag === TEXT_TAG ? TEXT : tag === FLAG_TAG ? FLAG : NUMBER;

function afterVarint(bytes: Uint8Array, start: number): number {
  let at = start;
  while ((bytes[at] as number) > 127) at++;
  return at + 1;
}

function numberOf({ tag, bytes }: Content): number {
  if (tag === DOUBLE_TAG) {
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  }
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
  }
  return tag === SIGNED_TAG ? -(value + 1) / 2 : value;
}

/** What a value is, as `vector_layers` names it. */
export function typeOfValue(values: Values, value: number): 'String' | 'Number' | 'Boolean' {
  const { kind } = contentOf(values, value);
  return kind === TEXT ? 'String' : kind === NUMBER ? 'Number' : 'Boolean';
}
