/** Reads a table's bytes in order. Every read is bounds-checked: RangeError outside the bytes. */
export class GdbBytes {
  readonly #buffer: Buffer;
  at: number;

  constructor(buffer: Buffer, at: number) {
    this.#buffer = buffer;
    this.at = at;
  }

  #step(size: number): number {
    const from = this.at;
    if (size < 0 || from + size > this.#buffer.length)
      throw new RangeError('a value lies outside the file');
    this.at = from + size;
    return from;
  }

  byte = (): number => this.#buffer.readUInt8(this.#step(1));
  int16 = (): number => this.#buffer.readInt16LE(this.#step(2));
  uint16 = (): number => this.#buffer.readUInt16LE(this.#step(2));
  int32 = (): number => this.#buffer.readInt32LE(this.#step(4));
  uint32 = (): number => this.#buffer.readUInt32LE(this.#step(4));
  int64 = (): bigint => this.#buffer.readBigInt64LE(this.#step(8));
  float = (): number => this.#buffer.readFloatLE(this.#step(4));
  double = (): number => this.#buffer.readDoubleLE(this.#step(8));

  slice(size: number): Buffer {
    const from = this.#step(size);
    return this.#buffer.subarray(from, from + size);
  }

  /** Text of `length` UTF-16 characters. */
  wide = (length: number): string => this.slice(length * 2).toString('utf16le');

  /** Seven bits a byte, lowest first. */
  varuint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError('a number is too long');
  }

  /** As `varuint`; bit 6 of the first byte is the sign. */
  varint(): number {
    const first = this.byte();
    const sign = (first & 0x40) === 0 ? 1 : -1;
    return sign * ((first & 0x3f) + (first < 0x80 ? 0 : this.varuint() * 64));
  }
}
