import type { Geometry, Position } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DeclaredCrs, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type FlatTable, rootTable } from './binary/flatbuffer.ts';
import { declare } from './crs.ts';
import { licenceIn } from './licence-text.ts';
import { issueOf, refuse } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import { gathered } from './wkb.ts';

type Column = { readonly name: string; readonly type: number };

type Fgb = {
  readonly name: string;
  readonly view: DataView;
  readonly columns: readonly Column[];
  readonly geometryType: number;
  /** Where the first feature begins. */
  readonly featuresAt: number;
};

// Field numbers and column types: flatgeobuf specification, header.fbs and feature.fbs, version 3.
const HEADER = {
  name: 0,
  geometryType: 2,
  columns: 7,
  count: 8,
  nodeSize: 9,
  crs: 10,
  description: 12,
  metadata: 13,
};
const CRS = { org: 0, code: 1, name: 2, wkt: 4, codeString: 5 };
const GEOMETRY = { ends: 0, xy: 1, z: 2, type: 6, parts: 7 };
const HEADER_AT = 8;
const NODE_BYTES = 40;
const HEADER_LIMIT = 10_000_000;

/**
 * FlatGeobuf, read by its own small reader so that every offset in the file is checked.
 *
 * @throws Refusal when the header is damaged
 */
export function decodeFlatgeobuf(source: Source): DecodedFile {
  const { bytes } = source;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint32(HEADER_AT, true);
  if (headerSize > HEADER_LIMIT || HEADER_AT + 4 + headerSize > bytes.length) {
    refuse('file.corrupt', 'The header of the FlatGeobuf is damaged.');
  }
  const header = rootTable(view, HEADER_AT + 4);
  const fgb: Fgb = {
    name: header.text(HEADER.name) || stemOf(source.name),
    view,
    columns: header
      .tables(HEADER.columns)
      .map((column) => ({ name: column.text(0) ?? '', type: column.byte(1) })),
    geometryType: header.byte(HEADER.geometryType),
    featuresAt: HEADER_AT + 4 + headerSize + indexSize(header),
  };
  const crs = crsOf(header.table(HEADER.crs));
  const said = `${header.text(HEADER.description) ?? ''}\n${header.text(HEADER.metadata) ?? ''}`;
  const licenceText = licenceIn(said);
  const layer: DecodedLayer = {
    name: fgb.name,
    columns: fgb.columns.map(({ name }) => name),
    spatial: true,
    ...(crs === undefined ? {} : { crs }),
    ...(licenceText === undefined ? {} : { licenceText }),
    records: (report) => recordsOf(fgb, report),
  };
  return { format: 'flatgeobuf', encoding: 'utf-8', layers: [layer], issues: [] };
}

/** Bytes of the packed R-tree that stands before the features. */
function indexSize(header: FlatTable): number {
  const count = header.long(HEADER.count);
  const nodeSize = header.short(HEADER.nodeSize, 16);
  if (nodeSize < 2 || count === 0) return 0;
  let nodes = count;
  let level = count;
  do {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  } while (level > 1);
  return nodes * NODE_BYTES;
}

function crsOf(table: FlatTable | undefined): DeclaredCrs | undefined {
  if (!table) return undefined;
  const code = table.int(CRS.code);
  const name = table.text(CRS.name) ?? '';
  const org = table.text(CRS.org) ?? 'EPSG';
  const text = code > 0 ? `${name} ${org}:${code}` : (table.text(CRS.wkt) ?? name);
  const { id } = declare(
    code > 0 ? `${org}:${code}` : (table.text(CRS.wkt) ?? table.text(CRS.codeString) ?? name),
  );
  return text.trim() === '' ? undefined : { ...declare(text), ...(id === undefined ? {} : { id }) };
}

type Report = (found: Issue) => void;

function* recordsOf(fgb: Fgb, report: Report): Generator<RawRecord> {
  const { view, name: layer } = fgb;
  let line = 0;
  for (let at = fgb.featuresAt; at < view.byteLength; ) {
    line += 1;
    const size = at + 4 <= view.byteLength ? view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (at + 4 + size > view.byteLength || size < 4) {
      report(issue('file.truncated', { layer, line }));
      return;
    }
    const record = recordAt(fgb, at + 4, line, report);
    if (record) yield record;
    at += 4 + size;
  }
}

function recordAt(fgb: Fgb, at: number, line: number, report: Report): RawRecord | undefined {
  const { name: layer, columns, geometryType } = fgb;
  try {
    const feature = rootTable(fgb.view, at);
    const values = valuesOf(feature, columns);
    const shape = feature.table(0);
    const geometry = shape ? geometryOf(shape, geometryType, 0) : null;
    if (typeof geometry !== 'string') return { line, values, geometry };
    report(issue('geom.parse-failed', { layer, line }, geometry));
    return { line, values, geometry: null };
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    report({ ...found, severity: 'error', layer, line });
    return undefined;
  }
}

/** Properties are pairs of column number and value. */
function valuesOf(feature: FlatTable, columns: readonly Column[]): Cell[] {
  const values = new Array<Cell>(columns.length).fill(null);
  const bytes = feature.bytes(1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 2 <= bytes.length; ) {
    const index = view.getUint16(at, true);
    const read = READERS[columns[index]?.type ?? -1];
    if (!read) throw new RangeError(`a value names column ${index}, of no known type`);
    const [value, size] = read(view, at + 2);
    values[index] = value;
    at += 2 + size;
  }
  return values;
}

type Reader = (view: DataView, at: number) => readonly [value: Cell, size: number];

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const whole = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();

const readText: Reader = (view, at) => {
  const size = view.getUint32(at, true);
  if (at + 4 + size > view.byteLength) throw new RangeError('a text is longer than its feature');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 4, size);
  return [new TextDecoder().decode(bytes), size + 4];
};

/** By column type, from Byte to Binary. */
const READERS: readonly Reader[] = [
  (view, at) => [view.getInt8(at), 1],
  (view, at) => [view.getUint8(at), 1],
  (view, at) => [view.getUint8(at) !== 0, 1],
  (view, at) => [view.getInt16(at, true), 2],
  (view, at) => [view.getUint16(at, true), 2],
  (view, at) => [view.getInt32(at, true), 4],
  (view, at) => [view.getUint32(at, true), 4],
  (view, at) => [whole(view.getBigInt64(at, true)), 8],
  (view, at) => [whole(view.getBigUint64(at, true)), 8],
  (view, at) => [finite(view.getFloat32(at, true)), 4],
  (view, at) => [finite(view.getFloat64(at, true)), 8],
  readText,
  readText,
  readText,
  (view, at) => [`(${view.getUint32(at, true)} bytes)`, 4 + view.getUint32(at, true)],
];

/** By geometry type, from Point to MultiPolygon, what a table's positions make. */
const SHAPES: Readonly<Record<number, (table: FlatTable, line: Position[]) => Geometry | null>> = {
  1: (_table, [position]) => (position ? { type: 'Point', coordinates: position } : null),
  2: (_table, line) => (line[0] ? { type: 'LineString', coordinates: line } : null),
  3: (table, line) => (line[0] ? { type: 'Polygon', coordinates: split(table, line) } : null),
  4: (_table, line) => (line[0] ? { type: 'MultiPoint', coordinates: line } : null),
  5: (table, line) =>
    line[0] ? { type: 'MultiLineString', coordinates: split(table, line) } : null,
};
const [POLYGON, MULTIPOLYGON, COLLECTION] = [3, 6, 7];

function geometryOf(table: FlatTable, layerType: number, depth: number): Geometry | null | string {
  const type = layerType === 0 ? table.byte(GEOMETRY.type) : layerType;
  if (depth > 8) return 'The geometry is nested too deeply.';
  if (type === MULTIPOLYGON) return partsOf(table, POLYGON, depth);
  if (type === COLLECTION) return partsOf(table, 0, depth);
  const shape = SHAPES[type];
  if (!shape) return `Geometries of type ${type} (curves, surfaces) are not read.`;
  const line = positionsOf(table);
  return typeof line === 'string' ? line : shape(table, line);
}

function partsOf(table: FlatTable, type: number, depth: number): Geometry | null | string {
  const parts: Geometry[] = [];
  for (const part of table.tables(GEOMETRY.parts)) {
    const geometry = geometryOf(part, type, depth + 1);
    if (typeof geometry === 'string') return geometry;
    if (geometry) parts.push(geometry);
  }
  return gathered(parts);
}

function positionsOf(table: FlatTable): Position[] | string {
  const xy = table.doubles(GEOMETRY.xy);
  const z = table.doubles(GEOMETRY.z);
  const positions: Position[] = [];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const position = [xy[at] ?? Number.NaN, xy[at + 1] ?? Number.NaN];
    if (!position.every(Number.isFinite))
      return 'The geometry holds coordinates that are not finite numbers.';
    const height = z[at / 2];
    if (height !== undefined && Number.isFinite(height)) position.push(height);
    positions.push(position);
  }
  return positions;
}

/** Ends are counted in positions from the start; without any there is one part. */
function split(table: FlatTable, line: readonly Position[]): Position[][] {
  const ends = table.uints(GEOMETRY.ends);
  if (ends.length === 0) return [[...line]];
  let start = 0;
  const parts: Position[][] = [];
  for (const end of ends) {
    if (end > start) parts.push(line.slice(start, end));
    start = end;
  }
  return parts.filter((part) => part.length > 0);
}
