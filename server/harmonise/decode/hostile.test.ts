import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { xlsxOf } from './testing/xlsx.ts';
import { type Member, zipOf } from './testing/zip.ts';

// One test or more for each threat of the threat table that a decoder meets; the numbers are the table's.

const csv = 'a,b\n1,2\n';
const REFUSED = ['file.archive-bomb-or-path-escape'];
const codesOf = (members: readonly Member[]): readonly string[] =>
  read(zipOf(members), 'a.zip').codes;

describe('decode() on archives made to harm', () => {
  it('threat 1: refuses a bomb without inflating it', () => {
    const bomb = zipOf([{ name: 'a.csv', bytes: Buffer.alloc(60_000_000, 'a,b\n') }]);
    const before = process.memoryUsage().rss;
    expect(read(bomb, 'a.zip').issues).toMatchObject([
      { code: 'file.archive-bomb-or-path-escape', severity: 'critical' },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('threat 1: refuses a bomb in .gz', () => {
    expect(read(gzipSync(Buffer.alloc(60_000_000, 'a,b\n')), 'a.csv.gz').codes).toEqual(REFUSED);
  });

  it('threat 1: refuses more than 10,000 members', () => {
    expect(
      codesOf(
        Array.from({ length: 10_001 }, (_, index) => ({
          name: `${index}.csv`,
          bytes: '',
          method: 0,
        })),
      ),
    ).toEqual(REFUSED);
  });

  it('threat 2: refuses members that overlap', () => {
    expect(
      codesOf([
        { name: 'a.csv', bytes: csv },
        { name: 'a.csv', bytes: csv, offset: 0 },
      ]),
    ).toEqual(REFUSED);
  });

  it('threat 3: opens an archive inside an archive once, and no deeper, and no other kind', () => {
    const deepest = zipOf([{ name: 'c.csv', bytes: csv }]);
    const inner = zipOf([
      { name: 'a.csv', bytes: csv },
      { name: 'c.zip', bytes: deepest },
    ]);
    const found = read(
      zipOf([
        { name: 'inner.zip', bytes: inner },
        { name: 'b.csv', bytes: csv },
        { name: 'd.7z', bytes: Buffer.from('377abcaf271c0004', 'hex') },
      ]),
      'a.zip',
    );
    expect(valuesOf(found)).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    const nested = found.issues.filter(({ code }) => code === 'file.archive-nested');
    expect(nested.map(({ value }) => value)).toEqual(expect.arrayContaining(['d.7z', 'inner.zip']));
    expect(nested.some(({ message }) => /archive inside the archive/.test(message))).toBe(true);
  });

  it('threat 3: a bomb parted over two inner archives is one bomb', () => {
    const half = zipOf([{ name: 'a.csv', bytes: 'a,b\n1,2\n'.repeat(1_100_000) }]);
    const found = codesOf([
      { name: 'x.zip', bytes: half },
      { name: 'y.zip', bytes: half },
    ]);
    expect(found).toContain('file.archive-bomb-or-path-escape');
  });

  it('threat 3: refuses an archive five deep, and says what to do', () => {
    const five = [1, 2, 3, 4, 5].reduce<Uint8Array>(
      (inner, depth) => zipOf([{ name: depth === 1 ? 'a.csv' : 'in.zip', bytes: inner }]),
      Buffer.from(csv),
    );
    const found = read(five, 'a.zip');
    expect('layers' in found.file).toBe(false);
    expect(found.issues.at(-1)?.message).toMatch(/archive/);
  });

  it('threat 3: does not open an archive inside an archive that hides its name', () => {
    const inner = zipOf([{ name: 'x.data', bytes: zipOf([{ name: 'a.csv', bytes: csv }]) }]);
    const found = read(zipOf([{ name: 'y.data', bytes: inner }]), 'a.zip');
    expect('layers' in found.file).toBe(false);
    expect(found.issues[0]?.message).toMatch(/archive inside the archive/);
  });

  it.each([
    '../a.csv',
    'x/../../a.csv',
    'x/..',
    '/etc/a.csv',
    '//host/a.csv',
    'C:\\a.csv',
    'c:a.csv',
    '..\\a.csv',
    'x\\..\\..\\a.csv',
    '\\\\host\\a.csv',
    'a\0.csv',
    './../a.csv',
  ])('threat 4: refuses a member named %j', (name) => {
    expect(codesOf([{ name, bytes: csv }])).toEqual(REFUSED);
  });

  it('threat 4: refuses a symbolic link', () => {
    const link = { name: 'a.csv', bytes: '/etc/passwd', unixMode: 0o120777 };
    expect(codesOf([link])).toEqual(REFUSED);
  });

  it('threat 5: counts bytes, not what headers claim', () => {
    const bytes = Buffer.alloc(60_000_000, 'a,b\n');
    expect(codesOf([{ name: 'a.csv', bytes, claimedSize: 10 }])).toEqual(REFUSED);
  });

  it('threat 5: tells of a wrong checksum, a password and a method it does not know', () => {
    const firstOf = (more: object) =>
      read(zipOf([{ name: 'a.csv', bytes: csv, ...more }]), 'a.zip').issues[0];
    expect(firstOf({ crc: 1 })?.message).toMatch(/checksum/);
    expect(firstOf({ flags: 1 })?.code).toBe('file.encrypted');
    expect(firstOf({ method: 99 })?.message).toMatch(/method 99/);
  });

  it('threat 6: reads a workbook of one cell in no time, whatever its dimension claims', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const start = performance.now();
    expect(valuesOf(read(xlsxOf([{ name: 'S', rows }]), 'a.xlsx'))).toEqual([[1]]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('threat 6: reads cells at both ends of a sheet without holding what lies between', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="XFD1" t="inlineStr"><is><t>end</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
    const start = performance.now();
    read(xlsxOf([{ name: 'S', rows }]), 'a.xlsx');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

const LAUGHS =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>';

describe('decode() on XML made to harm', () => {
  it.each([
    [
      'kml',
      `${LAUGHS}<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>&lol2;</name></Placemark></kml>`,
    ],
    [
      'gml',
      `${LAUGHS}<FeatureCollection xmlns:gml="http://www.opengis.net/gml"><gml:featureMember/></FeatureCollection>`,
    ],
    ['gpx', `${LAUGHS}<gpx><wpt lat="53" lon="-2"><name>&lol2;</name></wpt></gpx>`],
  ])('threat 7: refuses entities in .%s within a tenth of a second', (extension, text) => {
    const start = performance.now();
    expect(read(text, `a.${extension}`).codes).toEqual(['file.doctype']);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('threat 7: refuses entities inside a workbook', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const sheet = `${LAUGHS}<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    const book = zipOf([
      { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="S"/></sheets></workbook>' },
      { name: 'xl/worksheets/sheet1.xml', bytes: sheet },
    ]);
    expect(read(book, 'a.xlsx').codes).toEqual(['file.doctype']);
  });

  it('threat 7: refuses XML nested beyond measure', () => {
    const deep = `<kml xmlns="http://www.opengis.net/kml/2.2">${'<Folder>'.repeat(100_000)}`;
    expect(read(deep, 'a.kml').codes).toEqual(['file.deeply-nested']);
  });

  it('threat 8: refuses what would be fetched from a disk or another machine', () => {
    const collection = '<FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>';
    for (const type of [
      '<!DOCTYPE r SYSTEM "file:///etc/passwd">',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>',
    ]) {
      expect(read(`${type}${collection}`, 'x.gml').codes).toEqual(['file.doctype']);
    }
  });
});
