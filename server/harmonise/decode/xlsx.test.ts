import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { xlsxOf } from './testing/xlsx.ts';

const text = (reference: string, value: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: string, style = 0) =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (line: number, cells: string, more = '') => `<row r="${line}"${more}>${cells}</row>`;
const header = row(1, text('A1', 'ref') + text('B1', 'value'));

const readSheet = (rows: string, after = '') =>
  read(xlsxOf([{ name: 'Data', rows: header + rows, after }]), 'a.xlsx');

describe('decodeXlsx()', () => {
  it('reads shared and inline text, numbers, dates, times and flags', () => {
    const cells = `<c r="A2" t="s"><v>0</v></c>${number('B2', '45322', 1)}`;
    const more = row(3, `${number('A3', '0.3125', 2)}<c r="B3" t="b"><v>1</v></c>`);
    const found = read(
      xlsxOf([{ name: 'Data', rows: header + row(2, cells) + more }], ['Mill &amp; Lane']),
      'a.xlsx',
    );
    expect(valuesOf(found)).toEqual([
      ['Mill & Lane', new Date('2024-01-31')],
      ['07:30', true],
    ]);
    expect(found.records.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('places cells by their reference and does not call short rows faulty', () => {
    const found = readSheet(row(2, number('B2', '5')) + row(4, number('A4', '6')));
    expect(valuesOf(found)).toEqual([
      [null, 5],
      [6, null],
    ]);
    expect(found.issues).toEqual([]);
  });

  it('leaves formula errors blank and tells where they are', () => {
    const found = readSheet(
      row(2, `${text('A2', 'x')}<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`),
    );
    expect(valuesOf(found)).toEqual([['x', null]]);
    expect(found.issues).toMatchObject([
      { code: 'table.formula-errors', line: 2, value: '#DIV/0!' },
    ]);
  });

  it('gives the value of cells merged downwards to each row', () => {
    const rows = row(2, text('A2', 'North') + number('B2', '1')) + row(3, number('B3', '2'));
    const found = readSheet(rows, '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>');
    expect(valuesOf(found)).toEqual([
      ['North', 1],
      ['North', 2],
    ]);
    expect(found.codes).toEqual(['table.merged-cells']);
  });

  it('takes every sheet that holds a table as a layer and tells of hidden ones', () => {
    const rows = header + row(2, number('A2', '1') + number('B2', '2'), ' hidden="1"');
    const found = read(
      xlsxOf([
        { name: 'Data', rows },
        { name: 'Empty', rows: '' },
        { name: 'Lists', rows, state: 'veryHidden' },
      ]),
      'a.xlsx',
    );
    expect('layers' in found.file && found.file.layers.map(({ name }) => name)).toEqual([
      'Data',
      'Lists',
    ]);
    expect(found.codes.filter((code) => code === 'table.hidden-rows-or-sheets')).toHaveLength(3);
  });

  it('keeps long numbers whole', () => {
    const found = readSheet(
      row(2, number('A2', '12345678901234567890') + number('B2', '100012345678')),
    );
    expect(valuesOf(found)).toEqual([['12345678901234567890', 100012345678]]);
  });
});

it('decodeXlsx() lists what cells say of the licence, wherever they stand', () => {
  const note = 'Licensed under the Open Government Licence v3.0';
  const book = xlsxOf(
    [
      {
        name: 'Data',
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>',
      },
      { name: 'Notes', rows: '<row r="1"><c r="A1" t="s"><v>2</v></c></row>' },
    ],
    ['ref', 'Premises licence', note],
  );
  const { file } = read(book, 'a.xlsx');
  expect('layers' in file && file.licenceStatements).toEqual([
    { text: note, where: 'a cell of the workbook' },
  ]);
});
