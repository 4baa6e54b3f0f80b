import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './seeded.ts';

/**
 * Our whole harmonise (read, vote on the CRS, map, cast, check, OSTN15, name, write GeoJSON) against ogr2ogr
 * doing only read, reproject and write of the same file. Both start as processes of their own; runs are
 * interleaved, the best of each counts. A ratio above 1: ours is faster.
 */

const ROUNDS = 3;
const POINTS = 200_000;
const POLYGONS = 50_000;
const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));

type Run = { readonly wallMs: number; readonly ok: boolean; readonly said: string };

function time(command: string, given: readonly string[]): Run {
  const start = performance.now();
  const ran = spawnSync(command, given, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { wallMs: performance.now() - start, ok: ran.status === 0, said: ran.stderr };
}

/** Street lights of a made-up town, OSGB36. */
function writePoints(path: string): void {
  const random = seededRandom(2026);
  const lines = ['Asset ID,Name,Easting,Northing,Height (m),Status,Installed,Owner'];
  for (let index = 0; index < POINTS; index++) {
    const easting = (378_000 + random() * 14_000).toFixed(2);
    const northing = (390_000 + random() * 14_000).toFixed(2);
    const day = `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/2019`;
    const status = random() > 0.1 ? 'Active' : 'Removed';
    lines.push(
      `A${index},Column ${index},${easting},${northing},${(random() * 12).toFixed(1)},${status},${day},Council`,
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** Allotments of a made-up town: rings of twelve vertices, WGS 84. */
function writePolygons(path: string): void {
  const random = seededRandom(2026);
  const features = Array.from({ length: POLYGONS }, (_, index) => {
    const [x, y] = [-2.33 + random() * 0.2, 53.4 + random() * 0.12];
    const ring = Array.from({ length: 12 }, (_unused, corner) => {
      const angle = (corner / 12) * 2 * Math.PI;
      return [x + Math.cos(angle) * 0.0004, y + Math.sin(angle) * 0.0003];
    });
    return JSON.stringify({
      type: 'Feature',
      properties: { reference: `P${index}`, name: `Plot ${index}`, area_ha: 0.2 },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    });
  });
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}

/** ogr2ogr's options for reading each file as it must be read. */
const CSV_OPTIONS = ['-oo', 'X_POSSIBLE_NAMES=Easting', '-oo', 'Y_POSSIBLE_NAMES=Northing'];

function compare(name: string, file: string, options: readonly string[], folder: string): void {
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const out = join(folder, `ours-${round}.geojson`);
    const given = [ODIN, 'harmonise', file, '--out', out, '--report', `${out}.json`];
    const mine = time(process.execPath, given);
    const target = join(folder, `theirs-${round}.geojson`);
    const ogr = time('ogr2ogr', ['-t_srs', 'EPSG:4326', ...options, target, file]);
    if (!mine.ok || !ogr.ok) {
      console.log(`${name}: skipped, ${(mine.ok ? ogr : mine).said.trim().slice(0, 200)}`);
      return;
    }
    ours?.push(mine.wallMs);
    theirs?.push(ogr.wallMs);
    for (const path of [out, `${out}.json`, target]) rmSync(path, { force: true });
  }
  const [best, oracle] = [Math.min(...(ours ?? [])), Math.min(...(theirs ?? []))];
  const ratio = (oracle / best).toFixed(2);
  console.log(
    `${name.padEnd(28)} ours ${Math.round(best)} ms   ogr2ogr ${Math.round(oracle)} ms   ratio ${ratio}`,
  );
}

function main(): void {
  if (spawnSync('ogr2ogr', ['--version']).status !== 0) {
    console.log('Skipped: ogr2ogr (GDAL) is not installed.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'odin-bench-'));
  try {
    console.log(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.versions.node}`);
    const points = join(folder, 'street lights.csv');
    const polygons = join(folder, 'allotments.geojson');
    writePoints(points);
    writePolygons(polygons);
    const assign = ['-s_srs', 'EPSG:27700', ...CSV_OPTIONS];
    const shapefile = join(folder, 'street_lights.shp');
    const geopackage = join(folder, 'street_lights.gpkg');
    for (const made of [shapefile, geopackage]) {
      time('ogr2ogr', ['-a_srs', 'EPSG:27700', ...CSV_OPTIONS, made, points]);
    }
    compare(`CSV, ${POINTS} points`, points, assign, folder);
    compare(`GeoJSON, ${POLYGONS} polygons`, polygons, [], folder);
    compare(`Shapefile, ${POINTS} points`, shapefile, [], folder);
    compare(`GeoPackage, ${POINTS} points`, geopackage, [], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
