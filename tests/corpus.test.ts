import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { isSameExtent } from '../scripts/corpus/compare.ts';
import judgements from '../scripts/corpus/judgements.json' with { type: 'json' };
import { CORPUS, hasCorpus, listCorpus } from '../scripts/corpus/manifest.ts';
import { unsoundness } from '../scripts/corpus/soundness.ts';
import { openFiles } from '../scripts/odin/open-file.ts';
import { harmonise } from '../server/harmonise/index.ts';
import { context } from './support/harmonise.ts';

/** Why a file rightly differs from the manifest, as the page of the corpus explains it. */
const EXPLAINED = new Map<
  string,
  { readonly says: string; readonly records?: string; readonly extent?: string }
>(Object.entries(judgements));
const listed = hasCorpus() ? listCorpus() : [];
const page = readFileSync(new URL('../docs/corpus.md', import.meta.url), 'utf8');

function read(path: string): Harmonised {
  const { resource, companions } = openFiles([`${CORPUS}${path}`]);
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
  ['brentwood/brentwood.xlsm', 'land/brownfield-site', 45, 1],
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

describe.skipIf(!hasCorpus())('the corpus, read without help (skipped where it is absent)', () => {
  it.each(FILES)('%s is %s', (file, type, features, unplaced) => {
    const found = read(file);
    expect(found.featureType).toBe(type);
    expect([found.features.length, found.unplaced.length]).toEqual([features, unplaced]);
    expect(found.records).toBe(features + unplaced + found.rejected);
  });

  it.each(
    listed,
  )('$file has the records and the extent GDAL finds, to a millionth of a degree, or says why not', ({
    file,
    records,
    bounds,
  }) => {
    const found = read(file);
    const { records: otherRecords, extent: otherExtent } = EXPLAINED.get(file) ?? {};
    expect([found.records === records, otherRecords]).toEqual([
      otherRecords === undefined,
      otherRecords,
    ]);
    expect([isSameExtent(bounds, found.bounds), otherExtent]).toEqual([
      otherExtent === undefined,
      otherExtent,
    ]);
    expect(unsoundness(found)).toEqual([]);
    const { format, features, unplaced, rejected } = found;
    const counts = [found.records, features.length, unplaced.length, rejected].join(' | ');
    expect(page).toContain(`| ${file} | ${format} | ${counts} | `);
  });

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
