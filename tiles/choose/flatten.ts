import type { Geometry, Position } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';
import { Dictionary, type TagValue } from './dictionary.ts';
import { type FieldType, LINE, POINT, POLYGON } from './flat-layer.ts';
import { worldX, worldY } from './world.ts';

/** A simple geometry: everything but a collection. */
type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

const SHAPE_CODES: Readonly<Record<Simple['type'], number>> = {
  Point: POINT,
  MultiPoint: POINT,
  LineString: LINE,
  MultiLineString: LINE,
  Polygon: POLYGON,
  MultiPolygon: POLYGON,
};

const FIELD_BITS = { string: 1, number: 2, boolean: 4 } as const;

/**
 * Takes features one by one into flat arrays: coordinates projected, rings turned the way tiles
 * want them (exterior clockwise on screen), repeated vertices left out, values numbered.
 */
export class Flattener {
  xs = new Int32Array(1 << 12);
  ys = new Int32Array(1 << 12);
  vertices = 0;
  tags = new Uint32Array(1 << 12);
  tagCount = 0;
  readonly partStarts: number[] = [];
  readonly holes: number[] = [];
  readonly featureParts: number[] = [];
  readonly featureTags: number[] = [];
  readonly shapes: number[] = [];
  readonly keys: number[] = [];
  readonly sizes: number[] = [];
  readonly ranks: number[] = [];
  readonly dictionary = new Dictionary();
  /** Features without a single position that can be drawn. */
  unplaced = 0;
  readonly attributes: string[];
  readonly #fieldBits: number[] = [];
  readonly #attributeNumbers = new Map<string, number>();
  readonly #every: boolean;
  #size = 0;

  /** @param attributes properties to keep, in this order; all, as they come, when left out */
  constructor(attributes?: readonly string[]) {
    this.#every = attributes === undefined;
    this.attributes = [...(attributes ?? [])];
    this.attributes.forEach((name, number) => {
      this.#attributeNumbers.set(name, number);
    });
  }

  /** Add a feature; a collection becomes one feature of each shape in it, all with its key. */
  add(feature: TileFeature): void {
    const before = this.shapes.length;
    const parts = simpleParts(feature.geometry);
    if (parts.length === 1) this.#addShape(SHAPE_CODES[(parts[0] as Simple).type], parts, feature);
    else {
      for (const shape of [POINT, LINE, POLYGON]) {
        const alike = parts.filter((part) => SHAPE_CODES[part.type] === shape);
        this.#addShape(shape, alike, feature);
      }
    }
    if (this.shapes.length === before) this.unplaced++;
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
    const firstPart = this.partStarts.length;
    this.#size = 0;
    for (const geometry of geometries) this.#addSimple(geometry);
    if (this.partStarts.length === firstPart) return;
    this.featureParts.push(firstPart);
    this.featureTags.push(this.tagCount);
    this.shapes.push(shape);
    this.keys.push(Number.isSafeInteger(feature.key) ? feature.key : -1);
    this.ranks.push(Number.isFinite(feature.rank) ? feature.rank : 0);
    this.sizes.push(this.#size);
    this.#addTags(feature.properties);
  }

  #addSimple({ type, coordinates }: Simple): void {
    if (type === 'Point') this.#addPart([coordinates]);
    else if (type === 'MultiPoint') this.#addPart(coordinates);
    else if (type === 'LineString') this.#addLine(coordinates);
    else if (type === 'MultiLineString') for (const line of coordinates) this.#addLine(line);
    else if (type === 'Polygon') this.#addPolygon(coordinates);
    else for (const polygon of coordinates) this.#addPolygon(polygon);
  }

  #addPart(positions: readonly Position[]): void {
    const start = this.vertices;
    this.#addVertices(positions);
    this.#closePart(start, 0);
  }

  #addLine(positions: readonly Position[]): void {
    const start = this.vertices;
    this.#addVertices(positions);
    for (let i = start + 1; i < this.vertices; i++) {
      const dx = (this.xs[i] as number) - (this.xs[i - 1] as number);
      const dy = (this.ys[i] as number) - (this.ys[i - 1] as number);
      // Math.hypot guards against overflow that cannot happen here, at ten times the cost
      this.#size += Math.sqrt(dx * dx + dy * dy);
    }
    this.#closePart(start, 0);
  }

  #addPolygon(rings: readonly (readonly Position[])[]): void {
    if (!Array.isArray(rings)) return;
    const [exterior, ...holes] = rings;
    const start = this.vertices;
    let area = exterior ? this.#addRing(exterior, 0) : 0;
    // without an exterior there is no polygon, and holes of one without area bound nothing
    if (this.vertices - start < 3) return;
    for (const hole of holes) area -= this.#addRing(hole, 1);
    this.#size += Math.max(0, area);
  }

  /** @returns area, world units² */
  #addRing(positions: readonly Position[], hole: 0 | 1): number {
    const start = this.vertices;
    this.#addVertices(positions);
    while (this.vertices - start > 1 && this.#isAt(start, this.vertices - 1)) this.vertices--;
    if (hole && this.vertices - start < 3) this.vertices = start;
    const area = Math.abs(this.#turn(start, hole === 1));
    this.#closePart(start, hole);
    return area;
  }

  /** Turn a ring the right way round. @returns its area, world units² */
  #turn(start: number, hole: boolean): number {
    const { xs, ys, vertices } = this;
    const x0 = xs[start] as number;
    const y0 = ys[start] as number;
    let doubled = 0;
    for (let i = start + 2; i < vertices; i++) {
      const [ax, ay] = [(xs[i - 1] as number) - x0, (ys[i - 1] as number) - y0];
      doubled += ax * ((ys[i] as number) - y0) - ((xs[i] as number) - x0) * ay;
    }
    if (doubled > 0 === hole) {
      xs.subarray(start, vertices).reverse();
      ys.subarray(start, vertices).reverse();
    }
    return doubled / 2;
  }

  #addVertices(positions: readonly Position[]): void {
    // geometry from a file may be nested less deep than its type says
    if (!Array.isArray(positions)) return;
    const needed = this.vertices + positions.length;
    if (needed > this.xs.length) {
      this.xs = grown(this.xs, needed);
      this.ys = grown(this.ys, needed);
    }
    const { xs, ys } = this;
    const start = this.vertices;
    let end = start;
    for (const position of positions) {
      const lng = position?.[0];
      const lat = position?.[1];
      if (!(Number.isFinite(lng) && Number.isFinite(lat))) continue;
      const x = worldX(lng as number);
      const y = worldY(lat as number);
      if (end > start && xs[end - 1] === x && ys[end - 1] === y) continue;
      xs[end] = x;
      ys[end++] = y;
    }
    this.vertices = end;
  }

  #closePart(start: number, hole: number): void {
    if (this.vertices === start) return;
    this.partStarts.push(start);
    this.holes.push(hole);
  }

  #isAt(a: number, b: number): boolean {
    return this.xs[a] === this.xs[b] && this.ys[a] === this.ys[b];
  }

  #addTags(properties: TileFeature['properties']): void {
    if (this.#every) {
      for (const name of Object.keys(properties)) this.#addTag(name, properties[name]);
      return;
    }
    for (const name of this.attributes) {
      if (Object.hasOwn(properties, name)) this.#addTag(name, properties[name]);
    }
  }

  #addTag(name: string, value: TagValue | undefined): void {
    const type = typeof value;
    if (value === undefined || !(type in FIELD_BITS)) return;
    if (type === 'number' && !Number.isFinite(value)) return;
    let attribute = this.#attributeNumbers.get(name);
    if (attribute === undefined) {
      attribute = this.attributes.push(name) - 1;
      this.#attributeNumbers.set(name, attribute);
    }
    const bits = FIELD_BITS[type as keyof typeof FIELD_BITS];
    this.#fieldBits[attribute] = (this.#fieldBits[attribute] ?? 0) | bits;
    if (this.tagCount + 2 > this.tags.length) this.tags = grown(this.tags, this.tagCount + 2);
    this.tags[this.tagCount++] = attribute;
    this.tags[this.tagCount++] = this.dictionary.numberOf(value);
  }
}

function simpleParts(geometry: Geometry): Simple[] {
  if (geometry.type !== 'GeometryCollection') return [geometry];
  return geometry.geometries.flatMap(simpleParts);
}

function grown<Numbers extends Int32Array | Uint32Array>(array: Numbers, needed: number): Numbers {
  const length = Math.max(needed, Math.ceil(array.length * 1.6));
  const larger = array instanceof Int32Array ? new Int32Array(length) : new Uint32Array(length);
  larger.set(array);
  return larger as Numbers;
}
