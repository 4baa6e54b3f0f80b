/**
 * How exact and how fast OSGB36 becomes WGS 84, against proj4's Helmert transformation, which is what
 * libraries without the OSTN15 grid do.
 *
 *     node scripts/bench/geodesy.ts
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import proj4 from 'proj4';
import { findCrs } from '#data/geodesy/crs.ts';
import { toNationalGridArray, toWgs84, toWgs84Array } from '#data/geodesy/ostn15.ts';
import { unpackGrid } from '#data/geodesy/packed-grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';

const POINTS = 1_000_000;
const ROUNDS = 7;

/** OS's OSTN15 test points that lie inland: easting, northing, lng, lat. © Crown copyright. */
const OS_POINTS = [
  [170370.718, 11572.405, -5.20304609998, 49.9600613782],
  [438710.92, 114792.25, -1.450514337, 50.9312793791],
  [530624.974, 178388.464, -0.1199255718, 51.4893656495],
  [474335.969, 262047.755, -0.9124895697, 52.2516095123],
  [331534.564, 431920.794, -3.04045490691, 53.7791102576],
  [244780.636, 495254.887, -4.38849118133, 54.3291954101],
  [180862.461, 1029604.114, -5.82799339844, 59.096716174],
  [421300.525, 1072147.239, -1.62516966058, 59.5347079449],
  [440725.073, 1107878.448, -1.27486910356, 59.8540991389],
] as const;

const started = performance.now();
const grid = unpackGrid(readFileSync(new URL('../../data/geodesy/ostn15.bin.gz', import.meta.url)));
const unpackMs = performance.now() - started;
const definition = findCrs('EPSG:27700')?.definition ?? '';
const helmert = proj4(definition, 'EPSG:4326').forward;

/** Greatest distance from OS's figures, millimetres. */
function greatestErrorMm(
  convert: (easting: number, northing: number) => readonly number[],
): number {
  return OS_POINTS.reduce((greatest, [easting, northing, lng, lat]) => {
    const [x = 0, y = 0] = convert(easting, northing);
    const eastM = (x - lng) * 111_320 * Math.cos((lat * Math.PI) / 180);
    const errorMm = 1000 * Math.hypot(eastM, (y - lat) * 111_320);
    return Math.max(greatest, errorMm);
  }, 0);
}

/** Pseudo-random metres over Greater Manchester, the same every time. */
function makePoints(): Float64Array {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const points = new Float64Array(2 * POINTS);
  for (let i = 0; i < points.length; i += 2) {
    points[i] = 351_000 + random() * 55_000;
    points[i + 1] = 381_000 + random() * 40_000;
  }
  return points;
}

/** Million points a second of processor time: the best and the mean of several rounds. */
function rate(work: (points: Float64Array) => void): { best: number; mean: number } {
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const points = source.slice();
    const before = process.cpuUsage();
    work(points);
    const { user, system } = process.cpuUsage(before);
    return POINTS / (user + system);
  }).slice(1); // the first warms up
  return { best: Math.max(...rates), mean: rates.reduce((sum, value) => sum + value, 0) / ROUNDS };
}

const source = makePoints();
const inDegrees = source.slice();
toWgs84Array(grid, inDegrees);
const projection = findProjection(grid, 'EPSG:27700');

const own = rate((points) => void toWgs84Array(grid, points));
const single = rate((points) => {
  for (let i = 0; i < points.length; i += 2) {
    projection?.toWgs84(points[i] as number, points[i + 1] as number);
  }
});
const back = rate((points) => {
  points.set(inDegrees);
  toNationalGridArray(grid, points);
});
const theirs = rate((points) => {
  for (let i = 0; i < points.length; i += 2) {
    helmert([points[i] as number, points[i + 1] as number]);
  }
});

const ownMm = greatestErrorMm((e, n) => toWgs84(grid, e, n) ?? []);
const theirMm = greatestErrorMm((e, n) => helmert([e, n]));
const line = (name: string, { best, mean }: { best: number; mean: number }, errorMm?: number) =>
  console.log(
    `${name.padEnd(28)} ${mean.toFixed(2)} M points/s (best ${best.toFixed(2)})` +
      (errorMm === undefined ? '' : `, greatest error ${errorMm.toFixed(3)} mm`),
  );

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
console.log(`grid unpacked in ${unpackMs.toFixed(0)} ms`);
line('OSTN15, array', own, ownMm);
line('OSTN15, one by one', single);
line('OSTN15, array, to metres', back);
line('proj4, Helmert', theirs, theirMm);
console.log(`ratio, array against proj4:  ${(own.mean / theirs.mean).toFixed(2)} × its speed`);
const good = ownMm <= 1 && own.best >= 2;
console.log(`bar: ≤ 1 mm and ≥ 2 M points/s: ${good ? 'held' : 'MISSED'}`);
process.exitCode = good ? 0 : 1;
