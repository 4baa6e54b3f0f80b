import type { IssueCode } from '#data/issues/register.ts';
import type { Format } from '#data/schema/flow.ts';
import { isDbf } from './binary/dbf.ts';
import { isShp } from './binary/shp.ts';
import { scriptedJsonAt } from './json/script.ts';
import { rootOf, textWithoutData, unknownContent } from './not-data.ts';

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
  message: `This is ${what.includes(':') ? what : `${what}, not data`}. Publish the table or the map layer itself, as .csv, .xlsx, .geojson or .gpkg.`,
});
const unsupported = (what: string, instead: string): Sniffed => ({
  refused: 'file.unsupported',
  message: `${what} not read. ${instead}`,
});

const encrypted = (what: string): Sniffed => ({
  refused: 'file.encrypted',
  message: `${what} is protected by a password or a key. Publish it without one.`,
});
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const ACCESS = 'Export each table as .csv, or the layers as GeoPackage.';

/** The first record of a workbook of Excel 2, 3 or 4, which is no compound file. Source: [MS-XLS] §2.4.21. */
const FIRST_WORKBOOKS = unsupported(
  'Workbooks of Excel 4 and older are',
  'Open it in LibreOffice and save it as .xlsx or .csv.',
);

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
  [[0xfd, 0x37, 0x7a, 0x58], unsupported('xz archives are', 'Publish it as .zip.')],
  [[0x28, 0xb5, 0x2f, 0xfd], unsupported('Zstandard archives are', 'Publish it as .zip.')],
  [[...ascii('ARROW1')], unsupported('Arrow and Feather files are', 'Export it as GeoParquet.')],
  [[0, 1, 0, 0, ...ascii('Standard ')], unsupported('Access databases are', ACCESS)],
  [[0x09, 0x00, 0x04, 0x00], FIRST_WORKBOOKS],
  [[0x09, 0x02, 0x06, 0x00], FIRST_WORKBOOKS],
  [[0x09, 0x04, 0x06, 0x00], FIRST_WORKBOOKS],
  [[0x4d, 0x5a, 0x90, 0x00], notData('a program (.exe)')],
  [[0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], notData('a property list of macOS')],
];

const DRAWING = unsupported('AutoCAD drawings (.dwg) are', 'Export it as .dxf or GeoPackage.');

/** Formats told by more than their first bytes, in the first 300 as latin-1. */
const LATER: readonly (readonly [RegExp, Sniffed])[] = [
  [/^AC10\d\d\0/, DRAWING],
  [/^\0\0\0.ftyp/s, notData('a picture or film')],
  [/^.{257}ustar/s, unsupported('tar archives are', 'Publish it as .zip.')],
];

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** Tell a file's format by its content, never by its name; undefined when it is none we know. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = MAGIC.find(([magic]) => startsWith(buffer, magic));
  if (found) return found[1];
  if (isLockFile(buffer)) return LOCK_FILE;
  const start = buffer.toString('latin1', 0, 300);
  const later = LATER.find(([pattern]) => pattern.test(start));
  if (later) return later[1];
  if (startsWith(buffer, OLE2)) return sniffOle2(buffer);
  if (isShp(buffer) || isDbf(buffer)) return { format: 'shapefile' };
  if (isGdbTable(buffer)) return { format: 'filegdb' };
  return sniffText(headOf(buffer));
}

/** Bytes of the file Office keeps beside an open workbook (165) or document (162). */
const LOCK_SIZES: readonly number[] = [162, 165];
/** Characters of a name in it. */
const LOCK_NAME = 52;
const LOCK_FILE: Sniffed = {
  refused: 'fetch.not-data-format',
  message:
    'This is the lock file that Excel keeps beside a workbook while somebody has it open (its name begins with ~$); it holds that person’s name and no data. Send the workbook itself: the file of the same name without ~$.',
};

/** A name with its length before it, then the same again in wide characters. */
function isLockFile(buffer: Buffer): boolean {
  const length = buffer[0] ?? 0;
  if (!LOCK_SIZES.includes(buffer.length) || length === 0 || length > LOCK_NAME) return false;
  const second = buffer.indexOf(Buffer.from([length, 0]), length + 1);
  return second >= 54 && second <= 56 && !buffer.subarray(1, length + 1).includes(10);
}

/** A table of a file geodatabase: version 3 or 4, always 5 in the fourth place, and its own size. */
const isGdbTable = (buffer: Buffer): boolean =>
  buffer.length > 40 &&
  (buffer.readUInt32LE(0) === 3 || buffer.readUInt32LE(0) === 4) &&
  buffer.readUInt32LE(12) === 5 &&
  buffer.readBigUInt64LE(24) <= BigInt(buffer.length);

const startsWith = (buffer: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, index) => buffer[index] === byte);

/** What an OLE2 container holds, by the name of one of its streams. */
const OLE2_STREAMS: readonly (readonly [string, Sniffed])[] = [
  ['EncryptedPackage', encrypted('The workbook')],
  ['Workbook', { format: 'xls' }],
  ['Book', { format: 'xls' }],
  ['WordDocument', notData('a Word document')],
  ['PowerPoint Document', notData('a presentation')],
  ['VisioDocument', notData('a Visio drawing')],
  ['__substg1.0_', notData('an e-mail (.msg)')],
  ['Mx Document', notData('an ArcMap project (.mxd): it points to data and holds none')],
  ['Version 9.3', notData('an ArcMap layer file (.lyr): it points to data and holds none')],
];

/** Old Office files, new ones under a password and Esri's projects share one container. */
function sniffOle2(buffer: Buffer): Sniffed {
  const has = ([name]: (typeof OLE2_STREAMS)[number]) =>
    buffer.includes(Buffer.from(name, 'utf16le'));
  return OLE2_STREAMS.find(has)?.[1] ?? notData('an old Office document or a GIS layer file');
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

/** What an XML file is by its outermost element, prefix left out. */
const ROOTS: readonly (readonly [RegExp, Sniffed])[] = [
  [
    /^(WFS|WMS|WMT_MS)?_?Capabilities$/,
    notData('the description of a map service (GetCapabilities)'),
  ],
  [/^schema$/, notData('the schema (.xsd) of a GML or XML file')],
  [/^(M[DI]_M|m)etadata$/, notData('the metadata of a dataset')],
  [/^qgis$/, notData('a project or style of QGIS: it points to data and holds none')],
  [/^StyledLayerDescriptor$/, notData('a map style (SLD)')],
  [/^osm$/, unsupported('OpenStreetMap files (.osm) are', 'Export it as GeoJSON.')],
  [/^Workbook$/, unsupported('Excel 2003 XML workbooks are', 'Save it as .xlsx or .csv.')],
  [/^wordDocument$/, notData('a Word document')],
];

const XML: readonly (readonly [RegExp, Sniffed])[] = [
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
  const noData = textWithoutData(head);
  if (noData) return noData;
  if (head.startsWith('<')) return sniffXml(head);
  if (head !== '' && '[{\u001e'.includes(head.charAt(0))) return { format: 'json' };
  if (scriptedJsonAt(head) > 0) return { format: 'json' };
  if (/^version\s+\d+/i.test(head) && /^\s*columns\s+\d+|^\s*coordsys\s|^charset\s/im.test(head)) {
    return { format: 'mapinfo-mif' };
  }
  if (/^!table\s/i.test(head)) return { format: 'mapinfo-tab' };
  if (/^(\s*999\r?\n[^\n]*\n)*\s*0[ \t]*\r?\n[ \t]*SECTION\s*\r?\n/.test(head))
    return { format: 'dxf' };
  if (head.startsWith('AutoCAD Binary DXF'))
    return unsupported('Binary .dxf files are', 'Save it as text .dxf.');
  const notTable = TEXTS.find(([pattern]) => pattern.test(head));
  if (notTable) return notTable[1];
  return looksLikeText(head) ? { format: 'csv' } : unknownContent(head);
}

/** Texts that are no table, by how they begin. */
const TEXTS: readonly (readonly [RegExp, Sniffed])[] = [
  [
    /^(--|\/\*|SET \w|CREATE TABLE |INSERT INTO |DROP TABLE |BEGIN;)[\s\S]*\b(CREATE TABLE|INSERT INTO|DROP TABLE) /i,
    unsupported(
      'Database scripts (.sql) are',
      'Export each table as .csv, or the layers as GeoPackage.',
    ),
  ],
  [/^EXP {2}[01] /, unsupported('ArcInfo exchange files (.e00) are', 'Export it as GeoPackage.')],
  [/^# @VGMT/, unsupported('GMT files are', 'Export it as GeoJSON or GeoPackage.')],
  [/^ncols\s+\d+\s+nrows\s+\d+/i, notData('a grid of heights (ASCII raster)')],
  [/^(PROJCS|GEOGCS|PROJCRS|GEOGCRS)\[/, notData('the projection (.prj) of a shapefile alone')],
  [
    /^(Return-Path|Received|From|MIME-Version): [\s\S]*\n(Subject|Content-Type): /i,
    notData('an e-mail'),
  ],
  [/^BEGIN:VCARD|^BEGIN:VCALENDAR/, notData('a contact or calendar file')],
];

function sniffXml(head: string): Sniffed {
  const root = rootOf(head);
  const byRoot = ROOTS.find(([pattern]) => pattern.test(root));
  const byContent = byRoot ?? XML.find(([pattern]) => pattern.test(head));
  return byContent?.[1] ?? { format: 'xml' };
}

/** Control characters a short text may have: a few NULs are told of, not refused. */
const ODD_ALLOWED = 4;

/** Text has next to no control characters, and text we could not decode shows U+FFFD. */
function looksLikeText(head: string): boolean {
  let odd = 0;
  for (const char of head) {
    const code = char.charCodeAt(0);
    if (code < 9 || (code > 13 && code < 32 && code !== 26)) odd += 1;
  }
  return head.length > 0 && odd <= Math.max(ODD_ALLOWED, head.length / 100);
}
