import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';

describe('decodeCsv()', () => {
  it('reads quoted cells, doubled quotes and quoted newlines, and counts physical lines', () => {
    const found = read('id,name\n1,"Mill, ""Old""\nLane"\n2,Hall\n');
    expect(valuesOf(found)).toEqual([
      ['1', 'Mill, "Old"\nLane'],
      ['2', 'Hall'],
    ]);
    expect(found.records.map(({ line }) => line)).toEqual([2, 4]);
    expect(found.issues).toEqual([]);
  });

  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n'],
    ['\t', 'a\tb\tc\n1\t2, 3\t4\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    ['#', 'a#b#c\n1#2,5#3\n'],
    [' ', 'a b c\n1 384000 398000.5\n2 384001 398001\n3 384002 398002\n'],
  ])('tells the delimiter %j by evidence', (_delimiter, text) => {
    expect(read(text).columns).toEqual(['a', 'b', 'c']);
  });

  it('takes names of two words for one column', () => {
    expect(read('Site name\nHigh Street\nMill Lane\nStation Road\n').columns).toEqual([
      'Site name',
    ]);
  });

  it('reads CRLF, lone CR and a last line without newline alike', () => {
    const expected = [['1', '2']];
    for (const text of ['a,b\r\n1,2\r\n', 'a,b\r1,2\r', 'a,b\n1,2']) {
      expect(valuesOf(read(text))).toEqual(expected);
    }
  });

  it('keeps the fault of an unclosed quote to its own line', () => {
    const found = read('id,name\n1,"Mill\n2,"Hall, East"\n3,Barn\n');
    expect(valuesOf(found)).toEqual([
      ['1', '"Mill'],
      ['2', 'Hall, East'],
      ['3', 'Barn'],
    ]);
    expect(found.issues.map(({ code, line }) => [code, line])).toEqual([
      ['table.quote-unbalanced', 2],
    ]);
  });

  it('takes a quote inside a quoted cell as part of it, and says so', () => {
    const found = read('id,name\n1,"The "Old" Mill"\n');
    expect(valuesOf(found)).toEqual([['1', 'The "Old" Mill']]);
    expect(found.codes).toEqual(['table.quote-unbalanced']);
  });

  it('reports extra and missing cells by line and keeps the record', () => {
    const found = read('a,b,c\n1,2,3,4\n5,6\n7,8,9\n');
    expect(valuesOf(found)).toEqual([
      ['1', '2', '3'],
      ['5', '6', null],
      ['7', '8', '9'],
    ]);
    expect(found.issues.map(({ code, line, value }) => [code, line, value])).toEqual([
      ['table.extra-cell', 2, '4'],
      ['table.missing-cell', 3, undefined],
    ]);
  });

  it('keeps `__proto__` and `constructor` as ordinary column names', () => {
    const found = read('__proto__,constructor\nx,y\n');
    expect(found.columns).toEqual(['__proto__', 'constructor']);
    expect(valuesOf(found)).toEqual([['x', 'y']]);
  });

  it('reads the same records again on every call', () => {
    const { file } = read('a,b\n1,2\n3,4\n');
    const layer = 'layers' in file ? file.layers[0] : undefined;
    const once = [...(layer?.records(() => {}) ?? [])];
    expect([...(layer?.records(() => {}) ?? [])]).toEqual(once);
    expect(once).toHaveLength(2);
  });

  it('drops a record over 1 MB by line and goes on after it', () => {
    const found = read(`a,b\n1,2\n3,${'x'.repeat(3_000_000)}\n4,5\n`);
    expect(valuesOf(found)).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(found.issues.map(({ code, line }) => [code, line])).toEqual([
      ['table.record-too-large', 3],
    ]);
  });

  it('keeps a quoted cell of several MB, and drops a line over 32 MB', () => {
    const outline = `"MULTIPOLYGON(${'1 2,'.repeat(800_000)}1 2)"`;
    const found = read(`id,wkt\n1,${outline}\n2,"${'x'.repeat(34_000_000)}"\n3,y\n`);
    expect(found.records.map(({ line }) => line)).toEqual([2, 4]);
    expect(found.records[0]?.values[1]).toHaveLength(outline.length - 2);
    expect(found.codes).toEqual(['table.record-too-large']);
  });

  it('refuses more than 1,000 columns', () => {
    const header = Array.from({ length: 1001 }, (_, index) => `c${index}`).join(',');
    expect(read(`${header}\n`).codes).toEqual(['table.too-many-columns']);
  });

  it('honours the `sep=` line of spreadsheets', () => {
    const found = read('sep=;\na;b\n1;2\n');
    expect(found.columns).toEqual(['a', 'b']);
    expect(found.records[0]?.line).toBe(3);
  });
});
