import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const told = (content: string | Buffer) => {
  const found = sniff(Buffer.from(content));
  if (found === undefined) return undefined;
  return 'message' in found ? found.message.split('. ')[0] : Object.values(found)[0];
};

const ole2 = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);

describe('sniff()', () => {
  it.each([
    ['an Access database', Buffer.from('\0\u0001\0\0Standard Jet DB\0', 'latin1'), /Access/],
    ['an AutoCAD drawing', 'AC1032\0\0\0', /AutoCAD/],
    ['a tar archive', `${'a'.repeat(257)}ustar`, /tar/],
    ['a locked workbook', ole2('EncryptedPackage'), /password/],
    ['a Word document', ole2('WordDocument'), /Word/],
    ['an ArcMap project', ole2('Mx Document'), /ArcMap/],
    ['an e-mail', ole2('__substg1.0_'), /e-mail/],
    [
      'a schema',
      '<?xml version="1.0"?>\n<!-- a --><xs:schema xmlns:gml="http://www.opengis.net/gml">',
      /schema/,
    ],
    ['metadata', '<gmd:MD_Metadata xmlns:gml="http://www.opengis.net/gml">', /metadata/],
    ['capabilities', '<wfs:WFS_Capabilities version="2.0.0">', /GetCapabilities/],
    ['a QGIS style', '<!DOCTYPE qgis PUBLIC>\n<qgis version="3">', /QGIS/],
    ['a database script', '-- dump\nSET a = b;\nCREATE TABLE x (y int);', /scripts/],
    ['a lone projection', 'PROJCS["British_National_Grid"]', /projection/],
  ])('tells %s', (_name, content, message) => {
    expect(told(content)).toMatch(message);
  });

  it.each([
    'PARENT,name\n1,A\n',
    'MZone,name\n1,A\n',
    'AC10,AC11\n1,2\n',
    'wharftype,name\n1,A\n',
    'SET,name\n1,A\n',
    'From,To\n1,2\n',
  ])('takes the table %j for a table', (text) => {
    expect(told(text)).toBe('csv');
  });

  it('takes GML that holds metadata for GML', () => {
    const gml = '<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"><gmd:MD_Metadata>';
    expect(told(gml)).toBe('gml');
  });

  it.each([
    '<!-- a -->'.repeat(1000),
    '<?a?>\n'.repeat(1000),
    '999 x \n'.repeat(1000),
    '999\n\n'.repeat(1000),
    '-- x  \n'.repeat(1000),
  ])('looks at %j… in no time', (text) => {
    const start = performance.now();
    sniff(Buffer.from(text));
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void sniff(bytes)));
  });
});
