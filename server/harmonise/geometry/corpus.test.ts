import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RawRecord } from '#data/schema/flow.ts';
import { context, degrees, pointOf } from '#tests/support/locate.ts';
import { decode } from '../decode/index.ts';
import { buildLocator } from './index.ts';
import type { LocatorHints } from './locator.ts';

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('Skipped: no ../shared/corpus beside the project\n');

const ALL_TEN = Array.from({ length: 10 }, (_, i) => `E080000${String(i + 1).padStart(2, '0')}`);
const of = (...districts: string[]): LocatorHints => ({
  publisher: { name: 'publisher', districts },
});

/** Decode the first layer of a corpus file and place its records. */
function place(path: string, hints: LocatorHints = {}) {
  const bytes = new Uint8Array(readFileSync(new URL(path, corpus)));
  const file = decode({ sha256: '', fileName: path.replace(/.*\//, ''), bytes });
  if (!('layers' in file)) throw new TypeError(`Cannot decode ${path}`);
  const [layer] = file.layers;
  if (!layer) throw new TypeError(`Cannot find a layer in ${path}`);
  const records: RawRecord[] = [...layer.records(() => undefined)];
  const locator = buildLocator(layer, records, context, hints);
  const places = records.map((record) => ({ record, ...locator.place(record) }));
  const cell = (record: RawRecord, column: string) => record.values[layer.columns.indexOf(column)];
  return { locator, places, cell, placed: places.filter(({ geometry }) => geometry) };
}

const tally = (places: readonly { readonly issues: readonly { readonly code: string }[] }[]) => {
  const counts: Record<string, number> = {};
  for (const { code } of places.flatMap(({ issues }) => issues)) {
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

describe.skipIf(!present)('real files', () => {
  it('Rochdale’s register: the site with a lost digit is proposed, not drawn in the Channel', () => {
    for (const hints of [of('E08000005'), {}]) {
      const { places, cell, locator } = place(
        'rochdale/rochdale_brownfield_land_register.csv',
        hints,
      );
      expect(locator.verdict.id).toBe('EPSG:27700');
      expect(tally(places)).toEqual({ 'crs.digit-lost': 1 });
      const lost = places.find(({ issues }) => issues.length > 0);
      expect(lost?.geometry).toBeUndefined();
      expect(cell(lost?.record ?? { line: 0, values: [] }, 'LA SITE REF')).toBe('SH 2132');
      expect(lost?.issues[0]?.message).toContain('4?1554');
    }
  });

  it('Trafford’s land assets: one row exchanged and put right, 235 without coordinates', () => {
    const { places, cell } = place(
      'trafford/trafford_land_and_building_assets.csv',
      of('E08000009'),
    );
    expect(tally(places)).toMatchObject({ 'crs.swapped-row': 1, 'geom.missing': 235 });
    const swapped = places.find(({ issues }) => issues[0]?.code === 'crs.swapped-row');
    expect(cell(swapped?.record ?? { line: 0, values: [] }, 'UPRN')).toBe('100012710993');
    expect(swapped && pointOf(swapped)[1]).toBeGreaterThan(53);
  });

  it('TfGM’s stops: both systems agree but for two', () => {
    const { places, placed, locator } = place('tfgm/metro_rail_stops.csv', of(...ALL_TEN));
    expect(locator.usedColumns).toHaveLength(4);
    expect(placed).toHaveLength(184);
    expect(tally(places)).toEqual({ 'crs.conflict': 2 });
  });

  it('NaPTAN: stops at the false origin are kept without a position', () => {
    const { places, locator } = place('derived/naptan_stops_load.csv');
    expect(locator.verdict).toMatchObject({ id: 'EPSG:27700', axis: 'xy' });
    expect(tally(places)['crs.false-origin']).toBe(125);
    expect(places.filter(({ geometry }) => !geometry)).toHaveLength(125);
  });

  it('Halton’s GML: latitude first, as its URN says', () => {
    const { locator, placed } = place('halton/conservation_areas_polygon.gml');
    expect(locator.verdict).toMatchObject({ id: 'EPSG:4326', axis: 'yx' });
    expect(placed).toHaveLength(10);
  });

  it('the renewable energy database: national metres under X and Y', () => {
    const { locator, placed, cell } = place(
      'uk/renewable-energy-planning-database-q2-june-2021.csv',
    );
    expect(locator.verdict).toMatchObject({ id: 'EPSG:27700', axis: 'xy' });
    expect(placed).toHaveLength(6457);
    const [first] = placed;
    const metres = ['X-coordinate', 'Y-coordinate'].map((name) =>
      Number(cell(first?.record ?? { line: 0, values: [] }, name)),
    );
    expect(first && pointOf(first)).toEqual(degrees(metres));
  });

  it('Bath’s masts: one column of latitude and longitude beside grid references', () => {
    const { locator, placed, places } = place(
      'bath/BANES_Subset_Of_Ofcom_Legacy_Mobile_Phone_Base_Station_Database.csv',
    );
    expect(locator.usedColumns).toEqual(['location', 'site_ngr']);
    expect(placed).toHaveLength(359);
    expect(tally(places)).toEqual({});
  });

  it('police stations of Victoria are drawn there, said once to be abroad', () => {
    const { placed, places, locator } = place('formats/vic_police.kmz');
    expect(placed).toHaveLength(346);
    expect(tally(places)['crs.out-of-country']).toBeUndefined();
    const said = locator.issues.filter(({ code }) => code === 'crs.out-of-country');
    expect(said).toMatchObject([{ severity: 'warning' }]);
  });

  it('four LSOAs touch themselves: mended without a change of area', () => {
    const { places, placed } = place('gm-boundaries/gm_lsoa_generalised.geojson', of(...ALL_TEN));
    expect(placed).toHaveLength(1702);
    expect(tally(places)['geom.invalid-fixed']).toBe(4);
  });

  it.each([
    ['gm/gm_libraries.csv', 141],
    ['uk/highvoltage_vertices.csv', 504],
    ['bath/Public_Rights_of_Way_-_Bath.csv', 239],
    ['bath/INSPIRE_AQMA_Keynsham.csv', 1],
    ['southwark/Southwark Conservation Areas.gpkg', 53],
    ['newcastle/ConservationAreas2012.kml', 12],
    ['uk/supplypoints.csv', 134],
  ])('%s: all %d records are placed, none exchanged', (path, count) => {
    const { placed, places } = place(path);
    expect(placed).toHaveLength(count);
    expect(Object.keys(tally(places)).filter((code) => code.startsWith('crs.'))).toEqual([]);
  });

  it.each([
    'bolton/libraries_bolton.csv',
    'gm/gm_pharmacies.csv',
    'gm/licensed_ulev_gm_authorities.csv',
    'trafford/on_street_parking_spaces.csv',
    'gm-boundaries/administrative_lookup.csv',
  ])('%s holds no positions, and none are made up', (path) => {
    const { locator, placed } = place(path);
    expect(locator.shape).toBe('none');
    expect(placed).toHaveLength(0);
  });
});
