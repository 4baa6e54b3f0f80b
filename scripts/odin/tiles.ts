import { basename } from 'node:path';
import type { TileLayer } from '#data/schema/tile.ts';
import { type BuildStats, type Progress, writeArchive } from '#tiles/index.ts';
import { feedLines, type LineFault } from '#tiles/lines/feed-lines.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { Interrupted, watchInterrupt } from './interrupt.ts';
import { PROGRESS_OPTION, type ProgressLine, progressLineFor } from './progress-line.ts';
import { buildFrugally } from './restart.ts';
import { openSource, openTarget } from './tile-files.ts';

/** Faulty lines named one by one; the rest are counted. */
const MOST_NAMED = 10;

/** Memory a build stays within when nothing is said, and the least it can be told, MiB. */
const MEMORY_MB = 2048;
const LEAST_MEMORY_MB = 256;

/** `odin tiles build IN OUT`: vector tiles of one GeoJSON feature a line. */
export const TILES: Command = {
  name: 'tiles',
  summary: 'Build vector tiles (PMTiles) from GeoJSON, one feature a line.',
  usage: 'build IN.geojsonl OUT.pmtiles --layer NAME [options]',
  options: [
    { name: '--layer', value: 'NAME', help: 'name of the layer in the tiles; OUT’s when left out' },
    { name: '--min-zoom', value: 'Z', help: 'first zoom, 0 to 14; 0 when left out' },
    { name: '--max-zoom', value: 'Z', help: 'last zoom, 0 to 14; 14 when left out' },
    { name: '--no-thinning', help: 'keep every feature at every zoom, however large the tiles' },
    { name: '--attributes', value: 'A,B', help: 'properties to keep; all when left out' },
    { name: '--threads', value: 'N', help: 'threads to use; all the machine has when left out' },
    { name: '--memory', value: 'MIB', help: 'memory to stay within; 2048 when left out' },
    { name: '--attribution', value: 'TEXT', help: 'whom to credit on the map' },
    { name: '--licence', value: 'ID', help: 'licence the data is under' },
    PROGRESS_OPTION,
  ],
  notes: [
    'Without --no-thinning a tile is at most 500 kB. The last zoom keeps everything: where that',
    'takes more than 500 kB a tile, it goes up to two zooms deeper.',
    'What does not fit into the memory waits beside OUT, on disk; the tiles are the same.',
    'A line that is no feature is named and left out; the others are built.',
  ],
  run,
};

async function run(given: Arguments): Promise<number> {
  const call = callOf(given);
  buildFrugally(call.from);
  const faults: LineFault[] = [];
  const watch = watchInterrupt();
  const line = progressLineFor(given);
  try {
    const stats = await build(call, { line, faults, signal: watch.signal });
    line.clear();
    tellFaults(faults);
    process.stdout.write(`${summaryOf(call.layer.id, stats)}\n`);
    return stats.features === 0 && faults.length > 0 ? EXIT.unreadable : EXIT.done;
  } catch (thrown) {
    line.clear();
    if (thrown instanceof Interrupted) {
      process.stderr.write('Interrupted: nothing was written.\n');
      return EXIT.interrupted;
    }
    if (!(thrown instanceof Error && 'code' in thrown && 'syscall' in thrown)) throw thrown;
    process.stderr.write(`Cannot build tiles: ${thrown.message}\n`);
    return EXIT.unreadable;
  } finally {
    watch.ignore();
  }
}

type Call = {
  readonly from: string;
  readonly to: string;
  readonly layer: TileLayer;
  readonly everyAttribute: boolean;
  readonly thinning: boolean;
  readonly threads: number | undefined;
  readonly memoryMb: number;
  readonly attribution: string;
  readonly licence: string;
};

/** @throws WrongCall when something was typed that makes no sense */
function callOf(given: Arguments): Call {
  const [verb, from, to, ...more] = given.operands;
  if (verb !== 'build') throw new WrongCall('Say what to do with tiles: odin tiles build IN OUT.');
  if (from === undefined || to === undefined || more.length > 0) {
    throw new WrongCall('Name two files: odin tiles build IN.geojsonl OUT.pmtiles.');
  }
  const minZoom = wholeOption(given, '--min-zoom', [0, 14]) ?? 0;
  const maxZoom = wholeOption(given, '--max-zoom', [0, 14]) ?? 14;
  if (minZoom > maxZoom) throw new WrongCall('--min-zoom may not be more than --max-zoom.');
  const name = textOption(given, '--layer') ?? basename(to).replace(/\.[^.]*$/, '');
  const attributes = textOption(given, '--attributes')?.split(',').filter(Boolean);
  return {
    ...{ from, to },
    layer: { ...layerOf(name), minZoom, maxZoom, attributes: [...new Set(attributes)] },
    everyAttribute: attributes === undefined,
    thinning: !given.options.has('--no-thinning'),
    threads: wholeOption(given, '--threads', [1, 999]),
    memoryMb: wholeOption(given, '--memory', [LEAST_MEMORY_MB, 1_048_576]) ?? MEMORY_MB,
    attribution: textOption(given, '--attribution') ?? '',
    licence: textOption(given, '--licence') ?? '',
  };
}

type Telling = { line: ProgressLine; faults: LineFault[]; signal: AbortSignal };

async function build(call: Call, { line, faults, signal }: Telling): Promise<BuildStats> {
  const { layer, attribution, licence, threads } = call;
  const source = openSource(call.from);
  const target = openTarget(call.to, call.memoryMb);
  const features = feedLines({
    read: (into) => {
      line.note(`reading ${percent(source.share())}`);
      return source.read(into);
    },
    onFault: (fault) => faults.push(fault),
  });
  try {
    const options = {
      ...{ layer, everyAttribute: call.everyAttribute, thinning: call.thinning },
      metadata: { name: layer.id, description: '', attribution, licence, synthetic: false },
      scratch: target.scratch,
      room: target.room,
      signal,
      onProgress: ({ stage, share }: Progress) => line.note(`${STAGES[stage]} ${percent(share)}`),
      ...(threads === undefined ? {} : { threads }),
    };
    const stats = await writeArchive(features, options, target.sink);
    target.settle();
    return stats;
  } finally {
    source.close();
    target.close();
  }
}

const STAGES = { choose: 'weighing', encode: 'making tiles', pack: 'writing' } as const;
const percent = (share: number): string => `${Math.floor(100 * share)} %`;

const layerOf = (name: string): TileLayer => ({
  id: name,
  featureType: 'unclassified',
  theme: 'boundaries',
  title: name,
  shapes: ['point', 'line', 'polygon'],
  minZoom: 0,
  maxZoom: 14,
  attributes: [],
});

/** A whole number given with an option. @throws WrongCall when it is none, or out of bounds */
function wholeOption(
  given: Arguments,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  throw new WrongCall(`${name} needs a whole number from ${least} to ${most}.`);
}

function tellFaults(faults: readonly LineFault[]): void {
  for (const { line, reason } of faults.slice(0, MOST_NAMED)) {
    process.stderr.write(`line ${line}: ${reason}\n`);
  }
  const rest = faults.length - MOST_NAMED;
  if (rest > 0) process.stderr.write(`and ${rest.toLocaleString('en-GB')} more lines\n`);
}

function summaryOf(name: string, stats: BuildStats): string {
  const count = (number: number): string => number.toLocaleString('en-GB');
  const thinned = Object.entries(stats.shown).filter(([, share]) => share < 1);
  const shares = thinned.map(([zoom, share]) => `z${zoom} ${Math.round(share * 100)} %`);
  return [
    `${name}: ${count(stats.features)} features in ${count(stats.tiles)} tiles,`,
    `zooms ${stats.minZoom}–${stats.maxZoom}, ${count(Math.ceil(stats.bytes / 1000))} kB`,
    ...(stats.unplaced > 0 ? [`; ${count(stats.unplaced)} without a position`] : []),
    ...(shares.length > 0 ? [`; shown: ${shares.join(', ')}, the rest whole`] : []),
  ].join(' ');
}
