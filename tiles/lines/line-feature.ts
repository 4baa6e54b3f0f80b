import type { Dictionary } from '../choose/dictionary.ts';
import { LINE, POINT, POLYGON } from '../choose/flat-layer.ts';
import type { Outlines } from '../choose/outlines.ts';
import { CLOSE_OBJECT, COLON, COMMA, Cursor, OPEN_OBJECT, QUOTE } from './cursor.ts';
import { NameTable } from './name-table.ts';
import { Positions } from './positions.ts';

const word = (text: string): Uint8Array => new TextEncoder().encode(text);
const [TRUE, FALSE, NULL] = [word('true'), word('false'), word('null')];
const FEATURE = word('"Feature"');

/** Members of a feature, each a bit. */
const [TYPE, ID, GEOMETRY, PROPERTIES] = [1, 2, 4, 8];
const MEMBERS = [
  { word: word('"type"'), bit: TYPE },
  { word: word('"id"'), bit: ID },
  { word: word('"geometry"'), bit: GEOMETRY },
  { word: word('"properties"'), bit: PROPERTIES },
];
const NEEDED = TYPE | GEOMETRY;
const COORDINATES = word('"coordinates"');

/** Geometry types, the shape of each and how deep its positions lie in its coordinates. */
const GEOMETRIES = [
  { word: word('"Point"'), shape: POINT, depth: 0 },
  { word: word('"Polygon"'), shape: POLYGON, depth: 2 },
  { word: word('"LineString"'), shape: LINE, depth: 1 },
  { word: word('"MultiPolygon"'), shape: POLYGON, depth: 3 },
  { word: word('"MultiLineString"'), shape: LINE, depth: 2 },
  { word: word('"MultiPoint"'), shape: POINT, depth: 1 },
];

type ValueType = 'string' | 'number' | 'boolean';
type Property = {
  name: string;
  /** Undefined: null, which tiles leave out. */
  type: ValueType | undefined;
  from: number;
  to: number;
  number: number;
};

/**
 * A GeoJSON feature as most programs write it, read without making it: positions go from the
 * bytes to columns, texts from the bytes to the dictionary. Lines that are written otherwise
 * (escapes, exponents, nested values, foreign members, names that are numbers) are for
 * `JSON.parse`; where both can read a line, both read the same.
 */
export class LineFeature {
  /** POINT, LINE or POLYGON. */
  shape = 0;
  /** Its id where that is a whole number from 0, else −1. */
  key = -1;
  /** How many properties there are, those that are null among them. */
  properties = 0;
  readonly #cursor = new Cursor();
  readonly #positions = new Positions();
  readonly #names = new NameTable();
  readonly #found: Property[] = [];

  /** @returns whether the line is understood; if not, it may still be a feature */
  read(bytes: Buffer, start: number, end: number): boolean {
    const cursor = this.#cursor;
    cursor.enter(bytes, start, end);
    this.#names.next();
    this.key = -1;
    this.properties = 0;
    let seen = 0;
    if (!cursor.take(OPEN_OBJECT)) return false;
    do {
      const member = this.#takeAny(MEMBERS)?.bit ?? 0;
      if (member === 0 || seen & member || !cursor.take(COLON)) return false;
      seen |= member;
      if (!this.#takeMember(member)) return false;
    } while (cursor.take(COMMA));
    if (!cursor.take(CLOSE_OBJECT)) return false;
    cursor.peek();
    return cursor.at === end && (seen & NEEDED) === NEEDED;
  }

  /** Which property has this name; −1: none. */
  find(name: string): number {
    for (let i = 0; i < this.properties; i++) if (this.#found[i]?.name === name) return i;
    return -1;
  }

  nameOf(property: number): string {
    return (this.#found[property] as Property).name;
  }

  /** The type of a value that is not null. */
  typeOf(property: number): ValueType {
    return (this.#found[property] as Property).type ?? 'string';
  }

  /** Number of a property's value in the dictionary; undefined for null. */
  valueOf(property: number, dictionary: Dictionary): number | undefined {
    const { type, from, to, number } = this.#found[property] as Property;
    if (type === 'string') return dictionary.numberOfText(this.#cursor.bytes, from, to);
    if (type === 'number') return dictionary.numberOf(number);
    return type === undefined ? undefined : dictionary.numberOf(number === 1);
  }

  /** Add the geometry. */
  outline(outlines: Outlines): void {
    this.#positions.outline(this.shape, outlines);
  }

  #takeMember(member: number): boolean {
    const cursor = this.#cursor;
    if (member === TYPE) return cursor.peek() === QUOTE && cursor.takeWord(FEATURE);
    if (member === GEOMETRY) return this.#takeGeometry();
    if (member === PROPERTIES) return this.#takeProperties();
    if (cursor.peek() === QUOTE) return cursor.takeText();
    if (!cursor.takeNumber()) return false;
    this.key = Number.isSafeInteger(cursor.number) && cursor.number >= 0 ? cursor.number : -1;
    return true;
  }

  #takeGeometry(): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_OBJECT) || this.#takeAny(MEMBERS)?.bit !== TYPE) return false;
    const geometry = cursor.take(COLON) ? this.#takeAny(GEOMETRIES) : undefined;
    if (!geometry || !cursor.take(COMMA)) return false;
    cursor.peek();
    if (!cursor.takeWord(COORDINATES) || !cursor.take(COLON)) return false;
    this.shape = geometry.shape;
    return this.#positions.take(cursor, geometry.depth) && cursor.take(CLOSE_OBJECT);
  }

  /** The one of some words that follows; it is passed. */
  #takeAny<Entry extends { readonly word: Uint8Array }>(
    entries: readonly Entry[],
  ): Entry | undefined {
    const cursor = this.#cursor;
    cursor.peek();
    for (const entry of entries) if (cursor.takeWord(entry.word)) return entry;
    return undefined;
  }

  #takeProperties(): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_OBJECT)) return false;
    if (cursor.take(CLOSE_OBJECT)) return true;
    do {
      if (!cursor.takeText()) return false;
      const name = this.#names.find(cursor.bytes, cursor.textFrom, cursor.textTo);
      if (name === undefined || !cursor.take(COLON)) return false;
      if (!this.#takeValue(this.#propertyAt(this.properties++, name))) return false;
    } while (cursor.take(COMMA));
    return cursor.take(CLOSE_OBJECT);
  }

  #propertyAt(index: number, name: string): Property {
    this.#found[index] ??= { name, type: undefined, from: 0, to: 0, number: 0.5 };
    const property = this.#found[index];
    property.name = name;
    return property;
  }

  #takeValue(property: Property): boolean {
    const cursor = this.#cursor;
    const byte = cursor.peek();
    if (byte === QUOTE) {
      if (!cursor.takeText()) return false;
      property.type = 'string';
      property.from = cursor.textFrom;
      property.to = cursor.textTo;
      return true;
    }
    if (byte === TRUE[0] || byte === FALSE[0]) {
      property.type = 'boolean';
      property.number = byte === TRUE[0] ? 1 : 0;
      return cursor.takeWord(byte === TRUE[0] ? TRUE : FALSE);
    }
    if (byte === NULL[0]) {
      property.type = undefined;
      return cursor.takeWord(NULL);
    }
    property.type = 'number';
    if (!cursor.takeNumber()) return false;
    property.number = cursor.number;
    return true;
  }
}
