/**
 * Our whole harmonise against ogr2ogr reading, reprojecting and writing the same file. Every run is a process of
 * its own, the contenders in turn; medians of processor time (all threads), of wall time, and the largest memory.
 *
 * - `odin`: `odin harmonise FILE --out` from start to end: the program loaded, the file surveyed, its CRS voted on,
 *   columns mapped, values cast and checked, OSTN15, names given, GeoJSON and report written.
 * - `service`: the same in the service, whose reader has read such a file before; what the reader makes is kept in
 *   the store meanwhile, with its indexes of place and words, as publishing keeps it.
 * - `service, reading`: that reader alone, its records packed and thrown away.
 * - `ogr2ogr`: to GeoJSON, and to GeoPackage.
 *
 *     node scripts/bench/harmonise.ts [--rounds N] [FORMAT …]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchFile, benchFiles } from './harmonise/files.ts';
import { canMeasure, run, type Taken } from './harmonise/run.ts';

const words = process.argv.slice(2);
const at = words.indexOf('--rounds');
const rounds = at < 0 ? 3 : Number(words[at + 1]);
const wanted = words.filter(
  (word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1),
);
const ODIN = join(import.meta.dirname, '../odin.mjs');
const SERVICE = join(import.meta.dirname, 'harmonise/service.ts');

type Contender =
  | 'odin'
  | 'service'
  | 'service, reading'
  | 'ogr2ogr to GeoJSON'
  | 'ogr2ogr to GeoPackage';

function contenders(file: BenchFile, folder: string): Record<Contender, () => Taken> {
  const ogr = (target: string) => () =>
    run('ogr2ogr', ['-t_srs', 'EPSG:4326', ...file.ogr, join(folder, target), file.path]);
  const service = (what: 'keep' | 'read') => () =>
    JSON.parse(
      run(process.execPath, [SERVICE, what, file.path, file.type, join(folder, what)]).said,
    );
  const out = join(folder, 'ours.geojson');
  const given = ['harmonise', file.path, '--out', out, '--report', `${out}.json`];
  return {
    odin: () => run(process.execPath, [ODIN, ...given]),
    service: service('keep'),
    'service, reading': service('read'),
    'ogr2ogr to GeoJSON': ogr('theirs.geojson'),
    'ogr2ogr to GeoPackage': ogr('theirs.gpkg'),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function medianOf(runs: readonly Taken[]): Taken {
  const of = (key: 'cpuMs' | 'wallMs' | 'peakMb') => runs.map((each) => each[key]);
  return {
    cpuMs: median(of('cpuMs')),
    wallMs: median(of('wallMs')),
    peakMb: Math.max(...of('peakMb')),
  };
}

/** Runs of each contender, in turn so that a busy spell hits all alike. */
function compete(file: BenchFile): ReadonlyMap<Contender, Taken> {
  const runs = new Map<Contender, Taken[]>();
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'odin-bench-run-'));
    try {
      for (const [name, start] of Object.entries(contenders(file, folder))) {
        const key = name as Contender;
        runs.set(key, [...(runs.get(key) ?? []), start()]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return new Map([...runs].map(([name, each]) => [name, medianOf(each)]));
}

function show(file: BenchFile): void {
  const found = compete(file);
  console.log(file.title);
  for (const [name, { cpuMs, wallMs, peakMb }] of found) {
    const times = `cpu ${(cpuMs / 1e3).toFixed(2)} s   wall ${(wallMs / 1e3).toFixed(2)} s`;
    console.log(`  ${name.padEnd(22)} ${times}   peak ${Math.round(peakMb)} MB`);
  }
  const speed = (ours: Contender, theirs: Contender, of: 'cpuMs' | 'wallMs'): string => {
    const [own, other] = [found.get(ours), found.get(theirs)];
    return `${((other?.[of] ?? Number.NaN) / (own?.[of] ?? Number.NaN)).toFixed(2)} ×`;
  };
  const compared = (ours: Contender, theirs: Contender): string =>
    `cpu ${speed(ours, theirs, 'cpuMs')}, wall ${speed(ours, theirs, 'wallMs')}`;
  console.log('  speed against ogr2ogr:');
  console.log(`    odin, to GeoJSON                 ${compared('odin', 'ogr2ogr to GeoJSON')}`);
  const kept = compared('service', 'ogr2ogr to GeoPackage');
  console.log(`    service with the store           ${kept}`);
  const read = compared('service, reading', 'ogr2ogr to GeoPackage');
  console.log(`    service without the store        ${read}`);
}

function main(): void {
  if (!canMeasure() || spawnSync('ogr2ogr', ['--version']).status !== 0) {
    console.log('Skipped: ogr2ogr (GDAL) or GNU time is not installed.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'odin-bench-'));
  try {
    console.log(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.versions.node}`);
    for (const file of benchFiles(folder)) {
      if (wanted.length > 0 && !wanted.some((word) => file.title.includes(word))) continue;
      show(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
