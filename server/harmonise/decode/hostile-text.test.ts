import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { zipOf } from './testing/zip.ts';

// The threats of the threat table that come as text; the numbers are the table's.

const HEAD = 'name,note\n';
const inLatin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const WORDS = 'Café,£5 – “ô” ’tis\n';

/** windows-1252 has – “ ” ’ where latin1 has control characters. */
const in1252 = (text: string): Buffer => {
  const bytes: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92 };
  return Buffer.from([...text].map((letter) => bytes[letter] ?? letter.charCodeAt(0)));
};

const swap16 = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('decode() on text in any encoding', () => {
  const text = `${HEAD}${WORDS}`;
  const table = text.repeat(1) + WORDS.repeat(20);
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-8 with old Mac line ends', Buffer.from(table.replaceAll('\n', '\r'))],
    ['UTF-8 with Windows line ends', Buffer.from(table.replaceAll('\n', '\r\n'))],
    ['UTF-8 with line ends mixed', Buffer.from(table.replace('\n', '\r\n'))],
    ['UTF-16, little end first, with a mark', utf16(`\ufeff${table}`)],
    ['UTF-16, big end first, with a mark', swap16(utf16(`\ufeff${table}`))],
    ['UTF-16, little end first, without a mark', utf16(table)],
    ['UTF-16, big end first, without a mark', swap16(utf16(table))],
    ['windows-1252', in1252(table)],
    ['windows-1252 with Windows line ends', in1252(table.replaceAll('\n', '\r\n'))],
  ])('threat 55: reads %s to the same letters', (_name, bytes) => {
    const found = read(bytes, 'a.csv');
    expect(found.columns).toEqual(['name', 'note']);
    expect(valuesOf(found)[0]).toEqual(['Café', '£5 – “ô” ’tis']);
    expect(found.records).toHaveLength(21);
  });

  it.each([
    ['NULs between the letters of one row', `${HEAD}a,b\nc\0d,e\n`],
    ['a NUL at the end', `${HEAD}a,b\n\0`],
    ['UTF-8 cut inside a letter', Buffer.from(`${HEAD}a,é`).subarray(0, -1)],
    ['bytes no encoding has', Buffer.concat([Buffer.from(HEAD), Buffer.from([0x81, 0x8d, 0x2c])])],
    ['a surrogate alone', utf16(`\ufeff${HEAD}a,\ud800\n`)],
    ['an odd number of bytes in UTF-16', utf16(`\ufeff${HEAD}a,b\n`).subarray(0, -1)],
  ])('threat 55: survives %s with every other value', (_name, bytes) => {
    const found = read(bytes, 'a.csv');
    expect(found.columns).toEqual(['name', 'note']);
    expect(found.records.length).toBeGreaterThan(0);
  });

  it('threat 55: notices text that was encoded twice', () => {
    const twice = Buffer.from(inLatin1(Buffer.from(table).toString('latin1')).toString('latin1'));
    expect(read(twice, 'a.csv').codes).toContain('text.mojibake');
  });
});

describe('decode() on tables made to harm', () => {
  const within = (limitMs: number, bytes: string | Buffer, name = 'a.csv') => {
    const start = performance.now();
    const found = read(bytes, name);
    expect(performance.now() - start).toBeLessThan(limitMs);
    return found;
  };

  it('threat 56: refuses a line of 40 MB with its number', () => {
    const found = within(5000, `a,b\n1,2\n${'x'.repeat(40_000_000)}`);
    expect(found.issues.some(({ line }) => line !== undefined && line <= 3)).toBe(true);
  });

  it('threat 56: refuses a million columns', () => {
    const heading = Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(',');
    const found = within(5000, `${heading}\n1,2\n`);
    expect(found.columns.length).toBeLessThan(2000);
    expect(found.issues.some(({ severity }) => /critical|error/.test(severity))).toBe(true);
  });

  it('threat 56: a quotation mark that is never closed does not swallow the table', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},"name ${index}"\n`);
    const found = within(5000, `id,name\n1,"open\n${rows.join('')}`);
    expect(found.issues.filter(({ line }) => line === 2)).not.toEqual([]);
  });

  it('threat 18: refuses two million brackets without a recursion', () => {
    for (const text of ['['.repeat(2_000_000), `{"a":${'['.repeat(2_000_000)}`]) {
      const found = within(5000, text, 'a.geojson');
      expect('layers' in found.file).toBe(false);
      expect(found.issues).toMatchObject([{ severity: 'critical' }]);
    }
  });

  it('threat 18: refuses a feature whose properties nest beyond measure', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":${deep},"geometry":null}]}`;
    expect(within(5000, text, 'a.geojson').issues).toMatchObject([{ severity: 'critical' }]);
  });

  it('threat 57: the last of two equal keys counts, as everywhere', () => {
    const feature = (properties: string): string =>
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[-2,53]}}]}`;
    const found = read(feature('{"a":1,"a":2}'), 'a.geojson');
    expect([found.columns, valuesOf(found)]).toEqual([['a'], [[2]]]);
  });

  it.each([
    ['a comment', '// notes\n'],
    ['a block comment', '/* notes */'],
    ['a script', 'var data = '],
  ])('threat 57: %s before JSON is read past or refused with words', (_name, before) => {
    const found = read(
      `${before}{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}`,
      'a.geojson',
    );
    if ('layers' in found.file) expect(found.records).toHaveLength(1);
    else expect(found.issues[0]?.message.length).toBeGreaterThan(30);
  });

  it('threat 57: a mark before JSON is no fault', () => {
    const text = '\ufeff{"type":"FeatureCollection","features":[]}';
    expect(read(text, 'a.geojson').file).toMatchObject({ format: 'geojson' });
  });
});

const PDF = '%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj';
const HTML = '<!doctype html><html><head><title>404</title></head><body>Not found</body></html>';
const CELLS = '<tr><th>Name</th><th>Easting</th></tr><tr><td>a</td><td>390000</td></tr>';
const TABLE = 'file.unsupported';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const GEOJSON = '{"type":"FeatureCollection","features":[]}';

describe('decode() on files that are not what they are called', () => {
  it.each([
    ['a PDF', 'a.csv', PDF, 'fetch.not-data-format'],
    ['a PDF', 'a.xlsx', PDF, 'fetch.not-data-format'],
    ['a web page', 'a.geojson', HTML, 'fetch.html-instead-of-data'],
    ['a web page', 'a.csv', `\ufeff\n  ${HTML}`, 'fetch.html-instead-of-data'],
    ['a web page', 'a.gpkg', HTML, 'fetch.html-instead-of-data'],
    ['a web page', 'a.zip', `<!-- saved -->${HTML}`, 'fetch.html-instead-of-data'],
    ['a table as a page', 'a.xls', `<html><body><table>${CELLS}</table></body></html>`, TABLE],
    ['a bare table', 'a.xls', `<table border=1>${CELLS}</table>`, TABLE],
    ['a picture', 'a.csv', PNG, 'fetch.not-data-format'],
    ['a picture', 'a.shp', PNG, 'fetch.not-data-format'],
    ['a JPEG', 'a.json', Buffer.from('ffd8ffe000104a464946', 'hex'), 'fetch.not-data-format'],
    ['an SVG', 'a.kml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'fetch.not-data-format'],
    ['nothing but blanks', 'a.csv', ' \n\t\n ', 'file.empty'],
  ])('threat 58: refuses %s called %s', (_name, fileName, bytes, code) => {
    const found = read(bytes, fileName);
    expect(found.issues).toMatchObject([{ code, severity: 'critical' }]);
    expect('layers' in found.file).toBe(false);
  });

  it.each([
    ['GeoJSON', 'a.csv', GEOJSON, 'geojson'],
    ['CSV', 'a.geojson', 'a,b\n1,2\n3,4\n', 'csv'],
    ['a zip of CSV', 'a.gpkg', zipOf([{ name: 'a.csv', bytes: 'a,b\n1,2\n' }]), 'csv'],
    ['KML', 'a.xml', '<kml><Placemark><name>a</name></Placemark></kml>', 'kml'],
  ])('threat 58: reads %s called %s for what it is', (_name, fileName, bytes, format) => {
    expect(read(bytes, fileName).file).toMatchObject({ format });
  });

  it.each([
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
    '{"type":"OGRVRTLayer","url":"http://127.0.0.1:9/x"}',
    'http://127.0.0.1:9/x.geojson',
    '/vsicurl/http://127.0.0.1:9/x.csv',
  ])('threat 9: takes no file for an order to read another: %s', (text) => {
    for (const name of ['innocent.csv', 'ssrf.geojson']) {
      const found = read(text, name);
      expect(JSON.stringify(found.records)).not.toContain('root:');
      if ('layers' in found.file) expect(found.records.length).toBeLessThan(2);
      else expect(found.issues.length).toBeGreaterThan(0);
    }
  });
});

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe('decode() on names that are members of every object', () => {
  it('threat 14: keeps such columns of CSV and pollutes nothing', () => {
    const found = read(`${NAMES.join(',')}\n1,2,3,4\n`, 'a.csv');
    expect([found.columns, valuesOf(found)]).toEqual([NAMES, [['1', '2', '3', '4']]]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('threat 14: keeps such properties of GeoJSON and pollutes nothing', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"__proto__":{"polluted":1},"constructor":2,"toString":3}}]}';
    const found = read(text, 'a.geojson');
    expect(found.columns).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'toString']));
    expect(valuesOf(found)[0]).toContain('{"polluted":1}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

it.each([
  '{"type":"FeatureCollection","features":[],"crs":{"properties":{"code":{"toString":1}}}}',
  '{"type":"Topology","arcs":[],"objects":{"a":{"type":{"toString":1}}}}',
  '{"error":{"message":"x","code":{"toString":1}}}',
])('decode() survives objects that cannot become text: %s', (json) => {
  expect(() => read(json, 'a.json')).not.toThrow();
});
