import { describe, expect, it } from 'vitest';
import { read } from './testing/read.ts';
import { zipOf } from './testing/zip.ts';

const csv = 'a,b\n1,2\n';

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
      'an old workbook cut short',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      'file.corrupt',
    ],
    ['a workbook of Excel 4', Buffer.from('09040600000010000000', 'hex'), 'file.unsupported'],
    [
      'a web page saved as a workbook',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1',
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

  it('tells one file of a geodatabase from noise, and asks for the folder', () => {
    const table = Buffer.alloc(64);
    table.writeUInt32LE(3, 0);
    table.writeUInt32LE(5, 12);
    table.writeBigUInt64LE(64n, 24);
    const found = read(table, 'a00000009.gdbtable');
    expect(found.issues).toMatchObject([{ code: 'file.missing-sidecar', severity: 'critical' }]);
    expect(found.issues[0]?.message).toContain('Zip the whole .gdb folder');
  });

  it('reads what a file holds, not what it is called', () => {
    const found = read('{"type":"FeatureCollection","features":[]}', 'data.csv');
    expect(found.file).toMatchObject({ format: 'geojson' });
    expect(found.codes).toEqual(['file.extension-mismatch']);
  });
});
