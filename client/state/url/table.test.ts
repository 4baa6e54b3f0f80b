import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LIST_WIDTHS, type Table } from '../columns.ts';
import { readTable, writeTable } from './table.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/u);
const layerId = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/u);
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);

/** Any layout an address can hold, in the shape `readTable` gives: nothing as at the start. */
const anyTable: fc.Arbitrary<Table | undefined> = fc
  .record(
    {
      layer: layerId,
      sort: fc.record({ by: name, descending: fc.boolean() }),
      columns: fc.dictionary(layerId, fc.uniqueArray(name, { maxLength: 4 }), {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
      page: fc.integer({ min: 1, max: 99_999 }),
      width: fc.constantFrom(...LIST_WIDTHS),
      from: fc.record({
        point: fc.tuple(degrees(180), degrees(85)),
        title: fc.string({ unit: 'grapheme' }),
      }),
    },
    { requiredKeys: [] },
  )
  .map((table) => (Object.keys(table).length === 0 ? undefined : table));

const read = (text: string) => readTable(new URLSearchParams(text));

it('readTable() gives back whatever writeTable() wrote', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const text = writeTable(table).filter((each) => each !== undefined);
      expect(read(text.join('&'))).toEqual(table);
    }),
  );
});

it('readTable() never throws, whatever the address holds', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      read(`list=${text}&sort=${text}&columns=${text}&page=${text}&width=${text}&from=${text}`);
    }),
  );
  expect(read('page=0&page=-1&sort=--&from=91,200&columns=~&list=..')).toBeUndefined();
});

it('writeTable() stays readable', () => {
  const table: Table = {
    layer: 'sewer.ogl-uk-3-0',
    sort: { by: 'depth-m', descending: true },
    columns: { 'sewer.ogl-uk-3-0': ['depth-m', 'system'] },
    page: 2,
    from: { point: [-2.3, 53.4], title: 'Sale' },
  };
  expect(writeTable(table).filter(Boolean).join('&')).toBe(
    'list=sewer.ogl-uk-3-0&sort=-depth-m&columns=sewer.ogl-uk-3-0~depth-m,system&page=3&from=53.4,-2.3,Sale',
  );
});
