import type { Biff } from './records.ts';

const WIDE = 1;
const [HAS_EXTENSION, HAS_RUNS] = [4, 8];

/**
 * Reads through a record and its continuations as one. Where the characters of a text go on in a
 * CONTINUE record, that record begins with a byte that says anew how wide they are.
 */
export class BiffReader {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at: number;

  constructor({ data, more }: Pick<Biff, 'data' | 'more'>, at = 0) {
    this.#pieces = [data, ...more];
    this.#at = at;
  }

  /** True when nothing is left to read. */
  get isDone(): boolean {
    return this.#current() === undefined;
  }

  uint8(): number {
    const piece = this.#current();
    if (!piece) throw new RangeError('a text of the workbook is cut short');
    this.#at += 1;
    return piece[this.#at - 1] ?? 0;
  }

  uint16(): number {
    const low = this.uint8();
    return low + this.uint8() * 256;
  }

  uint32(): number {
    const low = this.uint16();
    return low + this.uint16() * 65_536;
  }

  skip(count: number): void {
    let left = count;
    for (let piece = this.#current(); left > 0; piece = this.#current()) {
      if (!piece) throw new RangeError('a text of the workbook is cut short');
      const step = Math.min(left, piece.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A text with its length, flags, and the runs and readings that may follow it. Source: [MS-XLS] §2.5.293. */
  richText(): string {
    const length = this.uint16();
    const flags = this.uint8();
    const runs = (flags & HAS_RUNS) === 0 ? 0 : this.uint16();
    const extension = (flags & HAS_EXTENSION) === 0 ? 0 : this.uint32();
    const text = this.#characters(length, (flags & WIDE) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  /** A text of `length` characters with its flags before it. */
  text(length: number): string {
    const flags = this.uint8();
    return this.#characters(length, (flags & WIDE) !== 0);
  }

  #characters(length: number, isWideAtFirst: boolean): string {
    let isWide = isWideAtFirst;
    let text = '';
    while (text.length < length) {
      if (this.#isAtEnd()) isWide = this.#nextPiece();
      text += this.#run(length - text.length, isWide);
    }
    return text;
  }

  /** As many characters as this piece holds, at most `most`. */
  #run(most: number, isWide: boolean): string {
    const piece = this.#pieces[this.#piece];
    const size = isWide ? 2 : 1;
    const count = Math.min(most, Math.floor(((piece?.length ?? 0) - this.#at) / size));
    if (!piece || count <= 0) throw new RangeError('a text of the workbook is cut short');
    const start = this.#at;
    this.#at += count * size;
    return piece.toString(isWide ? 'utf16le' : 'latin1', start, this.#at);
  }

  #isAtEnd(): boolean {
    return this.#at >= (this.#pieces[this.#piece]?.length ?? 0);
  }

  /** On to the continuation; its first byte says how wide its characters are. */
  #nextPiece(): boolean {
    this.#piece += 1;
    this.#at = 1;
    const flags = this.#pieces[this.#piece]?.[0];
    if (flags === undefined) throw new RangeError('a text of the workbook is cut short');
    return (flags & WIDE) !== 0;
  }

  #current(): Buffer | undefined {
    while (this.#at >= (this.#pieces[this.#piece]?.length ?? Number.POSITIVE_INFINITY)) {
      this.#piece += 1;
      this.#at = 0;
    }
    return this.#pieces[this.#piece];
  }
}
