import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { begin, compoundOf, end, longs, record, shorts, streamOf } from './testing/xls.ts';

/** A workbook as another program writes it. */
function written(
  sheets: Readonly<Record<string, WorkSheet>>,
  more: Partial<WorkBook> = {},
): Buffer {
  const book = { ...utils.book_new(), ...more };
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return write(book, { type: 'buffer', bookType: 'biff8', bookSST: true });
}
const readBook = (...given: Parameters<typeof written>) => read(written(...given), 'a.xls');

const text = (value: string) => [...shorts(value.length), 0, ...Buffer.from(value, 'latin1')];
const label = (row: number, column: number, value: string) =>
  record(0x0204, shorts(row, column, 0), text(value));
const HEADINGS = [label(0, 0, 'ref'), label(0, 1, 'value')];
const readCells = (cells: readonly Buffer[], globals: readonly Buffer[] = []) =>
  read(compoundOf(streamOf(globals, [...HEADINGS, ...cells])), 'a.xls');

describe('decodeXls() on workbooks of another program', () => {
  it('reads texts, numbers, dates, times and flags, with the lines of the sheet', () => {
    const sheet = utils.aoa_to_sheet([
      ['ref', 'laid', 'at', 'width', 'live'],
      ['Café Łódź', 45322, 0.3125, 12.5, true],
      [],
      ['B', 45323.5, 0.5, 1e15, false],
    ]);
    for (const cell of ['B2', 'B4']) (sheet[cell] as { z: string }).z = 'dd/mm/yyyy';
    for (const cell of ['C2', 'C4']) (sheet[cell] as { z: string }).z = 'hh:mm';
    const found = readBook({ Register: sheet });
    expect(found.file).toMatchObject({ format: 'xls', layers: [{ name: 'Register' }] });
    expect(valuesOf(found)).toEqual([
      ['Café Łódź', new Date('2024-01-31'), '07:30', 12.5, true],
      ['B', new Date('2024-02-01T12:00:00Z'), '12:00', 1e15, false],
    ]);
    expect(found.records.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('counts dates from 1904 where the workbook does', () => {
    const sheet = utils.aoa_to_sheet([
      ['ref', 'laid'],
      ['A', 43860],
    ]);
    (sheet.B2 as { z: string }).z = 'dd/mm/yyyy';
    const found = readBook({ Data: sheet }, { Workbook: { WBProps: { date1904: true } } });
    expect(valuesOf(found)[0]?.[1]).toEqual(new Date('2024-01-31'));
  });

  it('gives what formulas came to, and tells of those that came to nothing', () => {
    const sheet = utils.aoa_to_sheet([['ref', 'sum', 'said', 'so']]);
    sheet.A2 = { t: 's', v: 'A' };
    sheet.B2 = { t: 'n', f: '1+1', v: 2 };
    sheet.C2 = { t: 's', f: 'A2&"!"', v: 'A!' };
    sheet.D2 = { t: 'b', f: '1=1', v: true };
    sheet.A3 = { t: 's', v: 'B' };
    sheet.B3 = { t: 'e', v: 0x2a };
    sheet['!ref'] = 'A1:D3';
    const found = readBook({ Data: sheet });
    expect(valuesOf(found)).toEqual([
      ['A', 2, 'A!', true],
      ['B', null, null, null],
    ]);
    expect(found.issues).toMatchObject([{ code: 'table.formula-errors', line: 3, value: '#N/A' }]);
  });

  it('gives merged cells to each row and tells of hidden sheets and columns', () => {
    const sheet = utils.aoa_to_sheet([
      ['ward', 'ref', 'phone'],
      ['North', 1, '0161 496 0000'],
      [null, 2, null],
    ]);
    sheet['!merges'] = [utils.decode_range('A2:A3')];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const found = readBook(
      {
        Data: sheet,
        Lists: utils.aoa_to_sheet([
          ['a', 'b'],
          [1, 2],
        ]),
      },
      { Workbook: { Sheets: [{}, { Hidden: 1 }] }, Props: { Author: 'An author' } },
    );
    expect(valuesOf(found).slice(0, 2)).toEqual([
      ['North', 1, '0161 496 0000'],
      ['North', 2, null],
    ]);
    expect(found.file).toMatchObject({
      layers: [{ name: 'Data' }, { name: 'Lists', isHidden: true }],
    });
    expect(found.codes).toEqual([
      'table.merged-cells',
      'table.hidden-rows-or-sheets',
      'table.hidden-rows-or-sheets',
    ]);
    const hidden = 'hidden' in found.file ? (found.file.hidden ?? []) : [];
    expect(hidden.map(({ kind }) => kind)).toEqual([
      'properties',
      'hidden-columns',
      'hidden-sheet',
    ]);
    expect([...(hidden[0]?.texts() ?? [])]).toEqual([{ label: 'author', text: 'An author' }]);
  });

  it('reads long lists of texts, whole sheets of them', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [
      at,
      at % 3 ? `Straße ${at}` : `Łódź ${at}`,
    ]);
    const found = readBook({ Data: utils.aoa_to_sheet([['ref', 'name'], ...rows]) });
    expect(valuesOf(found)).toEqual(rows);
    expect(found.issues).toEqual([]);
  });
});

describe('decodeXls() on what Excel writes', () => {
  it('reads numbers packed into four bytes, one a record or several', () => {
    const whole = (value: number, hundredth = 0) => longs(((value << 2) | 2 | hundredth) >>> 0);
    const upper = Buffer.alloc(8);
    upper.writeDoubleLE(1.5);
    const found = readCells([
      record(0x027e, shorts(1, 0, 0), whole(-7)),
      record(0x027e, shorts(1, 1, 0), whole(1234, 1)),
      record(0x00bd, shorts(2, 0, 0), whole(9), shorts(0), upper.subarray(4), shorts(1)),
    ]);
    expect(valuesOf(found)).toEqual([
      [-7, 12.34],
      [9, 1.5],
    ]);
  });

  it('reads texts that go on in the next record, in letters of another width', () => {
    const wide = (letters: string) => Buffer.from(letters, 'utf16le');
    const strings = [
      record(0x00fc, longs(3, 3), shorts(6), [0], Buffer.from('abc')),
      // The rest of the first, in two bytes a letter; the second has runs and a reading of its sounds.
      record(0x003c, [1], wide('Łód'), shorts(2), [0x0d], shorts(1), longs(6), wide('Ż')),
      record(0x003c, [1], wide('ó'), [1, 2, 3, 4], [1, 2, 3]),
      record(0x003c, [4, 5, 6], shorts(1), [0], Buffer.from('z')),
    ];
    const shared = (row: number, index: number) => record(0x00fd, shorts(row, 0, 0), longs(index));
    const found = readCells([shared(1, 0), shared(2, 1), shared(3, 2)], strings);
    expect(valuesOf(found).map(([first]) => first)).toEqual(['abcŁód', 'Żó', 'z']);
  });

  it('reads past a chart on the sheet', () => {
    const chart = [begin(32), label(1, 0, 'of the chart'), end];
    expect(valuesOf(readCells([...chart, label(1, 0, 'A'), label(1, 1, 'x')]))).toEqual([
      ['A', 'x'],
    ]);
  });

  it('lists comments with their authors', () => {
    const found = readCells([
      label(1, 0, 'A'),
      label(1, 1, 'x'),
      record(0x005d, shorts(0x15, 0x12, 0x19, 7), longs(0, 0, 0)),
      record(0x01b6, shorts(0, 0, 0, 0, 0, 4, 0, 0, 0)),
      record(0x003c, [0], Buffer.from('Ring')),
      record(0x001c, shorts(1, 0, 0, 7), text('A clerk')),
    ]);
    const [comments] = 'hidden' in found.file ? (found.file.hidden ?? []) : [];
    expect(comments?.kind).toBe('comments');
    expect([...(comments?.texts() ?? [])]).toEqual([
      { line: 2, label: 'author', text: 'A clerk' },
      { line: 2, label: 'comment', text: 'Ring' },
    ]);
  });
});

describe('decodeXls() on workbooks it does not read', () => {
  const first = (bytes: Uint8Array) => read(bytes, 'a.xls').issues[0];

  it('says what to do with one of Excel 95', () => {
    const old = write(
      { SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet([['a']]) } },
      { type: 'buffer', bookType: 'biff5' },
    );
    expect(first(old)).toMatchObject({ code: 'file.unsupported' });
    expect(first(old)?.message).toContain('save it as .xlsx');
  });

  it('tells one under a password from a damaged one', () => {
    const locked = streamOf([record(0x002f, shorts(1, 1, 1))], HEADINGS);
    expect(first(compoundOf(locked))).toMatchObject({ code: 'file.encrypted' });
    expect(first(compoundOf(Buffer.alloc(100, 7)))).toMatchObject({ code: 'file.corrupt' });
  });

  it('tells another document that has a workbook inside', () => {
    const file = compoundOf(streamOf([], HEADINGS), { name: 'ObjectPool' });
    const found = first(Buffer.concat([file, Buffer.from('Workbook', 'utf16le')]));
    expect(found).toMatchObject({ code: 'fetch.not-data-format' });
  });
});

describe('decodeXls() on workbooks made to harm', () => {
  const stream = streamOf([], [...HEADINGS, label(1, 0, 'A'), label(1, 1, 'x')]);
  const harmed = (lies: Parameters<typeof compoundOf>[1]) =>
    read(compoundOf(stream, lies), 'a.xls');

  it('follows no circle: of sectors, of lists of them, of entries', () => {
    expect(valuesOf(harmed({ next: { 2: 2 } }))).toEqual([['A', 'x']]);
    expect(valuesOf(harmed({ firstList: 0 }))).toEqual([['A', 'x']]);
    expect(valuesOf(harmed({ left: 1 }))).toEqual([['A', 'x']]);
  });

  it('believes no size: of a stream, of the list of texts', () => {
    expect(valuesOf(harmed({ size: 0xfffffff0 }))).toEqual([['A', 'x']]);
    const strings = record(0x00fc, longs(0xffffffff, 0xffffffff), text('A'));
    expect(valuesOf(readCells([record(0x00fd, shorts(1, 0, 0), longs(0))], [strings]))).toEqual([
      ['A', null],
    ]);
  });

  it('keeps the rest of a sheet when one cell is cut short', () => {
    const found = readCells([record(0x0203, shorts(1, 1, 0)), label(1, 0, 'A'), label(1, 1, 'x')]);
    expect(valuesOf(found)).toEqual([['A', 'x']]);
    expect(found.issues).toMatchObject([
      { code: 'file.corrupt', severity: 'error', layer: 'Data' },
    ]);
  });

  it('reads a sheet once, whatever number of names lead to it', () => {
    const names = Array.from({ length: 500 }, (_, at) => `Data ${at}`);
    const found = read(compoundOf(streamOf([], [...HEADINGS, label(1, 0, 'A')], names)), 'a.xls');
    expect(valuesOf(found)).toEqual([['A', null]]);
  });
});
