import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString, MultiLineString, Polygon, Position } from 'geojson';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import { unpackGrid } from '#data/geodesy/packed-grid.ts';
import { between, type Random } from './random.ts';

/** A position in metres on the British National Grid. */
export type Metres = readonly [easting: number, northing: number];

/** One row of data/facts/places.csv. */
export type Place = {
  readonly kind: string;
  readonly reference: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  readonly district: string;
  readonly source: string;
  readonly note: string;
};

export type District = {
  readonly name: string;
  readonly gssCode: string;
  readonly ring: readonly Metres[];
};
export type Watercourse = {
  readonly name: string;
  readonly kind: string;
  readonly parts: readonly Position[][];
};

const grid = unpackGrid(readFileSync('data/geodesy/ostn15.bin.gz'));

/** Degrees to metres on the National Grid (OSTN15), whole centimetres. */
export function toMetres([lng, lat]: readonly [number, number]): Metres {
  const at = toNationalGrid(grid, lng, lat);
  if (!at) throw new RangeError(`Cannot place ${lng}, ${lat} on the National Grid`);
  return [Number(at[0].toFixed(2)), Number(at[1].toFixed(2))];
}

/** Metres on the National Grid to degrees (OSTN15), seven decimals. */
export function toDegrees([easting, northing]: Metres): [number, number] {
  const at = toWgs84(grid, easting, northing);
  if (!at) throw new RangeError(`Cannot place ${easting}, ${northing} on the globe`);
  return [Number(at[0].toFixed(7)), Number(at[1].toFixed(7))];
}

/** Places of one kind, in the order of the file. */
export function readPlaces(kind: string): readonly Place[] {
  const [, ...rows] = readFileSync('data/facts/places.csv', 'utf8').trim().split(/\r?\n/);
  return rows.map(cellsOf).flatMap((cells) => {
    const [
      cls = '',
      reference = '',
      name = '',
      lng,
      lat,
      district = '',
      source = '',
      ,
      ,
      note = '',
    ] = cells;
    return cls === kind
      ? [{ kind: cls, reference, name, lng: Number(lng), lat: Number(lat), district, source, note }]
      : [];
  });
}

const cellsOf = (row: string): string[] =>
  [...row.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1] ?? '');

const read = <G extends LineString | MultiLineString | Polygon>(file: string) =>
  (JSON.parse(readFileSync(`data/basemap/${file}`, 'utf8')) as FeatureCollection<G>).features;

/** The ten districts, their outer ring in metres. */
export const DISTRICTS: readonly District[] = read<Polygon>('districts.json').map((district) => ({
  name: String(district.properties?.name),
  gssCode: String(district.properties?.gssCode),
  ring: (district.geometry.coordinates[0] ?? []).map(([lng = 0, lat = 0]) => toMetres([lng, lat])),
}));

/** The main rivers and canals, in degrees, each with all its parts. */
export const WATERCOURSES: readonly Watercourse[] = read<LineString | MultiLineString>(
  'watercourses.json',
).map(({ properties, geometry }) => ({
  name: String(properties?.name),
  kind: String(properties?.kind),
  parts: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
}));

/** @throws RangeError for a name that is not one of the ten */
export function findDistrict(name: string): District {
  const found = DISTRICTS.find((district) => district.name === name);
  if (!found) throw new RangeError(`Cannot find district "${name}"`);
  return found;
}

/** Whether a point lies in a ring (even–odd rule). */
export function isInside([x, y]: Metres, ring: readonly Metres[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] ?? [0, 0];
    const [xj, yj] = ring[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** A point somewhere in a district, whole metres. */
export function somewhereIn(random: Random, { ring }: District): Metres {
  const eastings = ring.map(([easting]) => easting);
  const northings = ring.map(([, northing]) => northing);
  for (;;) {
    const at: Metres = [
      between(random, Math.min(...eastings), Math.max(...eastings)),
      between(random, Math.min(...northings), Math.max(...northings)),
    ];
    if (isInside(at, ring)) return at;
  }
}

/**
 * A position as an eight-character National Grid reference with its letters, `SJ 81429 91372`.
 * Greater Manchester lies in four 100 km squares (OS, A guide to coordinate systems in Great Britain).
 */
export function gridReferenceOf([easting, northing]: Metres): string {
  const column = easting >= 400_000 ? 1 : 0;
  const square = northing >= 400_000 ? ['SD', 'SE'][column] : ['SJ', 'SK'][column];
  const digits = (metres: number) => String(Math.floor(metres) % 100_000).padStart(5, '0');
  return `${square} ${digits(easting)} ${digits(northing)}`;
}
