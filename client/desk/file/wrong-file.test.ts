import { expect, it } from 'vitest';
import { wrongFile } from './wrong-file.ts';

const file = (name: string, text: string, size = text.length) => ({
  name,
  size,
  head: Uint8Array.from(text.slice(0, 8), (letter) => letter.charCodeAt(0)),
});
const MOST = 500_000_000;

it.each([
  ['register.pdf', '%PDF-1.7'],
  ['register.csv', '%PDF-1.7'],
])('wrongFile() knows the PDF in %s by its bytes', (name, text) => {
  expect(wrongFile(file(name, text), MOST)).toBe(
    'This is a PDF. Send the table it was made from: CSV, Excel or a map file.',
  );
});

it('wrongFile() lets tables and maps through', () => {
  expect(wrongFile(file('sites.csv', 'SiteReference,Name'), MOST)).toBeUndefined();
  expect(wrongFile(file('sites.zip', 'PK\u0003\u0004'), MOST)).toBeUndefined();
  expect(wrongFile(file('sites', '{"type":"FeatureCollection"'), MOST)).toBeUndefined();
});

it('wrongFile() says what is empty and what is too long, with what to do', () => {
  expect(wrongFile(file('sites.csv', ''), MOST)).toContain('is empty');
  expect(wrongFile(file('sites.gpkg', 'SQLite f', 612_000_000), MOST)).toBe(
    'sites.gpkg is 612 MB; the most we take is 500 MB. Zip it, or send it in parts by district.',
  );
});

it('wrongFile() takes a document for one whatever it is packed in', () => {
  expect(wrongFile(file('Register.DOCX', 'PK\u0003\u0004'), MOST)).toContain('a document');
});
