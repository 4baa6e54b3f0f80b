import { expect, it } from 'vitest';
import type { DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import { editLayers } from './edits.ts';

const layer: DecodedLayer = {
  name: 'sites',
  columns: ['Ref', 'Site', 'Contact', 'Born', 'Postcode'],
  spatial: false,
  *records() {
    yield { line: 2, values: ['S1', 'Mill', 'jane@gmail.com', '3 May 1961', 'OL16 1AB'] };
    yield { line: 3, values: ['S2', 'Depot', 'Reception desk', 'unknown', 'nowhere'] };
  },
};
const read = (
  source: Parameters<typeof editLayers>[1],
): { columns: readonly string[]; rows: RawRecord[] } => {
  const [edited = layer] = editLayers([layer], source);
  return { columns: edited.columns, rows: [...edited.records(() => undefined)] };
};

it('editLayers() leaves a layer alone when nothing was decided', () => {
  expect(editLayers([layer])).toEqual([layer]);
});

it('editLayers() drops a column so that nothing after it sees one', () => {
  const { columns, rows } = read({ redact: [{ column: 'Contact', how: 'drop' }] });
  expect(columns).toEqual(['Ref', 'Site', 'Born', 'Postcode']);
  expect(rows[0]?.values).toEqual(['S1', 'Mill', '3 May 1961', 'OL16 1AB']);
});

it('editLayers() empties cells that reach a person, keeps years and halves of postcodes', () => {
  const { rows } = read({
    redact: [
      { column: 'Contact', how: 'blank' },
      { column: 'Born', how: 'year' },
      { column: 'Postcode', how: 'outcode' },
    ],
  });
  expect(rows.map(({ values }) => values.slice(2))).toEqual([
    ['', '1961', 'OL16'],
    ['Reception desk', '', ''],
  ]);
});

it('editLayers() keeps records a file lost, with the day they ended, until it holds them again', () => {
  const ended = [
    { record: { Ref: 'S9', Site: 'Old works' }, by: ['Ref'], on: '2017-11-29' },
    { record: { Ref: 's1', Site: 'Mill' }, by: ['Ref'], on: '2017-11-29' },
  ];
  const { columns, rows } = read({ ended });
  expect(columns.at(-1)).toBe('EndDate');
  expect(rows.map(({ line, values }) => [line, values[0], values.at(-1)])).toEqual([
    [2, 'S1', null],
    [3, 'S2', null],
    [4, 'S9', '2017-11-29'],
  ]);
});
