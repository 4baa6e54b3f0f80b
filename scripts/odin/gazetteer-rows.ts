import type { Readable } from 'node:stream';
import Sqlite from 'better-sqlite3';

/** Rows of one table, handed out many at a time: forty million go through. */
export type Rows = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly string[][]>;

const QUOTE = '"';
const DELIMITERS = [',', '\t', ';', '|'] as const;
/** A line longer than this is no row of a table of addresses, characters. */
const LINE_LIMIT = 1 << 16;

/** Rows of delimited text; the delimiter is the commonest of its first line. Cells hold no line breaks. */
export async function* rowsOfText(bytes: Readable): AsyncGenerator<readonly string[][]> {
  let rest = '';
  let delimiter: string | undefined;
  // every figure and postcode is ASCII, whatever the encoding of the names between them
  for await (const chunk of bytes.setEncoding('latin1') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, LINE_LIMIT);
    if (lines.length === 0) continue;
    delimiter ??= delimiterOf(lines[0] ?? '');
    yield rowsOf(lines, delimiter);
  }
  if (rest !== '') yield rowsOf([rest], delimiter ?? delimiterOf(rest));
}

function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((each) => line.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\ufeff)/;

const rowsOf = (lines: readonly string[], delimiter: string): string[][] =>
  lines.flatMap((line) => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    return text.trim() === '' ? [] : [cellsOf(text.replace(BYTE_ORDER_MARK, ''), delimiter)];
  });

/** Cells of one line; quotes are taken off, doubled ones halved. */
function cellsOf(line: string, delimiter: string): string[] {
  if (!line.includes(QUOTE)) return line.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = line[at] === QUOTE ? endOfQuoted(line, at) : undefined;
    const from = quoted ?? at;
    const next = line.indexOf(delimiter, from);
    const end = next < 0 ? line.length : next;
    const inside =
      quoted === undefined ? '' : line.slice(at + 1, quoted - 1).replaceAll('""', QUOTE);
    cells.push(inside + line.slice(from, end));
    at = end + 1;
  }
  return cells;
}

/** The place after the closing quote; the end of the line when there is none. */
function endOfQuoted(line: string, at: number): number {
  let end = line.indexOf(QUOTE, at + 1);
  while (end >= 0 && line[end + 1] === QUOTE) end = line.indexOf(QUOTE, end + 2);
  return end < 0 ? line.length : end + 1;
}

/** One table of a GeoPackage. */
export type GeoPackageTable = { readonly name: string; readonly rows: () => Rows };

/** Rows handed out at a time. */
const BATCH = 1_000;

/**
 * The tables of a GeoPackage as text: headings first, the point of each row as two columns at the end.
 *
 * @throws {Error} when SQLite cannot open the file
 */
export function tablesOfGeoPackage(path: string): {
  readonly tables: readonly GeoPackageTable[];
  readonly close: () => void;
} {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  const contents = db
    .prepare<[], { name: string; srs: number | null; geometry: string | null }>(
      `SELECT c.table_name AS name, g.srs_id AS srs, g.column_name AS geometry
       FROM gpkg_contents AS c LEFT JOIN gpkg_geometry_columns AS g USING (table_name)`,
    )
    .all();
  const tables = contents.map(({ name, srs, geometry }) => ({
    name,
    rows: () => rowsOfTable(db, name, geometry ?? undefined, srs ?? 0),
  }));
  return { tables, close: () => db.close() };
}

function* rowsOfTable(
  db: Sqlite.Database,
  name: string,
  geometry: string | undefined,
  srs: number,
): Generator<readonly string[][]> {
  const select = db.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"`).raw();
  const headings = select.columns().map((column) => column.name);
  const place = geometry === undefined ? -1 : headings.indexOf(geometry);
  const axes = srs === 4326 ? ['longitude', 'latitude'] : ['x_coordinate', 'y_coordinate'];
  let batch: string[][] = [[...headings, ...axes]];
  for (const values of select.iterate() as Iterable<unknown[]>) {
    const blob = values[place];
    const [x, y] = blob instanceof Uint8Array ? pointOf(blob) : [];
    batch.push([
      ...values.map((value) => (value === null ? '' : String(value))),
      String(x ?? ''),
      String(y ?? ''),
    ]);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Bytes of the envelope by its indicator. Source: OGC 12-128r19, 2.1.3. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** The point of a GeoPackage geometry; empty when it is another shape. */
function pointOf(blob: Uint8Array): readonly number[] {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (view.byteLength < 29 || view.getUint16(0) !== 0x4750) return [];
  const at = 8 + (ENVELOPE_BYTES[(view.getUint8(3) >> 1) & 7] ?? 0);
  if (view.byteLength < at + 21) return [];
  const little = view.getUint8(at) === 1;
  if (view.getUint32(at + 1, little) % 1000 !== 1) return [];
  return [view.getFloat64(at + 5, little), view.getFloat64(at + 13, little)];
}
