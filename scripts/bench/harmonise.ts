/**
 * Our whole harmonise against ogr2ogr reading, reprojecting and writing the same file. Every run is a process of
 * its own, the contenders in turn; medians of processor time (all threads), of wall time, and the largest memory.
 *
 * - `odin`: `odin harmonise FILE --out` from start to end: the program loaded, the file surveyed, its CRS voted on,
 *   columns mapped, values cast and checked, OSTN15, names given, GeoJSON and report written.
 * - `reader`: the same in a reader that is loaded and has read such a file before, but what it makes is handed over
 *   in frames and kept in the store as publishing keeps it; how much of that is reading is said behind it.
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
const READER = join(import.meta.dirname, 'harmonise/reader.ts');

type Contender = 'odin' | 'reader' | 'ogr2ogr to GeoJSON' | 'ogr2ogr to GeoPackage';
type Run = Taken & { readonly reading?: number };

function contenders(file: BenchFile, folder: string): Record<Contender, () => Run> {
  const ogr = (target: string) => () =>
    run('ogr2ogr', ['-t_srs', 'EPSG:4326', ...file.ogr, join(folder, target), file.path]);
  const out = join(folder, 'ours.geojson');
  const given = ['harmonise', file.path, '--out', out, '--report', `${out}.json`];
  return {
    odin: () => run(process.execPath, [ODIN, ...given]),
    reader: () =>
      JSON.parse(run(process.execPath, [READER, file.path, file.type, join(folder, 'data')]).said),
    'ogr2ogr to GeoJSON': ogr('theirs.geojson'),
    'ogr2ogr to GeoPackage': ogr('theirs.gpkg'),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function medianOf(runs: readonly Run[]): Run {
  const of = (key: 'cpuMs' | 'wallMs' | 'peakMb') => runs.map((each) => each[key]);
  return {
    cpuMs: median(of('cpuMs')),
    wallMs: median(of('wallMs')),
    peakMb: Math.max(...of('peakMb')),
    reading: median(runs.map(({ reading = Number.NaN }) => reading)),
  };
}

/** Runs of each contender, in turn so that a busy spell hits all alike. */
function compete(file: BenchFile): ReadonlyMap<Contender, Run> {
  const runs = new Map<Contender, Run[]>();
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
  for (const [name, { cpuMs, wallMs, peakMb, reading = Number.NaN }] of found) {
    const times = `cpu ${(cpuMs / 1e3).toFixed(2)} s   wall ${(wallMs / 1e3).toFixed(2)} s`;
    const read = Number.isNaN(reading) ? '' : `   reading alone ${(reading / 1e3).toFixed(2)} s`;
    console.log(`  ${name.padEnd(22)} ${times}   peak ${Math.round(peakMb)} MB${read}`);
  }
  const ratio = (ours: number | undefined, theirs: Contender): string =>
    ((found.get(theirs)?.cpuMs ?? Number.NaN) / (ours ?? Number.NaN)).toFixed(2);
  const [own, reader] = [found.get('odin'), found.get('reader')];
  const both = (ours: number | undefined): string =>
    `${ratio(ours, 'ogr2ogr to GeoJSON')} × and ${ratio(ours, 'ogr2ogr to GeoPackage')} ×`;
  console.log(`  speed by cpu against ogr2ogr to GeoJSON and to GeoPackage:`);
  console.log(`    odin ${both(own?.cpuMs)}   reader ${both(reader?.cpuMs)}`);
  console.log(`    reader without the store ${both(reader?.reading)}`);
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
