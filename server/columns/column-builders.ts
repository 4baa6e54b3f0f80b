import { dateNumber } from '#data/query/filter.ts';
import type { AttributeType, AttributeValue } from '#data/schema/attribute.ts';
import { type Codes, type Column, NO_DATE, NOT_STATED } from './column.ts';
import { dictionaryOf, shortened } from './dictionary.ts';

/** Takes the values of one attribute, feature by feature, in order; those that do not state it are left out. */
export type ColumnBuilder = {
  /** @param index place of the feature in its edition */
  readonly add: (index: number, value: AttributeValue) => void;
  /** The column; nothing may be added after. */
  readonly finish: () => Column;
};

/**
 * Begin a column.
 *
 * @param size how many features the edition has
 */
export function columnBuilder(type: AttributeType, size: number): ColumnBuilder {
  switch (type) {
    case 'integer':
    case 'decimal':
      return numberBuilder(size);
    case 'date':
      return dateBuilder(size);
    case 'list':
      return listBuilder(size);
    default:
      return textBuilder(size);
  }
}

function numberBuilder(size: number): ColumnBuilder {
  const values = new Float64Array(size).fill(Number.NaN);
  return {
    add(index, value) {
      if (typeof value === 'number') values[index] = value;
    },
    finish: () => ({ kind: 'number', values }),
  };
}

function dateBuilder(size: number): ColumnBuilder {
  const values = new Int32Array(size).fill(NOT_STATED);
  return {
    add(index, value) {
      values[index] = dateNumber(String(value)) ?? NO_DATE;
    },
    finish: () => ({ kind: 'date', values }),
  };
}

/** Numbers texts as they come. */
function numbering() {
  const known = new Map<string, number>();
  return {
    numberOf(text: string): number {
      const kept = shortened(text);
      const number = known.get(kept) ?? known.size;
      if (number === known.size) known.set(kept, number);
      return number;
    },
    finish: () => dictionaryOf([...known.keys()]),
  };
}

function textBuilder(size: number): ColumnBuilder {
  const given = new Uint32Array(size);
  const texts = numbering();
  return {
    add(index, value) {
      given[index] = texts.numberOf(String(value)) + 1;
    },
    finish() {
      const { dictionary, places } = texts.finish();
      const codes = narrow(places.length, size);
      for (let index = 0; index < size; index++) {
        const number = given[index] as number;
        if (number > 0) codes[index] = (places[number - 1] as number) + 1;
      }
      return { kind: 'text', codes, dictionary };
    },
  };
}

function narrow(texts: number, size: number): Codes {
  if (texts < 0xff) return new Uint8Array(size);
  return texts < 0xffff ? new Uint16Array(size) : new Uint32Array(size);
}

function listBuilder(size: number): ColumnBuilder {
  const starts = new Uint32Array(size + 1);
  const given: number[] = [];
  const texts = numbering();
  return {
    add(index, value) {
      if (typeof value !== 'object') return;
      for (const item of value) given.push(texts.numberOf(item));
      starts[index + 1] = value.length;
    },
    finish() {
      for (let index = 0; index < size; index++) {
        starts[index + 1] = (starts[index + 1] as number) + (starts[index] as number);
      }
      const { dictionary, places } = texts.finish();
      const items = Uint32Array.from(given, (number) => places[number] as number);
      return { kind: 'list', starts, items, dictionary };
    },
  };
}
