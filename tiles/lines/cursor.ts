import { isUtf8 } from 'node:buffer';

/** Bytes JSON is made of. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
/** `e` and `E`: `byte | 0x20`. */
const EXPONENT = 0x65;

/** Digits that always make an integer a double holds exactly. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/**
 * Reads the simple parts of JSON out of bytes: numbers without exponent, texts without escapes.
 * Every method answers whether it found what it looks for; after a no, nothing is certain but that
 * a real parser must be asked.
 */
export class Cursor {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  end = 0;
  /** Start of the line. */
  start = 0;
  /** The number found last. */
  number = 0;
  /** The text found last, without its quotes. */
  textFrom = 0;
  textTo = 0;
  #checked = false;

  /** Go to a line. */
  enter(bytes: Buffer, start: number, end: number): void {
    this.bytes = bytes;
    this.start = start;
    this.at = start;
    this.end = end;
    this.#checked = false;
  }

  /** Skip white space; the byte that follows. */
  peek(): number {
    const { bytes } = this;
    let byte = bytes[this.at] as number;
    while (byte === SPACE || byte === 0x09 || byte === 0x0d) byte = bytes[++this.at] as number;
    return byte;
  }

  /** Whether this byte follows; it is passed. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at++;
    return true;
  }

  /** Whether these bytes follow at once; they are passed. */
  takeWord(word: Uint8Array): boolean {
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word[i]) return false;
    this.at += word.length;
    return true;
  }

  takeText(): boolean {
    if (!this.take(QUOTE)) return false;
    const { bytes, end } = this;
    let at = this.at;
    let all = 0;
    let byte = bytes[at] as number;
    while (byte !== QUOTE) {
      if (byte < SPACE || byte === BACKSLASH || at >= end) return false;
      all |= byte;
      byte = bytes[++at] as number;
    }
    this.textFrom = this.at;
    this.textTo = at;
    this.at = at + 1;
    return all < 0x80 || this.#isWellFormed();
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, runs for every coordinate of a file
  takeNumber(): boolean {
    const { bytes } = this;
    const sign = this.peek() === MINUS ? -1 : 1;
    const first = sign < 0 ? this.at + 1 : this.at;
    let at = first;
    let mantissa = 0;
    let digit = (bytes[at] as number) - ZERO;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = (bytes[++at] as number) - ZERO;
    }
    const whole = at - first;
    if (whole === 0 || (whole > 1 && bytes[first] === ZERO)) return false;
    let places = 0;
    if (bytes[at] === POINT) {
      const point = at;
      digit = (bytes[++at] as number) - ZERO;
      while (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digit = (bytes[++at] as number) - ZERO;
      }
      places = at - point - 1;
      if (places === 0) return false;
    }
    if (((bytes[at] as number) | SPACE) === EXPONENT) return false;
    // both are exact, so the quotient is the nearest double, as a parser must find it
    const exact = whole + places <= EXACT_DIGITS;
    const size = exact ? mantissa / (POWERS[places] as number) : Number(this.#ascii(first, at));
    this.number = sign * size;
    this.at = at;
    return size < Infinity;
  }

  #ascii(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to);
  }

  #isWellFormed(): boolean {
    this.#checked ||= isUtf8(this.bytes.subarray(this.start, this.end));
    return this.#checked;
  }
}
