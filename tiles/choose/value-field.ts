import { varintSize } from '../encode/bytes.ts';

/** A text (its UTF-8), a number (eight bytes of `putNumber`) or a flag (one byte). */
export type ValueKind = 0 | 1 | 2;

/** A value in a pool of bytes. */
type Span = { readonly kind: ValueKind; readonly from: number; readonly to: number };

/** Least integer whose zigzag form every reader still holds exactly. */
const LEAST_ZIGZAG = -(2 ** 52);

/** Field 4 of a layer, a message; fields of Value. Source: MVT 2.1 §4.1, §4.4. */
const VALUES = 0x22;
const STRING = 0x0a;
const DOUBLE = 0x19;
const UNSIGNED = 0x28;
const SIGNED = 0x30;
const BOOLEAN = 0x38;

const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number >= LEAST_ZIGZAG;
const zigzag = (number: number): number => (number < 0 ? -2 * number - 1 : number);

/** Bytes a value takes as a `values` field of a tile's layer. */
export function valueSize(pool: Uint8Array, { kind, from, to }: Span): number {
  if (kind === 2) return 4;
  if (kind === 1) {
    const number = numberAt(pool, from);
    return isWhole(number) ? 3 + varintSize(zigzag(number)) : 11;
  }
  const inner = 1 + varintSize(to - from) + to - from;
  return 1 + varintSize(inner) + inner;
}

/** Write a value as a `values` field; there must be room for its size. */
export function writeValue(
  pool: Uint8Array,
  { kind, from, to }: Span,
  { bytes, at }: { bytes: Uint8Array; at: number },
): void {
  let next = at;
  bytes[next++] = VALUES;
  if (kind === 2) bytes.set([2, BOOLEAN, pool[from] as number], next);
  else if (kind === 1) writeNumber(pool, from, { bytes, at: next });
  else {
    next = putVarint(bytes, next, 1 + varintSize(to - from) + to - from);
    bytes[next++] = STRING;
    next = putVarint(bytes, next, to - from);
    for (let i = from; i < to; i++) bytes[next++] = pool[i] as number;
  }
}

function writeNumber(
  pool: Uint8Array,
  from: number,
  { bytes, at }: { bytes: Uint8Array; at: number },
): void {
  const number = numberAt(pool, from);
  if (!isWhole(number)) {
    bytes[at] = 9;
    bytes[at + 1] = DOUBLE;
    double.setFloat64(0, number, true);
    for (let i = 0; i < 8; i++) bytes[at + 2 + i] = double.getUint8(i);
    return;
  }
  const coded = zigzag(number);
  bytes[at] = 1 + varintSize(coded);
  bytes[at + 1] = number < 0 ? SIGNED : UNSIGNED;
  putVarint(bytes, at + 2, coded);
}

const double = new DataView(new ArrayBuffer(8));

/** A value as it stands in a `values` field: a text by its place, the others as they are. */
export type FieldValue =
  | { readonly text: true; readonly from: number }
  | { readonly text: false; readonly value: number | boolean };

/** Read a `values` field that `writeValue` wrote. */
export function readValue(bytes: Uint8Array, from: number, to: number): FieldValue {
  const tagAt = afterVarint(bytes, from + 1);
  const tag = bytes[tagAt] as number;
  if (tag === STRING) return { text: true, from: afterVarint(bytes, tagAt + 1) };
  if (tag === BOOLEAN) return { text: false, value: bytes[tagAt + 1] === 1 };
  if (tag === DOUBLE) {
    for (let i = 0; i < 8; i++) double.setUint8(i, bytes[tagAt + 1 + i] as number);
    return { text: false, value: double.getFloat64(0, true) };
  }
  let coded = 0;
  for (let at = to - 1; at > tagAt; at--) coded = coded * 128 + ((bytes[at] as number) & 127);
  return { text: false, value: tag === SIGNED ? -(coded + 1) / 2 : coded };
}

function afterVarint(bytes: Uint8Array, start: number): number {
  let at = start;
  while ((bytes[at] as number) > 127) at++;
  return at + 1;
}

/** Write a number as eight bytes that stand in the order of numbers when compared one by one. */
export function putNumber(bytes: Uint8Array, at: number, number: number): void {
  double.setFloat64(0, number);
  const flip = double.getUint8(0) > 127 ? 0xff : 0;
  for (let i = 0; i < 8; i++) bytes[at + i] = double.getUint8(i) ^ flip;
  // IEEE 754: what is negative has its bits turned, what is not only its sign
  if (!flip) bytes[at] = (bytes[at] as number) | 0x80;
}

/** The number `putNumber` wrote. */
export function numberAt(bytes: Uint8Array, at: number): number {
  const flip = (bytes[at] as number) > 127 ? 0 : 0xff;
  for (let i = 0; i < 8; i++) double.setUint8(i, (bytes[at + i] as number) ^ flip);
  if (!flip) double.setUint8(0, (bytes[at] as number) & 0x7f);
  return double.getFloat64(0);
}

function putVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at++] = rest;
  return at;
}
