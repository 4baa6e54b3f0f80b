import { readFileSync } from 'node:fs';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { unpackGrid } from '#data/geodesy/packed-grid.ts';
import type { Cell, DeclaredCrs, RawRecord } from '#data/schema/flow.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { buildLocator } from '#server/harmonise/geometry/index.ts';
import type {
  DistrictBoundary,
  Locator,
  LocatorHints,
  Placed,
  Unplaced,
} from '#server/harmonise/geometry/locator.ts';

const inData = (path: string) => new URL(`../../data/${path}`, import.meta.url);
type Boundaries = {
  readonly features: readonly {
    readonly properties: { readonly gssCode: string; readonly name: string };
    readonly geometry: DistrictBoundary['geometry'];
  }[];
};
const boundaries = JSON.parse(readFileSync(inData('basemap/districts.json'), 'utf8')) as Boundaries;

/** The OSTN15 grid as committed. */
export const grid = unpackGrid(readFileSync(inData('geodesy/ostn15.bin.gz')));

/** The reference deployment: OSTN15 and Greater Manchester's districts. */
export const context = {
  grid,
  districts: boundaries.features.map(({ properties, geometry }) => ({ ...properties, geometry })),
};

/** Hints of a file that Trafford Council publishes. */
export const TRAFFORD = { publisher: { name: 'Trafford Council', districts: ['E08000009'] } };

/** A place well inside each of some districts, National Grid metres. */
export const CENTRES = {
  E08000003: [384_007, 397_003],
  E08000004: [392_507, 405_003],
  E08000006: [374_007, 397_503],
  E08000007: [389_507, 390_003],
  E08000008: [393_507, 397_503],
  E08000009: [379_507, 394_303],
  E08000010: [358_007, 404_003],
} as const;

/** Points about a place, metres, the same every time; the first is the place itself. */
export const about = (
  [e = 0, n = 0]: readonly number[],
  count: number,
  spreadM = 800,
): [number, number][] =>
  Array.from({ length: count }, (_, i) => [
    Math.round(e + spreadM * Math.cos(i * 2.4) * Math.sqrt(i / count)),
    Math.round(n + spreadM * Math.sin(i * 2.4) * Math.sqrt(i / count)),
  ]);

/** National Grid metres to degrees. */
export const degrees = ([e = 0, n = 0]: readonly number[]): [number, number] =>
  toWgs84(grid, e, n) ?? [0, 0];

/** A layer put through the locator. */
export type Located = {
  readonly locator: Locator;
  readonly places: readonly (Placed | Unplaced)[];
};

/** Put a table through the locator; a column of names stands in front, rows begin in line 2. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  hints: LocatorHints = {},
): Located {
  const records = rows.map((values, i) => ({ line: i + 2, values: [`site ${i}`, ...values] }));
  const layer = { name: 'sites', columns: ['Name', ...headings], spatial: false };
  const locator = buildLocator(layer, records, context, hints);
  return { locator, places: records.map((record) => locator.place(record)) };
}

/** Put a spatial layer without columns through the locator. */
export function spatial(
  geometries: readonly (NativeGeometry | null)[],
  crs?: DeclaredCrs,
  hints: LocatorHints = {},
): Located {
  const records: RawRecord[] = geometries.map((geometry, i) => ({
    line: i + 1,
    values: [],
    geometry,
  }));
  const layer = { name: 'shapes', columns: [], spatial: true, ...(crs && { crs }) };
  const locator = buildLocator(layer, records, context, hints);
  return { locator, places: records.map((record) => locator.place(record)) };
}

/** The codes of some issues, in order. */
export const codes = ({ issues }: { readonly issues: readonly Issue[] }): readonly string[] =>
  issues.map(({ code }) => code);

/** Coordinates of a record placed as a point; none otherwise. */
export const pointOf = (place: Placed | Unplaced | undefined): readonly number[] =>
  place?.geometry?.type === 'Point' ? place.geometry.coordinates : [];
