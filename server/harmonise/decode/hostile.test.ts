import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { xlsxOf } from './testing/xlsx.ts';
import { zipOf } from './testing/zip.ts';

const csv = 'a,b\n1,2\n';

describe('decode() on archives made to harm', () => {
  it('refuses a bomb without inflating it', () => {
    const bomb = zipOf([{ name: 'a.csv', bytes: Buffer.alloc(60_000_000, 'a,b\n') }]);
    const before = process.memoryUsage().rss;
    expect(read(bomb, 'a.zip').issues).toMatchObject([
      { code: 'file.archive-bomb-or-path-escape', severity: 'critical' },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('refuses a bomb in .gz', () => {
    expect(read(gzipSync(Buffer.alloc(60_000_000, 'a,b\n')), 'a.csv.gz').codes).toEqual([
      'file.archive-bomb-or-path-escape',
    ]);
  });

  it.each([
    '../a.csv',
    'x/../../a.csv',
    '/etc/a.csv',
    'C:\\a.csv',
    '..\\a.csv',
    '\\\\host\\a.csv',
    'a\0.csv',
  ])('refuses a member named %j', (name) => {
    expect(read(zipOf([{ name, bytes: csv }]), 'a.zip').codes).toEqual([
      'file.archive-bomb-or-path-escape',
    ]);
  });

  it('refuses a symbolic link', () => {
    const link = zipOf([{ name: 'a.csv', bytes: '/etc/passwd', unixMode: 0o120777 }]);
    expect(read(link, 'a.zip').codes).toEqual(['file.archive-bomb-or-path-escape']);
  });

  it('refuses members that overlap', () => {
    const overlapping = zipOf([
      { name: 'a.csv', bytes: csv },
      { name: 'a.csv', bytes: csv, offset: 0 },
    ]);
    expect(read(overlapping, 'a.zip').codes).toEqual(['file.archive-bomb-or-path-escape']);
  });

  it('refuses more than 10,000 members', () => {
    const many = zipOf(
      Array.from({ length: 10_001 }, (_, index) => ({
        name: `${index}.csv`,
        bytes: '',
        method: 0,
      })),
    );
    expect(read(many, 'a.zip').codes).toEqual(['file.archive-bomb-or-path-escape']);
  });

  it('does not open an archive inside an archive, and reads what stands beside it', () => {
    const nested = zipOf([
      { name: 'inner.zip', bytes: zipOf([{ name: 'a.csv', bytes: csv }]) },
      { name: 'b.csv', bytes: csv },
    ]);
    const found = read(nested, 'a.zip');
    expect(found.issues).toMatchObject([{ code: 'file.archive-nested', value: 'inner.zip' }]);
    expect(valuesOf(found)).toEqual([['1', '2']]);
  });

  it('does not open an archive inside an archive that hides its name', () => {
    const inner = zipOf([{ name: 'x.data', bytes: zipOf([{ name: 'a.csv', bytes: csv }]) }]);
    const found = read(zipOf([{ name: 'y.data', bytes: inner }]), 'a.zip');
    expect('layers' in found.file).toBe(false);
    expect(found.issues[0]?.message).toMatch(/archive inside the archive/);
  });

  it('tells of a wrong checksum, a password and a method it does not know', () => {
    const codesOf = (more: object) =>
      read(zipOf([{ name: 'a.csv', bytes: csv, ...more }]), 'a.zip').issues[0];
    expect(codesOf({ crc: 1 })?.message).toMatch(/checksum/);
    expect(codesOf({ flags: 1 })?.code).toBe('file.encrypted');
    expect(codesOf({ method: 99 })?.message).toMatch(/method 99/);
  });

  it('counts bytes, not what headers claim', () => {
    const liar = zipOf([
      { name: 'a.csv', bytes: Buffer.alloc(60_000_000, 'a,b\n'), claimedSize: 10 },
    ]);
    expect(read(liar, 'a.zip').codes).toEqual(['file.archive-bomb-or-path-escape']);
  });

  it('reads a workbook of one cell in no time, whatever its dimension claims', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const start = performance.now();
    expect(valuesOf(read(xlsxOf([{ name: 'S', rows }]), 'a.xlsx'))).toEqual([[1]]);
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
    [
      'gml',
      '<!DOCTYPE r SYSTEM "file:///etc/passwd"><FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>',
    ],
  ])('refuses a document type in .%s', (extension, text) => {
    expect(read(text, `a.${extension}`).codes).toEqual(['file.doctype']);
  });

  it('refuses a document type inside a workbook', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const book = zipOf([
      { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="S"/></sheets></workbook>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        bytes: `${LAUGHS}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      },
    ]);
    expect(read(book, 'a.xlsx').codes).toEqual(['file.doctype']);
  });

  it('refuses XML nested beyond measure', () => {
    const deep = `<kml xmlns="http://www.opengis.net/kml/2.2">${'<Folder>'.repeat(100_000)}`;
    expect(read(deep, 'a.kml').codes).toEqual(['file.deeply-nested']);
  });
});

describe('decode() on files that are no data', () => {
  it.each([
    ['an empty file', '', 'file.empty'],
    [
      'a web page',
      '<!DOCTYPE html><html><body>Not found</body></html>',
      'fetch.html-instead-of-data',
    ],
    ['a web page without doctype', '<html><head></head></html>', 'fetch.html-instead-of-data'],
    ['a PDF', '%PDF-1.7\n', 'fetch.not-data-format'],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'fetch.not-data-format'],
    [
      'a service error',
      '<ServiceExceptionReport><ServiceException/></ServiceExceptionReport>',
      'fetch.not-data-format',
    ],
    [
      'a Word document',
      zipOf([{ name: 'word/document.xml', bytes: '<w/>' }]),
      'fetch.not-data-format',
    ],
    ['a 7-Zip archive', Buffer.from('377abcaf271c0004', 'hex'), 'file.unsupported'],
    [
      'a workbook under a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file.encrypted',
    ],
    [
      'an old workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      'file.unsupported',
    ],
    [
      'noise',
      Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7) % 32)),
      'file.format-unknown',
    ],
    ['a zip cut short', zipOf([{ name: 'a.csv', bytes: csv }]).subarray(0, 40), 'file.corrupt'],
  ])('refuses %s with a reason', (_name, bytes, code) => {
    const found = read(bytes, 'data.csv');
    expect(found.issues).toMatchObject([{ code, severity: 'critical' }]);
    expect('layers' in found.file).toBe(false);
  });

  it('reads what a file holds, not what it is called', () => {
    const found = read('{"type":"FeatureCollection","features":[]}', 'data.csv');
    expect(found.file).toMatchObject({ format: 'geojson' });
    expect(found.codes).toEqual(['file.extension-mismatch']);
  });
});
