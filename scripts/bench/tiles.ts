/**
 * How fast tiles are built, against geojson-vt with vt-pbf at the same tolerance and thread count,
 * and against `ogr2ogr -f MBTILES` where it is installed. Every run in a process of its own, the
 * contenders in turn; medians of processor time, and ratios, which travel between machines. Both
 * gzip at the same level; what that takes is found in a round of its own, as asking takes time too,
 * and printed by itself, as no builder can save it.
 *
 *     node scripts/bench/tiles.ts [--full] [--rounds N] [--no-ogr] [--check] [KIND …]
 *
 * `--check`: every tile of ours is decoded by readers that are not ours; what is wrong ends the run.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { GZIP } from '#tiles/encode/gzip.ts';
import type { Outcome } from './tiles/contender.ts';
import { type Kind, makeFeatures } from './tiles/data.ts';

const words = process.argv.slice(2);
const full = words.includes('--full');
const checks = words.includes('--check') ? ['--check'] : [];
const rounds = words.includes('--rounds') ? Number(words[words.indexOf('--rounds') + 1]) : 3;

/** Kind, how many, and how many ogr2ogr gets: it is slow. */
const JOBS: readonly (readonly [Kind, number, number])[] = full
  ? [
      ['points', 200_000, 20_000],
      ['polygons', 200_000, 20_000],
      ['lines', 50_000, 5_000],
      ['points', 1_000_000, 0],
    ]
  : [
      ['points', 20_000, 10_000],
      ['polygons', 20_000, 10_000],
      ['lines', 5_000, 2_500],
    ];

const CONTENDERS = ['odin-equal', 'geojson-vt', 'odin', 'odin-thinning', 'odin-threads'] as const;
type Contender = (typeof CONTENDERS)[number];

function run(contender: Contender, kind: Kind, count: number, ...asked: string[]): Outcome {
  const script = fileURLToPath(new URL('./tiles/contender.ts', import.meta.url));
  const what = [contender, kind, String(count), ...checks, ...asked];
  const flags = ['--max-old-space-size=16384', script, ...what];
  const ran = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${contender} failed: ${ran.stderr}`);
  const outcome = JSON.parse(ran.stdout) as Outcome;
  if (outcome.faults?.length) throw new Error(`${contender}: ${outcome.faults.join('; ')}`);
  return outcome;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Runs of each contender, in turn so that a busy spell hits all alike. */
function compete(kind: Kind, count: number): Map<Contender, Outcome> {
  const runs = new Map<Contender, Outcome[]>(CONTENDERS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of CONTENDERS) {
      // more than a round of a million features takes geojson-vt gigabytes
      if (name === 'geojson-vt' && count > 500_000) continue;
      runs.get(name)?.push(run(name, kind, count));
    }
  }
  const medians = new Map<Contender, Outcome>();
  for (const [name, outcomes] of runs) {
    const [first] = outcomes;
    if (!first) continue;
    medians.set(name, {
      ...first,
      cpuMs: median(outcomes.map(({ cpuMs }) => cpuMs)),
      gzipMs: run(name, kind, count, '--gzip').gzipMs,
      wallMs: median(outcomes.map(({ wallMs }) => wallMs)),
      peakMb: Math.max(...outcomes.map(({ peakMb }) => peakMb)),
    });
  }
  return medians;
}

function print(kind: Kind, count: number, outcomes: ReadonlyMap<Contender, Outcome>): void {
  console.log(`\n${count.toLocaleString('en-GB')} ${kind}`);
  const columns = ['cpu s', 'gzip s', 'wall s', 'peak MB', 'tiles', 'MB', 'shown at z10'];
  console.log(`  ${''.padEnd(14)}${columns.map((name) => name.padStart(13)).join('')}`);
  for (const [name, { cpuMs, gzipMs, wallMs, peakMb, tiles, bytes, shown }] of outcomes) {
    const cells = [
      (cpuMs / 1000).toFixed(2),
      (gzipMs / 1000).toFixed(2),
      (wallMs / 1000).toFixed(2),
      peakMb.toFixed(0),
      String(tiles),
      (bytes / 1e6).toFixed(2),
      shown === undefined ? '' : `${(100 * shown).toFixed(1)} %`,
    ];
    console.log(`  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(13)).join('')}`);
  }
  const [ours, theirs] = [outcomes.get('odin-equal'), outcomes.get('geojson-vt')];
  if (!ours || !theirs) return;
  const ratio = (theirs.cpuMs / ours.cpuMs).toFixed(2);
  const apart = (theirs.cpuMs - theirs.gzipMs) / (ours.cpuMs - ours.gzipMs);
  console.log(`  cpu, against geojson-vt: ${ratio}× (${apart.toFixed(2)}× without gzip)`);
}

/** Processor seconds of a command and those it starts; undefined when it cannot run. Source: POSIX `times`. */
function cpuOf(command: string, ...given: string[]): number | undefined {
  const ran = spawnSync(
    'sh',
    ['-c', '"$@" >/dev/null 2>&1 || exit 9; times', 'sh', command, ...given],
    {
      encoding: 'utf8',
    },
  );
  const children = ran.stdout.trim().split('\n')[1];
  if (ran.status !== 0 || !children) return undefined;
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
}

/** Whole commands, file in and file out. */
async function againstOgr(kind: Kind, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-bench-'));
  try {
    const file = join(folder, `${kind}.geojsonl`);
    const stream = createWriteStream(file);
    for (const { key, geometry, properties } of makeFeatures(kind, count)) {
      stream.write(`${JSON.stringify({ type: 'Feature', id: key, geometry, properties })}\n`);
    }
    await finished(stream.end());
    const odin = fileURLToPath(new URL('../odin.mjs', import.meta.url));
    const out = join(folder, 'odin.pmtiles');
    const build = ['tiles', 'build', file, out, '--layer', kind, '--no-thinning', '--threads', '1'];
    const ours = cpuOf(process.execPath, odin, ...build);
    const limits = ['MINZOOM=0', 'MAXZOOM=14', 'MAX_SIZE=50000000', 'MAX_FEATURES=2000000'];
    const theirs = cpuOf(
      'ogr2ogr',
      ...['-f', 'MBTILES', join(folder, 'ogr.mbtiles'), `GeoJSONSeq:${file}`, '-nln', kind],
      ...limits.flatMap((limit) => ['-dsco', limit]),
    );
    if (ours === undefined || theirs === undefined) return;
    const figures = `${theirs.toFixed(2)} s, odin ${ours.toFixed(2)} s, start included`;
    console.log(
      `  cpu, against ogr2ogr (${count.toLocaleString('en-GB')}): ${(theirs / ours).toFixed(1)}× (${figures})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.version}`);
console.log(
  `medians of ${rounds} rounds; odin-equal and geojson-vt: tolerance 1, none at z14; gzip ${GZIP.level}`,
);
const kinds = words.filter((word) => JOBS.some(([kind]) => kind === word));
for (const [kind, count, ogrCount] of JOBS) {
  if (kinds.length > 0 && !kinds.includes(kind)) continue;
  print(kind, count, compete(kind, count));
  if (ogrCount > 0 && !words.includes('--no-ogr')) await againstOgr(kind, ogrCount);
}
