import type { Geometry, Position } from 'geojson';
import type { Shape } from '#data/schema/geometry.ts';

/** Geometry type numbers. Source: OGC 06-103r4 §8.2.3; ISO adds 1000 for a z coordinate. */
const CODES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const satisfies Readonly<Record<Geometry['type'], number>>;

const Z = 1000;

/**
 * Write a geometry as little-endian ISO well-known binary, every coordinate in full.
 *
 * A height is kept when all positions have one. An empty Point has no WKB: it becomes NaN NaN, as PostGIS does.
 */
export function writeWkb(geometry: Geometry): Buffer {
  const size = everyPosition(geometry, (position) => position.length > 2) ? 3 : 2;
  const out = Buffer.allocUnsafe(byteLength(geometry, size));
  new Writer(out, size).geometry(geometry);
  return out;
}

/**
 * Read what `writeWkb` wrote.
 *
 * @throws {RangeError} on any other bytes
 */
export function readWkb(bytes: Uint8Array): Geometry {
  return new Reader(bytes).geometry();
}

/** Of which kind what `writeWkb` wrote is, by its first five bytes; undefined for a collection. */
export function shapeOfWkb(head: Uint8Array): Shape | undefined {
  const code = new DataView(head.buffer, head.byteOffset).getUint32(1, true) % Z;
  return code === CODES.GeometryCollection ? undefined : SHAPES[(code - 1) % 3];
}

const SHAPES = ['point', 'line', 'polygon'] as const satisfies readonly Shape[];

function everyPosition(geometry: Geometry, test: (position: Position) => boolean): boolean {
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.every((part) => everyPosition(part, test));
  }
  const inside = (nested: unknown): boolean =>
    Array.isArray(nested) && (isPosition(nested) ? test(nested) : nested.every(inside));
  return inside(geometry.coordinates);
}

const isPosition = (nested: readonly unknown[]): nested is Position =>
  typeof nested[0] === 'number';

function byteLength(geometry: Geometry, size: number): number {
  const position = size * 8;
  const line = (points: readonly Position[]) => 4 + points.length * position;
  const polygon = (rings: readonly Position[][]) => 4 + sum(rings, line);
  switch (geometry.type) {
    case 'Point':
      return 5 + position;
    case 'LineString':
      return 5 + line(geometry.coordinates);
    case 'Polygon':
      return 5 + polygon(geometry.coordinates);
    case 'MultiPoint':
      return 9 + geometry.coordinates.length * (5 + position);
    case 'MultiLineString':
      return 9 + sum(geometry.coordinates, (part) => 5 + line(part));
    case 'MultiPolygon':
      return 9 + sum(geometry.coordinates, (part) => 5 + polygon(part));
    case 'GeometryCollection':
      return 9 + sum(geometry.geometries, (part) => byteLength(part, size));
  }
}

const sum = <T>(items: readonly T[], measure: (item: T) => number): number =>
  items.reduce((total, item) => total + measure(item), 0);

/** A place in the bytes being written. */
class Writer {
  private at = 0;
  private readonly out: Buffer;
  private readonly size: number;

  constructor(out: Buffer, size: number) {
    this.out = out;
    this.size = size;
  }

  geometry(geometry: Geometry): void {
    this.head(geometry.type);
    switch (geometry.type) {
      case 'Point':
        this.position(geometry.coordinates);
        break;
      case 'LineString':
        this.line(geometry.coordinates);
        break;
      case 'Polygon':
        this.polygon(geometry.coordinates);
        break;
      default:
        this.parts(partsOf(geometry));
    }
  }

  private parts(parts: readonly Geometry[]): void {
    this.count(parts.length);
    for (const part of parts) this.geometry(part);
  }

  private head(type: Geometry['type']): void {
    this.at = this.out.writeUInt8(1, this.at);
    this.count(CODES[type] + (this.size === 3 ? Z : 0));
  }

  private count(value: number): void {
    this.at = this.out.writeUInt32LE(value, this.at);
  }

  private polygon(rings: readonly Position[][]): void {
    this.count(rings.length);
    for (const ring of rings) this.line(ring);
  }

  private line(points: readonly Position[]): void {
    this.count(points.length);
    for (const point of points) this.position(point);
  }

  private position(position: Position): void {
    for (let axis = 0; axis < this.size; axis++) {
      this.at = this.out.writeDoubleLE(position[axis] ?? Number.NaN, this.at);
    }
  }
}

type Several = Exclude<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }>;

function partsOf(geometry: Several): readonly Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries;
  }
}

/** A place in the bytes being read. */
class Reader {
  private at = 0;
  private size = 2;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(): Geometry {
    const order = this.view.getUint8(this.at++);
    const code = this.count();
    this.size = code > Z ? 3 : 2;
    if (order !== 1) throw new RangeError(`Cannot read WKB: byte order ${order}, expected 1`);
    switch (code % Z) {
      case CODES.Point:
        return { type: 'Point', coordinates: this.position() };
      case CODES.LineString:
        return { type: 'LineString', coordinates: this.line() };
      case CODES.Polygon:
        return { type: 'Polygon', coordinates: this.polygon() };
      case CODES.MultiPoint:
        return { type: 'MultiPoint', coordinates: this.parts(() => this.position()) };
      case CODES.MultiLineString:
        return { type: 'MultiLineString', coordinates: this.parts(() => this.line()) };
      case CODES.MultiPolygon:
        return { type: 'MultiPolygon', coordinates: this.parts(() => this.polygon()) };
      case CODES.GeometryCollection:
        return { type: 'GeometryCollection', geometries: this.list(() => this.geometry()) };
      default:
        throw new RangeError(`Cannot read WKB: geometry type ${code}`);
    }
  }

  private count(): number {
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  private list<T>(one: () => T): T[] {
    return Array.from({ length: this.count() }, one);
  }

  /** Parts of a multi geometry repeat the head of the whole. */
  private parts<T>(one: () => T): T[] {
    return this.list(() => {
      this.at += 5;
      return one();
    });
  }

  private polygon(): Position[][] {
    return this.list(() => this.line());
  }

  private line(): Position[] {
    return this.list(() => this.position());
  }

  private position(): Position {
    const position: Position = [];
    for (let axis = 0; axis < this.size; axis++) {
      position.push(this.view.getFloat64(this.at, true));
      this.at += 8;
    }
    return position;
  }
}
