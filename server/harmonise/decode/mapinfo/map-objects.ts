import type { Geometry, Position } from 'geojson';
import { nestByPlace } from '../binary/rings.ts';
import { ellipseArc, ellipseRing } from './ellipse.ts';
import { chainedBytes, type MapFile } from './map-file.ts';
import { type Kind, type ObjectType, TYPES } from './object-types.ts';

/** One object being read. */
type Cursor = {
  readonly map: MapFile;
  at: number;
  readonly isShort: boolean;
  /** What 16-bit coordinates are counted from. */
  originX: number;
  originY: number;
};

/**
 * The geometry at an offset that the .id file gives.
 *
 * @returns null where the row has none; a sentence when it is of a kind that is not read
 * @throws RangeError when it runs off the end of the file
 */
export function readMapObject(map: MapFile, offset: number): Geometry | null | string {
  if (offset === 0) return null;
  const code = map.bytes.readUInt8(offset);
  if (code === 0) return null;
  const short = TYPES.get(code);
  const type = short ?? TYPES.get(code - 1);
  if (!type)
    return `MapInfo objects of type ${code} (collections) are not read. Split it into regions, lines and points (Objects, Disaggregate).`;
  const block = Math.floor(offset / map.blockSize) * map.blockSize;
  const cursor: Cursor = {
    map,
    at: offset + 5,
    isShort: short !== undefined,
    originX: map.bytes.readInt32LE(block + 4),
    originY: map.bytes.readInt32LE(block + 8),
  };
  return SHAPES[type.kind](cursor, type);
}

const SHAPES: Readonly<
  Record<Kind, (cursor: Cursor, type: ObjectType) => Geometry | null | string>
> = {
  point: pointAt,
  'font-point': (cursor) => pointAt(skip(cursor, 12)),
  'custom-point': (cursor) => pointAt(skip(cursor, 2)),
  line: (cursor) => ({ type: 'LineString', coordinates: [coordinate(cursor), coordinate(cursor)] }),
  rectangle: (cursor) => rectangle(coordinate(cursor), coordinate(cursor)),
  'round-rectangle': (cursor) => {
    skip(cursor, cursor.isShort ? 4 : 8);
    return rectangle(coordinate(cursor), coordinate(cursor));
  },
  arc: arcAt,
  ellipse: (cursor) => ({
    type: 'Polygon',
    coordinates: [ellipseRing([coordinate(cursor), coordinate(cursor)])],
  }),
  text: textAt,
  polyline,
  multiline: sections,
  region: sections,
  multipoint,
};

function skip(cursor: Cursor, bytes: number): Cursor {
  cursor.at += bytes;
  return cursor;
}

function figure(cursor: Cursor): number {
  const { map, at } = cursor;
  cursor.at += cursor.isShort ? 2 : 4;
  return cursor.isShort ? map.bytes.readInt16LE(at) : map.bytes.readInt32LE(at);
}

function long(cursor: Cursor): number {
  cursor.at += 4;
  return cursor.map.bytes.readInt32LE(cursor.at - 4);
}

function coordinate(cursor: Cursor): Position {
  const [x, y] = [figure(cursor), figure(cursor)];
  const { isShort, originX, originY, map } = cursor;
  return isShort ? map.place(x + originX, y + originY) : map.place(x, y);
}

function pointAt(cursor: Cursor): Geometry {
  return { type: 'Point', coordinates: coordinate(cursor) };
}

function rectangle([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): Geometry {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x1, y1],
        [x2, y1],
        [x2, y2],
        [x1, y2],
        [x1, y1],
      ],
    ],
  };
}

/** Angles in tenths of a degree, then the box of the ellipse; they are turned where x runs westwards. */
function arcAt(cursor: Cursor): Geometry {
  const angles = [
    cursor.map.bytes.readInt16LE(cursor.at),
    cursor.map.bytes.readInt16LE(cursor.at + 2),
  ];
  const [from = 0, to = 0] = angles.map((tenths) => tenths / 10);
  skip(cursor, 4);
  const box = [coordinate(cursor), coordinate(cursor)] as const;
  const coordinates = cursor.map.isWestwards
    ? ellipseArc(box, 180 - to, 180 - from)
    : ellipseArc(box, from, to);
  return { type: 'LineString', coordinates };
}

/** A text stands at the lower left corner of the box it fills, which follows its looks. */
function textAt(cursor: Cursor): Geometry {
  skip(cursor, 4 + 2 + 2 + 2 + 2 + 6);
  coordinate(cursor);
  skip(cursor, (cursor.isShort ? 2 : 4) + 1);
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [coordinate(cursor), coordinate(cursor)];
  return { type: 'Point', coordinates: [Math.min(x1, x2), Math.min(y1, y2)] };
}

/** Read past the label point and take up the origin of the short coordinates. */
function takeOrigin(cursor: Cursor): void {
  if (!cursor.isShort) return;
  skip(cursor, 4);
  cursor.originX = long(cursor);
  cursor.originY = long(cursor);
}

const SMOOTH = 0x7fffffff;

function polyline(cursor: Cursor): Geometry | null | string {
  const pointer = long(cursor);
  const size = long(cursor) & SMOOTH;
  takeOrigin(cursor);
  const data = chainedBytes(cursor.map, pointer, size);
  if (!data) return CUT;
  const line = positions(cursor, data, 0, size / (cursor.isShort ? 4 : 8));
  return line.length === 0 ? null : { type: 'LineString', coordinates: line };
}

const CUT = 'The object is damaged: its coordinates are cut short.';

function multipoint(cursor: Cursor, { version }: ObjectType): Geometry | null | string {
  const pointer = long(cursor);
  const count = long(cursor);
  skip(cursor, (version === 800 ? 33 : 0) + 17);
  takeOrigin(cursor);
  const data = chainedBytes(cursor.map, pointer, count * (cursor.isShort ? 4 : 8));
  if (!data) return CUT;
  const coordinates = positions(cursor, data, 0, count);
  return coordinates.length === 0 ? null : { type: 'MultiPoint', coordinates };
}

/** Where the headers of an object's parts stand, and how they are written. */
type Headers = {
  readonly data: Buffer;
  readonly count: number;
  readonly size: number;
  readonly isWide: boolean;
};

/** Lines and rings: a header for each with its number of positions, then all positions. */
function sections(cursor: Cursor, { kind, version }: ObjectType): Geometry | null | string {
  const pointer = long(cursor);
  const size = long(cursor) & SMOOTH;
  const isNew = version === 800;
  const count = isNew ? long(cursor) : cursor.map.bytes.readInt16LE(skip(cursor, 2).at - 2);
  if (isNew) skip(cursor, 33);
  takeOrigin(cursor);
  const isWide = version >= 450;
  const headerSize = (isWide ? 4 : 2) + (isNew ? 4 : 2) + (cursor.isShort ? 8 : 16) + 4;
  const data = chainedBytes(cursor.map, pointer, size);
  if (!data || count < 0 || count * headerSize > data.length) return CUT;
  const parts = readParts(cursor, { data, count, size: headerSize, isWide });
  if (!parts) return CUT;
  if (parts.length === 0) return null;
  if (kind === 'region') return nestByPlace(parts);
  return parts.length === 1 && parts[0]
    ? { type: 'LineString', coordinates: parts[0] }
    : { type: 'MultiLineString', coordinates: parts };
}

function readParts(
  cursor: Cursor,
  { data, count, size, isWide }: Headers,
): Position[][] | undefined {
  const step = cursor.isShort ? 4 : 8;
  const parts: Position[][] = [];
  for (let part = 0; part < count; part += 1) {
    const at = part * size;
    const length = isWide ? data.readInt32LE(at) : data.readInt16LE(at);
    // Offsets are counted as if headers and coordinates were written in full.
    const from = (data.readInt32LE(at + size - 4) - count * (isWide ? 28 : 24)) / 8;
    const start = count * size + from * step;
    if (length < 0 || from < 0 || start + length * step > data.length) return undefined;
    if (length > 0) parts.push(positions(cursor, data, start, length));
  }
  return parts;
}

function positions(
  { isShort, originX, originY, map }: Cursor,
  data: Buffer,
  from: number,
  count: number,
): Position[] {
  const line: Position[] = [];
  const step = isShort ? 4 : 8;
  for (let at = from; line.length < count && at + step <= data.length; at += step) {
    line.push(
      isShort
        ? map.place(data.readInt16LE(at) + originX, data.readInt16LE(at + 2) + originY)
        : map.place(data.readInt32LE(at), data.readInt32LE(at + 4)),
    );
  }
  return line;
}
