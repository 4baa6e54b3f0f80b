import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureTypeId } from '#data/schema/feature-type.ts';
import { seededRandom } from '../seeded.ts';
import { run } from './run.ts';

/** A file to be read by both. */
export type BenchFile = {
  readonly title: string;
  readonly path: string;
  readonly type: FeatureTypeId;
  /** What ogr2ogr must be told to read it as it must be read. */
  readonly ogr: readonly string[];
};

const POINTS = 200_000;
/** Real files, beside the project where they are kept at all. */
const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/derived');
const STOPS = 46_006;
const WARDS = 3_091;

const FROM_GRID = ['-s_srs', 'EPSG:27700'];
const COLUMNS = ['-oo', 'X_POSSIBLE_NAMES=Easting', '-oo', 'Y_POSSIBLE_NAMES=Northing'];

/**
 * The files of the bench: 46,000 stops as CSV and 3,091 wards as GeoJSON, real ones where the corpus is there and
 * made-up equals where not, and 200,000 made-up street lights as shapefile and GeoPackage.
 */
export function benchFiles(folder: string): readonly BenchFile[] {
  const lights = join(folder, 'street lights.csv');
  writeFileSync(lights, lightLines());
  const made = ['street_lights.shp', 'street_lights.gpkg'].map((name) => {
    const path = join(folder, name);
    run('ogr2ogr', ['-a_srs', 'EPSG:27700', ...COLUMNS, path, lights]);
    return path;
  });
  const light: FeatureTypeId = 'transport/street-light';
  return [
    {
      title: 'CSV, 46,006 stops',
      path: real('naptan_stops_load.csv') ?? written(folder, 'stops.csv', stopLines()),
      type: 'transport/access-node',
      ogr: [...FROM_GRID, ...COLUMNS],
    },
    {
      title: 'GeoJSON, 3,091 wards',
      path:
        real('england_wards_2013_load.geojson') ?? written(folder, 'wards.geojson', wardLines()),
      type: 'boundaries/ward',
      ogr: [],
    },
    { title: 'CSV, 200,000 points', path: lights, type: light, ogr: [...FROM_GRID, ...COLUMNS] },
    { title: 'Shapefile, 200,000 points', path: made[0] ?? '', type: light, ogr: [] },
    { title: 'GeoPackage, 200,000 points', path: made[1] ?? '', type: light, ogr: [] },
  ];
}

function real(name: string): string | undefined {
  const path = join(CORPUS, name);
  return existsSync(path) ? path : undefined;
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Street lights of a made-up town, OSGB36. */
function lightLines(): string {
  const random = seededRandom(2026);
  const lines = ['Asset ID,Name,Easting,Northing,Height (m),Status,Installed,Owner'];
  for (let index = 0; index < POINTS; index++) {
    const easting = (378_000 + random() * 14_000).toFixed(2);
    const northing = (390_000 + random() * 14_000).toFixed(2);
    const day = `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/2019`;
    const status = random() > 0.1 ? 'Active' : 'Removed';
    const height = (random() * 12).toFixed(1);
    lines.push(
      `A${index},Column ${index},${easting},${northing},${height},${status},${day},Council`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Made-up stops with the 43 columns of a NaPTAN export, half of them empty. */
function stopLines(): string {
  const random = seededRandom(1984);
  const head =
    'ATCOCode,NaptanCode,PlateCode,CleardownCode,CommonName,CommonNameLang,ShortCommonName,ShortCommonNameLang,Landmark,LandmarkLang,Street,StreetLang,Crossing,CrossingLang,Indicator,IndicatorLang,Bearing,NptgLocalityCode,LocalityName,ParentLocalityName,GrandParentLocalityName,Town,TownLang,Suburb,SuburbLang,LocalityCentre,GridType,Easting,Northing,Longitude,Latitude,StopType,BusStopType,TimingStatus,DefaultWaitTime,Notes,NotesLang,AdministrativeAreaCode,CreationDateTime,ModificationDateTime,RevisionNumber,Modification,Status';
  const lines = [head];
  for (let index = 0; index < STOPS; index++) {
    const [easting, northing] = [350_000 + random() * 50_000, 380_000 + random() * 40_000];
    const code = String(index).padStart(8, '0');
    const day = `20${10 + (index % 14)}-0${1 + (index % 9)}-1${index % 10}T10:33:20.000`;
    lines.push(
      `1800${code},MAN${code},,,Stop ${index % 977},,,,Landmark ${index % 313},,Street ${index % 4409},,,,adj,,N,N00${code},Made-up Town ${index % 97},,,,,,,1,UKOS,${easting.toFixed(0)},${northing.toFixed(0)},,,BCT,MKD,OTH,,,,180,${day},${day},${index % 9},revise,active`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Made-up wards: rings of 85 vertices, WGS 84. */
function wardLines(): string {
  const random = seededRandom(1974);
  const features = Array.from({ length: WARDS }, (_, index) => {
    const [x, y] = [-2.9 + random() * 2, 52 + random() * 2];
    const ring = Array.from({ length: 84 }, (_unused, corner) => {
      const angle = (corner / 84) * 2 * Math.PI;
      return [x + Math.cos(angle) * 0.014, y + Math.sin(angle) * 0.01];
    });
    const code = `E0500${String(index).padStart(4, '0')}`;
    return JSON.stringify({
      type: 'Feature',
      properties: { WD13CD: code, WD13NM: `Ward ${index}`, LAD13CD: 'E08000009' },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
