import { grown } from '../choose/growing.ts';

/** A growing run of bytes with the integers of Protocol Buffers. */
export class Bytes {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  /** Make room for more bytes; what is written next fits. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    this.bytes = grown(this.bytes, needed);
  }

  byte(byte: number): void {
    this.bytes[this.length++] = byte;
  }

  /** A whole number from 0 to 2^53 − 1; room must be there (8 bytes at most). */
  varint(value: number): void {
    const { bytes } = this;
    let at = this.length;
    let rest = value;
    while (rest > 0x7fffffff) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.length = at;
  }

  /** Copy part of other bytes; room must be there. */
  copy(source: Uint8Array, from: number, to: number): void {
    const { bytes } = this;
    let at = this.length;
    if (to - from > 64) bytes.set(source.subarray(from, to), at);
    else for (let i = from; i < to; i++) bytes[at++] = source[i] as number;
    this.length += to - from;
  }
}

/** Bytes a whole number takes as a varint. */
export function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  let size = 4;
  for (let rest = value / 0x10000000; rest >= 1; rest /= 128) size++;
  return size;
}

/** A field of Protocol Buffers: its tag, its length and what it holds. */
export function fieldOf(tag: number, content: Uint8Array): Uint8Array {
  const field = new Bytes(content.length + 16);
  field.byte(tag);
  field.varint(content.length);
  field.copy(content, 0, content.length);
  return field.bytes.subarray(0, field.length);
}

/** Write an unsigned 32-bit varint. @returns where the next byte goes */
export function putVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}
