import { recogniseCrs } from '#data/geodesy/recognise-crs.ts';
import type { IssueCode } from '#data/issues/register.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import { readWkb } from '../decode/wkb.ts';
import { readCoordinate, readCoordinates } from './coordinate.ts';
import { isGeometry } from './geojson-cell.ts';
import { readObjectCell } from './object-cell.ts';
import { readPair } from './pair.ts';
import { looksLikeWkt, readWkt, type WktReading } from './wkt.ts';

/** A CRS and an axis order in which coordinates may be read. */
export type Reading = { readonly id: string; readonly axis: 'xy' | 'yx' };

/** What one record says of its position. */
export type Sighting =
  | {
      readonly kind: 'geometry';
      /** As written: x first only if the reading says so. */
      readonly geometry: NativeGeometry;
      /** CRS and axes the cell itself states (EWKT, hemispheres, grid reference). */
      readonly reading?: Partial<Reading>;
      /** Metres the position may be off by the way it is written (grid references). */
      readonly sizeM?: number;
    }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'unreadable';
      readonly code: IssueCode;
      readonly column?: string;
      readonly value?: Cell;
    };

/** A record that does say. */
export type GeometrySighting = Extract<Sighting, { kind: 'geometry' }>;

/** One place in a layer where positions stand. */
export type PositionSource = {
  readonly kind: 'native' | 'wkt' | 'geojson' | 'columns' | 'pair' | 'grid-reference';
  /** Columns it reads. */
  readonly columns: readonly string[];
  /** For `Placement.from`: `GeoX, GeoY`. */
  readonly from: string;
  /** CRS and axes stated for the whole source: by the file, the descriptor or the headings. */
  readonly stated?: Partial<Reading> & { readonly by: string };
  /** True when no heading says so and only the values look like a position. */
  readonly byValues?: boolean;
  /** Its grid references stand in groups, as no code does. */
  readonly spaced?: boolean;
  /** Its longitudes were counted from 0 to 360, and are read as west where they are beyond 180. */
  readonly fullTurn?: boolean;
  /** What the headings say about the kind of coordinates. */
  readonly unit?: 'degrees' | 'metres';
  readonly sight: (record: RawRecord) => Sighting;
};

const NOTHING: Sighting = { kind: 'nothing' };

/** A column of a layer, by its place, since headings may repeat. */
export type Column = { readonly index: number; readonly name: string };

/** The geometry a spatial format carries. */
export function nativeSource(layer: Pick<DecodedLayer, 'crs'>): PositionSource {
  const { crs } = layer;
  return {
    kind: 'native',
    columns: [],
    from: 'geometry',
    ...(crs && {
      stated: { ...(crs.id !== undefined && { id: crs.id }), axis: crs.axis, by: crs.text },
    }),
    sight: ({ geometry }) => {
      if (geometry === null || geometry === undefined) return NOTHING;
      return isGeometry(geometry)
        ? { kind: 'geometry', geometry }
        : { kind: 'unreadable', code: 'geom.parse-failed' };
    },
  };
}

/** Two columns, one a coordinate. `sight` gives points as x, y. */
export function columnsSource(x: Column, y: Column, unit?: 'degrees' | 'metres'): PositionSource {
  return {
    kind: 'columns',
    columns: [x.name, y.name],
    from: `${x.name}, ${y.name}`,
    ...(unit && { unit }),
    sight: ({ values }) => {
      const first = readCoordinate(values[x.index], unit);
      const second = readCoordinate(values[y.index], unit);
      if (first === undefined && second === undefined) return NOTHING;
      const several = Number.isNaN(first) && severalPoints(values[x.index], values[y.index]);
      if (several) return several;
      if (first === undefined || Number.isNaN(first)) return unreadable(x, values, first);
      if (second === undefined || Number.isNaN(second)) return unreadable(y, values, second);
      return point(first, second);
    },
  };
}

/** One record may have several places: `376909, 376913` beside `389835, 389829`. */
function severalPoints(xs: Cell | undefined, ys: Cell | undefined): Sighting | undefined {
  const first = readCoordinates(xs);
  const second = readCoordinates(ys);
  if (!first || first.length !== second?.length) return undefined;
  const coordinates = first.map((value, i) => [value, second[i] as number]);
  return { kind: 'geometry', geometry: { type: 'MultiPoint', coordinates } };
}

function unreadable(column: Column, values: readonly Cell[], read: number | undefined): Sighting {
  return {
    kind: 'unreadable',
    code: read === undefined ? 'geom.missing' : 'geom.parse-failed',
    column: column.name,
    value: values[column.index] ?? null,
  };
}

const point = (x: number, y: number): Sighting => ({
  kind: 'geometry',
  geometry: { type: 'Point', coordinates: [x, y] },
});

/** Well-known binary written as hexadecimal figures, as PostGIS exports it. */
const HEX_WKB = /^(?:0x|\\x)?0[01](?:[\da-f]{2}){8,}$/i;

/** True when a cell looks like well-known text, or binary in hexadecimal figures. */
export const looksLikeWellKnown = (text: string): boolean =>
  looksLikeWkt(text) || HEX_WKB.test(text.trim());

/** A column of well-known text, or of well-known binary in hexadecimal figures. */
export const wktSource = (column: Column): PositionSource =>
  textSource('wkt', column, (text) => {
    const reading = HEX_WKB.test(text) ? readHexWkb(text) : readWkt(text);
    if (!reading) return undefined;
    const { geometry, srid, crs } = reading;
    if (!geometry) return NOTHING;
    const stated = crs === undefined ? undefined : recogniseCrs(crs);
    return {
      kind: 'geometry',
      geometry,
      ...(srid !== undefined && srid !== 0 && { reading: { id: `EPSG:${srid}` } }),
      ...(stated && { reading: stated }),
    };
  });

function readHexWkb(text: string): WktReading | undefined {
  const figures = text.replace(/^(?:0x|\\x)/i, '');
  const bytes = Uint8Array.from(figures.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  try {
    const reading = readWkb(bytes);
    if (typeof reading === 'string') return undefined;
    const { geometry, srid } = reading;
    return { ...(geometry && { geometry }), ...(srid !== undefined && { srid }) };
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined; // the figures end too early
    throw thrown;
  }
}

/** A column of GeoJSON geometries, or of objects that hold a position. */
export const geojsonSource = (column: Column): PositionSource =>
  textSource('geojson', column, (text) => {
    const cell = readObjectCell(text);
    return cell && { kind: 'geometry', ...cell };
  });

/** A column of positions in one cell: `(53.4, -2.2)`; with x first where it says which is which. */
export const pairSource = (column: Column): PositionSource =>
  textSource('pair', column, (text) => {
    const pair = readPair(text);
    if (!pair) return undefined;
    const { first, second, axis } = pair;
    const coordinates = axis === 'yx' ? [second, first] : [first, second];
    const geometry: NativeGeometry = { type: 'Point', coordinates };
    return { kind: 'geometry', geometry, ...(axis && { reading: { axis: 'xy' } }) };
  });

const LABELS = {
  wkt: 'WKT in ',
  geojson: 'GeoJSON in ',
  pair: '',
  'grid-reference': 'grid reference in ',
} as const;

const EMPTY_WORDS = /^(?:-+|n\/?a|#n\/a|null|none|nil|unknown|tbc)?$/i;

/** A column whose cells `read` makes sense of, or says why not. */
export function textSource(
  kind: keyof typeof LABELS,
  column: Column,
  read: (text: string) => Sighting | undefined,
): PositionSource {
  return {
    kind,
    columns: [column.name],
    from: `${LABELS[kind]}${column.name}`,
    sight: ({ values }) => {
      const cell = values[column.index];
      if (cell === null || cell === undefined) return NOTHING;
      const text = String(cell).trim();
      if (EMPTY_WORDS.test(text)) return NOTHING;
      const failed = { kind: 'unreadable', code: 'geom.parse-failed' } as const;
      return read(text) ?? { ...failed, column: column.name, value: cell };
    },
  };
}
