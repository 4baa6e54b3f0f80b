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
    this.array = this.array.slice(0, 0) as Numbers;
    this.length = 0;
  }
}

/** The array with room for `needed` numbers and a few more. */
export function grown<Numbers extends Column>(array: Numbers, needed: number): Numbers {
  const length = Math.max(needed, 2 * Math.ceil(array.length * 0.75));
  const larger = new (array.constructor as new (length: number) => Numbers)(length);
  larger.set(array as never);
  return larger;
}
