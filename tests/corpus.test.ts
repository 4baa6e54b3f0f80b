import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '#data/schema/geometry.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { openFile } from '../scripts/odin/open-file.ts';
import { harmonise } from '../server/harmonise/index.ts';
import { context } from './support/harmonise.ts';

/** Real files as councils and utilities published them; beside the project, never in it. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const present = existsSync(CORPUS);

function read(path: string): Harmonised {
  const { resource, companions } = openFile(`${CORPUS}${path}`);
  return harmonise(resource, { companions }, context);
}

type Facts = {
  readonly file: string;
  readonly type: string;
  readonly features: number;
  readonly unplaced?: number;
  readonly crs?: string;
  readonly bounds?: Bounds;
};

/** What must come of each file without a person's help. Boxes: the corpus manifest, by GDAL with OSTN15. */
const FILES: readonly Facts[] = [
  {
    file: 'rochdale/rochdale_brownfield_land_register.csv',
    type: 'land/brownfield-site',
    features: 127,
    unplaced: 1,
    crs: 'EPSG:27700',
  },
  {
    file: 'gm/gm_libraries.csv',
    type: 'social/library',
    features: 141,
    crs: 'EPSG:4326',
    bounds: [-2.694222, 53.360009, -2.005695, 53.648968],
  },
  { file: 'gm/gm_hospitals.geojson', type: 'social/health-site', features: 449 },
  { file: 'gm-boundaries/gm_ward_generalised.geojson', type: 'boundaries/ward', features: 215 },
  { file: 'southwark/Conservation Areas.zip', type: 'planning/conservation-area', features: 53 },
  {
    file: 'southwark/Southwark Conservation Areas.gpkg',
    type: 'planning/conservation-area',
    features: 53,
  },
  {
    file: 'newcastle/ConservationAreas2012.kml',
    type: 'planning/conservation-area',
    features: 12,
  },
  {
    file: 'halton/conservation_areas_polygon.gml',
    type: 'planning/conservation-area',
    features: 10,
    bounds: [-2.818, 53.317, -2.629, 53.364],
  },
  {
    file: 'trafford/trafford_land_and_building_assets.csv',
    type: 'land/public-land',
    features: 373,
    unplaced: 235,
  },
  {
    file: 'uk/renewable-energy-planning-database-q2-june-2021.csv',
    type: 'energy/generation-site',
    features: 6457,
    unplaced: 4,
    crs: 'EPSG:27700',
  },
  { file: 'brentwood/brentwood.xlsm', type: 'land/brownfield-site', features: 46 },
  {
    file: 'trafford/trafford_listed_buildings.csv',
    type: 'planning/listed-building',
    features: 261,
    unplaced: 4,
  },
  {
    file: 'trafford/trafford_electric_vehicle_charging_locations.csv',
    type: 'energy/ev-charge-point',
    features: 50,
  },
  { file: 'uk/substations.geojson', type: 'energy/substation', features: 2360 },
  { file: 'tfgm/metro_rail_stops.csv', type: 'transport/rail-station', features: 184 },
  {
    file: 'gm/gm_gambling_premises.csv',
    type: 'social/licensed-premises',
    features: 413,
    unplaced: 2,
  },
  { file: 'bolton/libraries_bolton.csv', type: 'social/library', features: 0, unplaced: 15 },
  {
    file: 'gm/licensed_ulev_gm_authorities.csv',
    type: 'unclassified',
    features: 0,
    unplaced: 3900,
  },
];

describe.skipIf(!present)('the corpus, read without help', () => {
  it.each(FILES)('$file is $type', ({ file, type, features, unplaced = 0, crs, bounds }) => {
    const found = read(file);
    expect(found.featureType).toBe(type);
    expect([found.features.length, found.unplaced.length]).toEqual([features, unplaced]);
    expect(found.records).toBe(features + unplaced + found.rejected);
    if (crs !== undefined) expect(found.crs?.id).toBe(crs);
    for (const [index, edge] of (bounds ?? []).entries()) {
      expect(found.bounds?.[index]).toBeCloseTo(edge, edge % 0.001 === 0 ? 3 : 5);
    }
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
