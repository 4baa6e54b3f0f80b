import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { expect, it } from 'vitest';
import { Dictionary, type TagValue } from './dictionary.ts';
import { inPrivate } from './flat-layer.ts';

/** Read value fields with a library: a layer of one feature for each value. */
function decode(fields: Uint8Array, count: number): unknown[] {
  const name = [0x0a, 1, 0x6c];
  const key = [0x1a, 1, 0x6b];
  const features = Array.from({ length: count }, (_, i) => [0x12, 4, 0x12, 2, 0, i]).flat();
  const layer = [...name, ...features, ...key, ...fields, 0x78, 2];
  const length = [
    (layer.length & 127) | 128,
    ((layer.length >> 7) & 127) | 128,
    layer.length >> 14,
  ];
  const { layers } = new VectorTile(new PbfReader(Uint8Array.from([0x1a, ...length, ...layer])));
  return Array.from({ length: count }, (_, i) => layers.l?.feature(i).properties.k);
}

it('Dictionary.sort() numbers texts, then numbers, then flags, each once, in order', () => {
  const dictionary = new Dictionary();
  const given: TagValue[] = [true, 3, 'b', -1.5, 'a', 3, false, 'b', 0, -0];
  const numbers = given.map((value) => dictionary.numberOf(value));
  const { places, valueStarts, valueBytes } = dictionary.sort(inPrivate);
  const sorted = ['a', 'b', -1.5, 0, 3, false, true];
  expect(decode(valueBytes, sorted.length)).toEqual(sorted);
  expect(valueStarts.length).toBe(sorted.length + 1);
  const byPlace = numbers.map((number) => sorted[places[number] as number]);
  expect(byPlace).toEqual(given.map((value) => (value === 0 ? 0 : value)));
});

it('Dictionary.sort() writes every value as other readers read it', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ minLength: 100, maxLength: 300 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(value, { maxLength: 12, selector: (v) => (v === 0 ? 0 : v) }),
      (values) => {
        const dictionary = new Dictionary();
        const numbers = values.map((v) => dictionary.numberOf(v));
        const { places, valueBytes } = dictionary.sort(inPrivate);
        const decoded = decode(valueBytes, values.length);
        const back = numbers.map((number) => decoded[places[number] as number]);
        const tidy = values.map((v) => (v === 0 ? 0 : v));
        expect(back).toEqual(tidy);
      },
    ),
  );
});
