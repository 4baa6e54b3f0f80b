import type { IssueCode } from '#data/issues/register.ts';
import type { Format } from '#data/schema/flow.ts';
import { isDbf } from './binary/dbf.ts';
import { isShp } from './binary/shp.ts';

/** What the first bytes say: a format, a container to open first, or a refusal with its reason. */
export type Sniffed =
  | { readonly format: Format }
  | { readonly container: 'zip' | 'gzip' }
  | { readonly refused: IssueCode; readonly message: string };

/** Bytes of text looked at. */
const HEAD_BYTES = 8192;

type Magic = readonly [bytes: readonly number[], found: Sniffed];

const notData = (what: string): Sniffed => ({
  refused: 'fetch.not-data-format',
  message: `This is ${what}, not data. Publish the table or the map layer itself, as .csv, .xlsx, .geojson or .gpkg.`,
});
const unsupported = (what: string, instead: string): Sniffed => ({
  refused: 'file.unsupported',
  message: `${what} not read. ${instead}`,
});

const MAGIC: readonly Magic[] = [
  [[0x50, 0x4b, 0x03, 0x04], { container: 'zip' }],
  [[0x50, 0x4b, 0x05, 0x06], { refused: 'file.empty', message: 'The archive is empty.' }],
  [[0x1f, 0x8b], { container: 'gzip' }],
  [[...'SQLite format 3\0'].map((char) => char.charCodeAt(0)), { format: 'geopackage' }],
  [[0x66, 0x67, 0x62, 0x03], { format: 'flatgeobuf' }],
  [[0x50, 0x41, 0x52, 0x31], { format: 'geoparquet' }],
  [[0x25, 0x50, 0x44, 0x46], notData('a PDF document')],
  [[0x89, 0x50, 0x4e, 0x47], notData('a picture (PNG)')],
  [[0xff, 0xd8, 0xff], notData('a picture (JPEG)')],
  [[0x47, 0x49, 0x46, 0x38], notData('a picture (GIF)')],
  [[0x49, 0x49, 0x2a, 0x00], notData('a picture (TIFF)')],
  [[0x4d, 0x4d, 0x00, 0x2a], notData('a picture (TIFF)')],
  [[0x52, 0x49, 0x46, 0x46], notData('a picture or sound (RIFF)')],
  [[...'{\\rtf'].map((char) => char.charCodeAt(0)), notData('a text document (RTF)')],
  [[0x37, 0x7a, 0xbc, 0xaf], unsupported('7-Zip archives are', 'Publish it as .zip.')],
  [[0x52, 0x61, 0x72, 0x21], unsupported('RAR archives are', 'Publish it as .zip.')],
  [[0x42, 0x5a, 0x68], unsupported('bzip2 archives are', 'Publish it as .zip.')],
  [
    [0x41, 0x43, 0x31, 0x30],
    unsupported('AutoCAD drawings (.dwg) are', 'Export it as .dxf or GeoPackage.'),
  ],
];

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** Tell a file's format by its content, never by its name; undefined when it is none we know. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = MAGIC.find(([magic]) => startsWith(buffer, magic));
  if (found) return found[1];
  if (startsWith(buffer, OLE2)) return sniffOle2(buffer);
  if (isShp(buffer) || isDbf(buffer)) return { format: 'shapefile' };
  return sniffText(headOf(buffer));
}

const startsWith = (buffer: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, index) => buffer[index] === byte);

/** Old Office files, and new ones under a password, share one container. */
function sniffOle2(buffer: Buffer): Sniffed {
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) {
    return {
      refused: 'file.encrypted',
      message: 'The workbook is protected by a password. Publish it without one.',
    };
  }
  if (has('Workbook') || has('Book')) {
    return unsupported('Old workbooks (.xls, before 2007) are', 'Save it as .xlsx or .csv.');
  }
  return notData('an old Office document');
}

/** The first characters, whatever the encoding, without byte order mark and leading white space. */
function headOf(buffer: Buffer): string {
  const head = buffer.subarray(0, HEAD_BYTES);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[3] === 0);
  const isWideBig = (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[2] === 0);
  const encoding = isWide ? 'utf-16le' : isWideBig ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding)
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
}

const XML: readonly (readonly [RegExp, Sniffed])[] = [
  [
    /<!doctype html|<html[\s>]/i,
    {
      refused: 'fetch.html-instead-of-data',
      message: 'This is a web page, not data. Use the address of the download itself.',
    },
  ],
  [/<(\w+:)?kml[\s>]/i, { format: 'kml' }],
  [/<gpx[\s>]/i, { format: 'gpx' }],
  [
    /<(\w+:)?ExceptionReport[\s>]|<ServiceExceptionReport/,
    {
      refused: 'fetch.not-data-format',
      message: 'This is the error message of a map service, not data. Check the request.',
    },
  ],
  [/<svg[\s>]/i, notData('a picture (SVG)')],
  [/opengis\.net\/gml|<(\w+:)?FeatureCollection[\s>]|xmlns:gml=/, { format: 'gml' }],
];

function sniffText(head: string): Sniffed | undefined {
  if (head.startsWith('<'))
    return XML.find(([pattern]) => pattern.test(head))?.[1] ?? { format: 'xml' };
  if (head !== '' && '[{\u001e'.includes(head.charAt(0))) return { format: 'json' };
  if (/^version\s+\d+/i.test(head) && /^\s*columns\s+\d+|^\s*coordsys\s|^charset\s/im.test(head)) {
    return { format: 'mapinfo-mif' };
  }
  if (/^!table\s/i.test(head)) return { format: 'mapinfo-tab' };
  if (/^(999\s+.*\s+)*0\s*\r?\n\s*SECTION\s*\r?\n/.test(head)) return { format: 'dxf' };
  if (head.startsWith('AutoCAD Binary DXF'))
    return unsupported('Binary .dxf files are', 'Save it as text .dxf.');
  return looksLikeText(head) ? { format: 'csv' } : undefined;
}

/** Text has next to no control characters, and text we could not decode shows U+FFFD. */
function looksLikeText(head: string): boolean {
  let odd = 0;
  for (const char of head) {
    const code = char.charCodeAt(0);
    if (code < 9 || (code > 13 && code < 32 && code !== 26)) odd += 1;
  }
  return head.length > 0 && odd <= head.length / 100;
}
