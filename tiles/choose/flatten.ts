import type { Geometry } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';
import type { LineFeature } from '../lines/line-feature.ts';
import { AttributeTable, isTagType, type TagType } from './attribute-table.ts';
import { Dictionary, type TagValue } from './dictionary.ts';
import { type FieldType, LINE, POINT, POLYGON } from './flat-layer.ts';
import { Growing, grown } from './growing.ts';
import { Outlines } from './outlines.ts';

/** A simple geometry: everything but a collection. */
type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

export const SHAPE_CODES: Readonly<Record<Simple['type'], number>> = {
  Point: POINT,
  MultiPoint: POINT,
  LineString: LINE,
  MultiLineString: LINE,
  Polygon: POLYGON,
  MultiPolygon: POLYGON,
};

/** Bytes of one of each, in the columns. */
const FEATURE_BYTES = 25;
const PART_BYTES = 5;
const VERTEX_BYTES = 8;
const TAG_BYTES = 4;

/** Takes features one by one into flat columns: outlines in world units, values numbered. */
export class Flattener {
  readonly outlines = new Outlines();
  /** Pairs: attribute, value. */
  tags = new Uint32Array(1 << 12);
  tagCount = 0;
  readonly featureParts = new Growing(new Uint32Array(1 << 10));
  readonly featureTags = new Growing(new Uint32Array(1 << 10));
  readonly shapes = new Growing(new Uint8Array(1 << 10));
  readonly keys = new Growing(new Float64Array(1 << 10));
  readonly sizes = new Growing(new Float32Array(1 << 10));
  readonly ranks = new Growing(new Float32Array(1 << 10));
  readonly dictionary = new Dictionary();
  /** Features without a single position that can be drawn. */
  unplaced = 0;
  readonly #table: AttributeTable;

  /** @param attributes properties to keep, in this order; all, as they come, when left out */
  constructor(attributes?: readonly string[] | AttributeTable) {
    this.#table =
      attributes instanceof AttributeTable ? attributes : new AttributeTable(attributes);
  }

  get attributes(): readonly string[] {
    return this.#table.names;
  }

  /** Bytes of all it holds, about. */
  get bytes(): number {
    const { outlines, dictionary } = this;
    const parts = PART_BYTES * outlines.partStarts.length + VERTEX_BYTES * outlines.vertices;
    return FEATURE_BYTES * this.count + parts + TAG_BYTES * this.tagCount + dictionary.bytes;
  }

  /** Features so far; a collection of several shapes counts as many. */
  get count(): number {
    return this.shapes.length;
  }

  /** Add a feature; a collection becomes one feature of each shape in it, all with its key. */
  add(feature: TileFeature): void {
    const before = this.count;
    const parts = simpleParts(feature.geometry);
    if (parts.length === 1) this.#addShape(SHAPE_CODES[(parts[0] as Simple).type], parts, feature);
    else {
      for (const shape of [POINT, LINE, POLYGON]) {
        const alike = parts.filter((part) => SHAPE_CODES[part.type] === shape);
        this.#addShape(shape, alike, feature);
      }
    }
    if (this.count === before) this.unplaced++;
  }

  /** Add a feature as it stands in a line of GeoJSON. */
  addLine(line: LineFeature): void {
    const { outlines } = this;
    const firstPart = outlines.partStarts.length;
    outlines.size = 0;
    line.outline(outlines);
    if (outlines.partStarts.length === firstPart) {
      this.unplaced++;
      return;
    }
    this.#open({ firstPart, shape: line.shape, key: line.key, rank: 0 });
    if (this.#table.every) for (let i = 0; i < line.properties; i++) this.#addLineTag(line, i);
    else for (const name of this.attributes) this.#addLineTag(line, line.find(name));
  }

  #addLineTag(line: LineFeature, property: number): void {
    const value = property < 0 ? undefined : line.valueOf(property, this.dictionary);
    if (value !== undefined) this.#addTag(line.nameOf(property), line.typeOf(property), value);
  }

  /** What the values of each attribute were. */
  fieldTypes(): FieldType[] {
    return this.#table.fieldTypes();
  }

  #addShape(shape: number, geometries: readonly Simple[], feature: TileFeature): void {
    const { outlines } = this;
    const firstPart = outlines.partStarts.length;
    outlines.size = 0;
    for (const geometry of geometries) addSimple(outlines, geometry);
    if (outlines.partStarts.length === firstPart) return;
    const { key, rank } = feature;
    this.#open({ firstPart, shape, key, rank });
    this.#addProperties(feature.properties);
  }

  /** What was outlined since `firstPart` becomes a feature; its tags follow. */
  #open(feature: { firstPart: number; shape: number; key: number; rank: number }): void {
    this.featureParts.push(feature.firstPart);
    this.featureTags.push(this.tagCount);
    this.shapes.push(feature.shape);
    this.keys.push(Number.isSafeInteger(feature.key) ? feature.key : -1);
    this.ranks.push(Number.isFinite(feature.rank) ? feature.rank : 0);
    this.sizes.push(this.outlines.size);
  }

  #addProperties(properties: TileFeature['properties']): void {
    const { every } = this.#table;
    for (const name of every ? Object.keys(properties) : this.attributes) {
      if (!every && !Object.hasOwn(properties, name)) continue;
      const value = properties[name];
      const type = typeof value;
      if (value === undefined || !isTagType(type)) continue;
      if (type === 'number' && !Number.isFinite(value)) continue;
      this.#addTag(name, type, this.dictionary.numberOf(value as TagValue));
    }
  }

  #addTag(name: string, type: TagType, value: number): void {
    const attribute = this.#table.numberOf(name, type);
    if (this.tagCount === this.tags.length) this.tags = grown(this.tags, this.tagCount + 2);
    this.tags[this.tagCount] = attribute;
    this.tags[this.tagCount + 1] = value;
    this.tagCount += 2;
  }
}

function addSimple(outlines: Outlines, { type, coordinates }: Simple): void {
  if (type === 'Point') outlines.addPoints(() => outlines.addPositions([coordinates]));
  else if (type === 'MultiPoint') outlines.addPoints(() => outlines.addPositions(coordinates));
  else if (type === 'LineString') outlines.addLine(0, () => outlines.addPositions(coordinates));
  else if (type === 'MultiLineString') {
    for (const line of coordinates) outlines.addLine(0, () => outlines.addPositions(line));
  } else if (type === 'Polygon') addRings(outlines, coordinates);
  else for (const polygon of coordinates) addRings(outlines, polygon);
}

function addRings(outlines: Outlines, rings: Extract<Simple, { type: 'Polygon' }>['coordinates']) {
  if (!Array.isArray(rings)) return;
  outlines.addPolygon(0, rings.length, (ring) => outlines.addPositions(rings[ring] ?? []));
}

function simpleParts(geometry: Geometry): Simple[] {
  if (geometry.type !== 'GeometryCollection') return [geometry];
  return geometry.geometries.flatMap(simpleParts);
}
