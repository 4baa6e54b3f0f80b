type Column = Int32Array | Uint32Array | Uint8Array | Float32Array | Float64Array;

/** A list of numbers in one typed array, made larger as it fills: no garbage, no boxed numbers. */
export class Growing<Numbers extends Column> {
  /** The numbers, and room for more after them. */
  array: Numbers;
  length = 0;

  /** @param array what it starts with; its room, not its content */
  constructor(array: Numbers) {
    this.array = array;
  }

  push(number: number): void {
    if (this.length === this.array.length) this.array = grown(this.array, this.length + 1);
    this.array[this.length++] = number;
  }

  /** Give the memory back. */
  free(): void {
    this.array = released(this.array);
    this.length = 0;
  }
}

/** The array with room for `needed` numbers and more; the one given is used up. */
export function grown<Numbers extends Column>(array: Numbers, needed: number): Numbers {
  const length = Math.max(needed, 2 * Math.ceil(array.length * 0.75));
  return moved(array, length);
}

/** Give an array's memory back at once, not when it is found to be garbage; it is used up. */
export function released<Numbers extends Column>(array: Numbers): Numbers {
  return moved(array, 0);
}

function moved<Numbers extends Column>(array: Numbers, length: number): Numbers {
  const Numbers = array.constructor as new (buffer: ArrayBuffer) => Numbers;
  return new Numbers(resized(array.buffer, length * array.BYTES_PER_ELEMENT));
}

/** A buffer of another size with the same content; the memory of the one given is given back at once. */
export function resized(buffer: ArrayBufferLike, bytes: number): ArrayBuffer {
  if (!canTransfer(buffer)) throw new TypeError('Cannot resize memory that is shared');
  return buffer.transfer(bytes);
}

/** ECMAScript 2024, which the types of 2023 do not know. */
type Transferable = ArrayBuffer & { readonly transfer: (bytes: number) => ArrayBuffer };

const canTransfer = (buffer: ArrayBufferLike): buffer is Transferable =>
  buffer instanceof ArrayBuffer && 'transfer' in buffer;
