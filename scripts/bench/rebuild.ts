/**
 * What it takes to bring the tiles of a layer up to date when 1 % of its features change in one
 * place, against building them all: processor time, what is kept read from disk and written again.
 * Every run in a process of its own.
 *
 *     node scripts/bench/rebuild.ts [--rounds N] [--scattered] [--small] [KIND …]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TileFeature, TileLayer } from '#data/schema/tile.ts';
import { writeArchive } from '#tiles/index.ts';
import type { BuildOptions } from '#tiles/options.ts';
import { memorySink } from '#tiles/pack/writer.ts';
import { openFormer } from '#tiles/rebuild/former.ts';
import { writeRebuilt } from '#tiles/rebuild/index.ts';
import { type Kind, makeFeatures } from './tiles/data.ts';

/** Share of the features that change. */
const CHANGED = 0.01;

const JOBS: readonly (readonly [Kind, number])[] = [
  ['points', 200_000],
  ['polygons', 200_000],
  ['lines', 50_000],
];

type Outcome = { readonly cpuMs: number; readonly wallMs: number; readonly said: string };

const layerOf = (kind: Kind, [first]: readonly TileFeature[]): TileLayer => ({
  id: kind,
  featureType: 'unclassified',
  theme: 'boundaries',
  title: kind,
  shapes: ['point', 'line', 'polygon'],
  minZoom: 0,
  maxZoom: 14,
  attributes: Object.keys(first?.properties ?? {}),
});

const optionsOf = (kind: Kind, features: readonly TileFeature[]): BuildOptions => ({
  layer: layerOf(kind, features),
  metadata: { name: kind, description: '', attribution: '', licence: '', synthetic: true },
  threads: 1,
});

/** First position of a feature. */
function placeOf({ geometry }: TileFeature): readonly [number, number] {
  let at: unknown = 'coordinates' in geometry ? geometry.coordinates : [];
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  const [lng = 0, lat = 0] = at as number[];
  return [lng, lat];
}

/** Give 1 % of the features another name and move every third a little: those nearest one, or every hundredth. */
function edited(features: readonly TileFeature[], scattered: boolean): TileFeature[] {
  const [lng, lat] = placeOf(features[1_000 % features.length] as TileFeature);
  const apart = features.map((feature, i): [number, number] => {
    const [x, y] = placeOf(feature);
    return [Math.hypot((x - lng) * 0.6, y - lat), i];
  });
  const nearest = apart.sort(([a], [b]) => a - b).slice(0, features.length * CHANGED);
  const chosen = scattered
    ? features.filter((_, i) => i % 100 === 0)
    : nearest.map(([, i]) => features[i] as TileFeature);
  return chosen.map((feature, i) => ({
    ...feature,
    properties: { ...feature.properties, name: `Renamed ${i}` },
    geometry: i % 3 === 0 ? shifted(feature.geometry) : feature.geometry,
  }));
}

function shifted(geometry: TileFeature['geometry']): TileFeature['geometry'] {
  return JSON.parse(JSON.stringify(geometry), (_, value) =>
    Array.isArray(value) && typeof value[0] === 'number' ? [value[0] + 1e-5, value[1]] : value,
  );
}

/** What a run is given: all features, or those that changed alone, as where a store holds the rest. */
function setUp(task: string, kind: Kind, given: { count: number; where: string | undefined }) {
  const features = [...makeFeatures(kind, given.count)];
  const options = optionsOf(kind, features);
  const changed = edited(features, given.where === 'scattered');
  if (task === 'rebuild') return { options, features: changed };
  const now = new Map(changed.map((feature) => [feature.key, feature]));
  const after = features.map((feature) => now.get(feature.key) ?? feature);
  return { options, features: task === 'before' ? features : after };
}

/** One run: `before` builds and keeps, `build` builds what is there afterwards, `rebuild` brings it up to date. */
async function runOne(words: readonly string[]): Promise<Outcome> {
  const [task = '', kind = 'points', count = '0', folder = '', where] = words;
  const { options, features } = setUp(task, kind as Kind, { count: Number(count), where });
  globalThis.gc?.();
  const started = process.cpuUsage();
  const clock = performance.now();
  const said = await (task === 'rebuild'
    ? bringUpToDate(features, options, folder)
    : build(features, options, join(folder, task)));
  const { user, system } = process.cpuUsage(started);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - clock, said };
}

async function build(features: readonly TileFeature[], options: BuildOptions, path: string) {
  const keep = memorySink();
  const sink = memorySink();
  const given = { ...options, keep: { sink: keep, note: '' } };
  const { bytes } = await writeArchive(features, given, sink);
  writePieces(`${path}.pmtiles`, sink.pieces());
  writePieces(`${path}.flat`, keep.pieces());
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}

async function bringUpToDate(
  changed: readonly TileFeature[],
  options: BuildOptions,
  folder: string,
): Promise<string> {
  const archive = readFileSync(join(folder, 'before.pmtiles'));
  const kept = readFileSync(join(folder, 'before.flat'));
  const former = openFormer({ archive, kept }, options);
  if (!former) throw new Error('Cannot open what was kept');
  const keep = memorySink();
  const given = { ...options, keep: { sink: keep, note: '' } };
  const sink = memorySink();
  const stats = await writeRebuilt(former, { removed: [], changed }, { ...given, sink });
  writePieces(join(folder, 'rebuild.pmtiles'), sink.pieces());
  writePieces(join(folder, 'rebuild.flat'), keep.pieces());
  return `${stats.way}, reckoned ${(100 * stats.share).toFixed(0)} %`;
}

function inProcess(...words: readonly string[]): Outcome {
  const script = fileURLToPath(import.meta.url);
  const flags = ['--expose-gc', '--max-old-space-size=16384', script, '--one', ...words];
  const ran = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${words.join(' ')} failed: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as Outcome;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

function compare(kind: Kind, count: number, by: { rounds: number; where: string }): void {
  const folder = mkdtempSync(join(tmpdir(), 'odin-rebuild-'));
  try {
    const run = (task: string): Outcome => inProcess(task, kind, String(count), folder, by.where);
    run('before');
    const rounds = Array.from({ length: by.rounds }, () => [run('build'), run('rebuild')] as const);
    const same = ['pmtiles', 'flat'].every((kept) => {
      const [one, other] = ['build', 'rebuild'].map((task) =>
        readFileSync(join(folder, `${task}.${kept}`)),
      );
      return one !== undefined && other !== undefined && one.equals(other);
    });
    const [whole, some] = [0, 1].map((i) =>
      median(rounds.map((round) => (round[i] as Outcome).cpuMs)),
    );
    const [wholeWall, someWall] = [0, 1].map((i) =>
      median(rounds.map((round) => (round[i] as Outcome).wallMs)),
    );
    const seconds = (ms = 0): string => `${(ms / 1000).toFixed(2)} s`;
    console.log(
      `${count.toLocaleString('en-GB')} ${kind}: ${seconds(some)} of ${seconds(whole)} cpu`,
      `(${seconds(someWall)} of ${seconds(wholeWall)}): ${((100 * (some ?? 0)) / (whole ?? 1)).toFixed(1)} %;`,
      `${rounds[0]?.[1].said}; bytes ${same ? 'identical' : 'DIFFERENT'}`,
    );
    if (!same) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const words = process.argv.slice(2);
if (words[0] === '--one') console.log(JSON.stringify(await runOne(words.slice(1))));
else {
  const rounds = words.includes('--rounds') ? Number(words[words.indexOf('--rounds') + 1]) : 1;
  const where = words.includes('--scattered') ? 'scattered' : 'one-place';
  const [cpu] = cpus();
  console.log(
    `${cpu?.model ?? 'unknown'}, Node ${process.version}, 1 thread; 1 % changed, ${where}`,
  );
  const kinds = words.filter((word) => JOBS.some(([kind]) => kind === word));
  for (const [kind, count] of JOBS) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    compare(kind, words.includes('--small') ? count / 10 : count, { rounds, where });
  }
}
