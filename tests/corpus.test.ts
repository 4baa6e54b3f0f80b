import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { openFile } from '../scripts/odin/open-file.ts';
import { decode } from '../server/harmonise/decode/index.ts';
import { harmonise } from '../server/harmonise/index.ts';
import { context } from './support/harmonise.ts';

/** Real files as councils and utilities published them; beside the project, never in it. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const present = existsSync(CORPUS);

function read(path: string): Harmonised {
  const { resource, companions } = openFile(`${CORPUS}${path}`);
  return harmonise(resource, { companions }, context);
}

/** What must come of each file without a person's help: feature type, features, unplaced. */
const FILES: readonly (readonly [
  file: string,
  type: string,
  features: number,
  unplaced: number,
])[] = [
  ['rochdale/rochdale_brownfield_land_register.csv', 'land/brownfield-site', 127, 1],
  ['brentwood/brentwood.xlsm', 'land/brownfield-site', 46, 0],
  ['gm/gm_libraries.csv', 'social/library', 141, 0],
  ['bolton/libraries_bolton.csv', 'social/library', 0, 15],
  ['gm/gm_hospitals.geojson', 'social/health-site', 449, 0],
  ['gm/gm_pharmacies.csv', 'social/health-site', 0, 631],
  ['gm/gm_gambling_premises.csv', 'social/licensed-premises', 413, 2],
  ['gm-boundaries/gm_ward_generalised.geojson', 'boundaries/ward', 215, 0],
  ['southwark/Conservation Areas.zip', 'planning/conservation-area', 53, 0],
  ['southwark/Southwark Conservation Areas.gpkg', 'planning/conservation-area', 53, 0],
  ['newcastle/ConservationAreas2012.kml', 'planning/conservation-area', 12, 0],
  ['halton/conservation_areas_polygon.gml', 'planning/conservation-area', 10, 0],
  ['trafford/trafford_listed_buildings.csv', 'planning/listed-building', 265, 0],
  ['trafford/trafford_land_and_building_assets.csv', 'land/public-land', 373, 235],
  ['trafford/trafford_electric_vehicle_charging_locations.csv', 'energy/ev-charge-point', 50, 0],
  ['uk/renewable-energy-planning-database-q2-june-2021.csv', 'energy/generation-site', 6457, 4],
  ['uk/substations.geojson', 'energy/substation', 2360, 0],
  ['tfgm/metro_rail_stops.csv', 'transport/rail-station', 184, 0],
  ['gm/licensed_ulev_gm_authorities.csv', 'unclassified', 0, 3900],
];

/** Files whose count or box in the manifest is rightly not ours, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'brentwood/brentwood.xlsm': 'the manifest counts all five sheets',
  'derived/gm_layers.gpkg': 'the manifest counts a table without positions',
  'derived/naptan_stops_load.csv': '125 stops stand at the origin of the grid',
  'formats/countries.fgb': 'the world',
  'formats/testopenfilegdb.gdb.zip':
    'the manifest counts tables and test shapes nothing can be made of',
  'rochdale/rochdale_brownfield_land_register.csv': 'the box holds the site with the lost digit',
  'trafford/trafford_land_and_building_assets.csv': 'the box holds the swapped row',
  'uk/renewable-energy-planning-database-q2-june-2021.csv':
    'the box holds a point GDAL did not shift',
};

type Expected = {
  readonly file: string;
  readonly records: number;
  readonly box: readonly number[];
};

function manifest(): readonly Expected[] {
  const decoded = decode(openFile(`${CORPUS}MANIFEST.csv`).resource);
  const [layer] = 'layers' in decoded ? decoded.layers : [];
  const at = (name: string): number => layer?.columns.indexOf(name) ?? -1;
  return [...(layer?.records(() => {}) ?? [])].map(({ values }) => ({
    file: String(values[at('file')]),
    records: Number(values[at('rows_features')]),
    box: String(values[at('wgs84_bbox')] ?? '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  }));
}

const isUnsupported = ({ issues }: Harmonised): boolean =>
  issues.some(({ code }) => code === 'file.unsupported');

describe.skipIf(!present)('the corpus, read without help', () => {
  it.each(FILES)('%s is %s', (file, type, features, unplaced) => {
    const found = read(file);
    expect(found.featureType).toBe(type);
    expect([found.features.length, found.unplaced.length]).toEqual([features, unplaced]);
    expect(found.records).toBe(features + unplaced + found.rejected);
  });

  it('agrees with GDAL on the records and the extent of every file, to a millionth of a degree', () => {
    for (const { file, records, box } of manifest()) {
      const found = read(file);
      if (Object.hasOwn(OTHERWISE, file) || isUnsupported(found)) continue;
      expect([file, found.records]).toEqual([file, records]);
      const off = box.map((edge, index) => Math.abs(edge - (found.bounds?.[index] ?? edge)));
      expect([file, Math.max(0, ...off) < 1.1e-6]).toEqual([file, true]);
    }
  }, 240_000);

  it('reports the lost digit of SH 2132 and does not draw it in the Channel', () => {
    const found = read('rochdale/rochdale_brownfield_land_register.csv');
    const lost = found.issues.find(({ code }) => code === 'crs.digit-lost');
    expect(lost).toMatchObject({ line: 96, column: 'GeoY', value: '41554' });
    expect(found.unplaced[0]).toMatchObject({ reference: 'SH 2132', extra: { GeoY: '41554' } });
    expect(found.bounds?.[1]).toBeGreaterThan(53.5);
  });

  it('maps the register’s own spellings to the standard', () => {
    const [site] = read('rochdale/rochdale_brownfield_land_register.csv').features;
    expect(site?.attributes).toMatchObject({
      reference: 'SH 0483',
      'area-ha': 0.04,
      'ownership-status': 'owned-by-a-public-authority',
      'planning-status': 'not-permissioned',
      deliverable: false,
      'start-date': '2017-11-29',
    });
  });

  it('puts the one swapped row of Trafford’s assets right, and says so', () => {
    const found = read('trafford/trafford_land_and_building_assets.csv');
    const swapped = found.issues.filter(({ code }) => code === 'crs.swapped-row');
    expect(swapped).toHaveLength(1);
    const feature = found.features.find(({ provenance }) => provenance.line === swapped[0]?.line);
    expect(feature).toMatchObject({ placement: { swapped: true } });
    expect(feature?.attributes.uprn).toBe('100012710993');
  });

  it('agrees with itself on Southwark’s areas as shapefile and as GeoPackage', () => {
    const [zip, gpkg] = [
      read('southwark/Conservation Areas.zip'),
      read('southwark/Southwark Conservation Areas.gpkg'),
    ];
    for (const [index, edge] of (zip.bounds ?? []).entries()) {
      expect(gpkg.bounds?.[index]).toBeCloseTo(edge, 7);
    }
  });

  it('takes the Data sheet of Brentwood’s workbook and leaves its examples', () => {
    const found = read('brentwood/brentwood.xlsm');
    expect(found.lock.map(({ layer }) => layer)).toEqual(['Data']);
    expect(found.layers.map(({ name }) => name)).toContain('Example Data');
  });

  it('draws no stop at the origin of the grid', () => {
    const found = read('derived/naptan_stops_load.csv');
    expect([found.records, found.features.length, found.unplaced.length]).toEqual([
      46006, 45881, 125,
    ]);
    const disused = found.features.filter(({ lifecycle }) => lifecycle === 'disused').length;
    expect(disused + found.unplaced.length).toBe(3843);
  });
});
