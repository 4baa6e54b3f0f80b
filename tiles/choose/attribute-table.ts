import type { FieldType } from './flat-layer.ts';

/** Types a value of an attribute may have, a bit each. */
const TYPE_BITS = { string: 1, number: 2, boolean: 4 } as const;
export type TagType = keyof typeof TYPE_BITS;

export const isTagType = (type: string): type is TagType => type in TYPE_BITS;

/** The attributes of a layer by number, and the types of the values they were met with. */
export class AttributeTable {
  readonly names: string[];
  /** Whether every property becomes an attribute, as they come. */
  readonly every: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #types: number[] = [];

  /** @param names properties to keep, in this order; all when left out */
  constructor(names?: readonly string[]) {
    this.every = names === undefined;
    this.names = [...(names ?? [])];
    this.names.forEach((name, number) => {
      this.#numbers.set(name, number);
    });
  }

  /** The number of an attribute that has a value of this type. */
  numberOf(name: string, type: TagType): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    this.#types[number] = (this.#types[number] ?? 0) | TYPE_BITS[type];
    return number;
  }

  /** What the values of each attribute were. */
  fieldTypes(): FieldType[] {
    return this.names.map((_, number) => {
      const bits = this.#types[number] ?? 0;
      if (bits === TYPE_BITS.number) return 'Number';
      return bits === TYPE_BITS.boolean ? 'Boolean' : 'String';
    });
  }
}
