import type { Geometry } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';
import type { LineFeature } from '../lines/line-feature.ts';
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

const FIELD_BITS = { string: 1, number: 2, boolean: 4 } as const;

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
  readonly attributes: string[];
  readonly #fieldBits: number[] = [];
  readonly #attributeNumbers = new Map<string, number>();
  readonly #every: boolean;

  /** @param attributes properties to keep, in this order; all, as they come, when left out */
  constructor(attributes?: readonly string[]) {
    this.#every = attributes === undefined;
    this.attributes = [...(attributes ?? [])];
    this.attributes.forEach((name, number) => {
      this.#attributeNumbers.set(name, number);
    });
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
    if (this.#every) for (let i = 0; i < line.properties; i++) this.#addLineTag(line, i);
    else for (const name of this.attributes) this.#addLineTag(line, line.find(name));
  }

  #addLineTag(line: LineFeature, property: number): void {
    const value = property < 0 ? undefined : line.valueOf(property, this.dictionary);
    if (value !== undefined) this.#addTag(line.nameOf(property), line.typeOf(property), value);
  }

  /** What the values of each attribute were. */
  fieldTypes(): FieldType[] {
    return this.attributes.map((_, number) => {
      const bits = this.#fieldBits[number] ?? 0;
      if (bits === FIELD_BITS.number) return 'Number';
      return bits === FIELD_BITS.boolean ? 'Boolean' : 'String';
    });
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
    for (const name of this.#every ? Object.keys(properties) : this.attributes) {
      if (!this.#every && !Object.hasOwn(properties, name)) continue;
      const value = properties[name];
      const type = typeof value;
      if (value === undefined || !isTagType(type)) continue;
      if (type === 'number' && !Number.isFinite(value)) continue;
      this.#addTag(name, type, this.dictionary.numberOf(value as TagValue));
    }
  }

  #addTag(name: string, type: keyof typeof FIELD_BITS, value: number): void {
    let attribute = this.#attributeNumbers.get(name);
    if (attribute === undefined) {
      attribute = this.attributes.push(name) - 1;
      this.#attributeNumbers.set(name, attribute);
    }
    this.#fieldBits[attribute] = (this.#fieldBits[attribute] ?? 0) | FIELD_BITS[type];
    if (this.tagCount === this.tags.length) this.tags = grown(this.tags, this.tagCount + 2);
    this.tags[this.tagCount] = attribute;
    this.tags[this.tagCount + 1] = value;
    this.tagCount += 2;
  }
}

const isTagType = (type: string): type is keyof typeof FIELD_BITS => type in FIELD_BITS;

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
