import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { TileLayer } from '#data/schema/tile.ts';
import { type BuildStats, writeArchive } from '#tiles/index.ts';
import { feedLines, type LineFault } from '#tiles/lines/feed-lines.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';

/** Faulty lines named one by one; the rest are counted. */
const MOST_NAMED = 10;

/** `odin tiles build IN OUT`: vector tiles of one GeoJSON feature a line. */
export const TILES: Command = {
  name: 'tiles',
  summary: 'Build vector tiles (PMTiles) from GeoJSON, one feature a line.',
  usage: 'build IN.geojsonl OUT.pmtiles --layer NAME [options]',
  options: [
    { name: '--layer', value: 'NAME', help: 'name of the layer in the tiles' },
    { name: '--no-thinning', help: 'keep every feature at every zoom, however large the tiles' },
    { name: '--threads', value: 'N', help: 'threads to use; all the machine has by default' },
    { name: '--attribution', value: 'TEXT', help: 'whom to credit on the map' },
    { name: '--licence', value: 'ID', help: 'licence the data is under' },
  ],
  notes: [
    'Zooms 0 to 14. Without --no-thinning a tile is at most 500 kB; the last zoom keeps all.',
  ],
  run,
};

async function run(given: Arguments): Promise<number> {
  const [verb, from, to, ...more] = given.operands;
  if (verb !== 'build') throw new WrongCall('Say what to do with tiles: odin tiles build IN OUT.');
  if (from === undefined || to === undefined || more.length > 0) {
    throw new WrongCall('Name two files: odin tiles build IN.geojsonl OUT.pmtiles.');
  }
  const name = textOption(given, '--layer') ?? basename(to).replace(/\.[^.]*$/, '');
  const faults: LineFault[] = [];
  try {
    const stats = await build({ from, to, name, given }, (fault) => faults.push(fault));
    tellFaults(faults);
    process.stdout.write(`${summaryOf(name, stats)}\n`);
    return stats.features === 0 && faults.length > 0 ? EXIT.unreadable : EXIT.done;
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && 'path' in thrown)) throw thrown;
    process.stderr.write(`Cannot build tiles: ${thrown.message}\n`);
    return EXIT.unreadable;
  }
}

type Call = { from: string; to: string; name: string; given: Arguments };

/** Build beside the target and move into place: whoever reads it never sees half an archive. */
async function build(
  { from, to, name, given }: Call,
  onFault: (fault: LineFault) => void,
): Promise<BuildStats> {
  const threads = threadsOf(given);
  const input = openSync(from, 'r');
  const features = feedLines({ read: (into) => readSync(input, into), onFault });
  const part = `${to}.part-${process.pid}`;
  const file = openSync(part, 'w');
  try {
    const options = {
      layer: layerOf(name),
      metadata: {
        name,
        description: '',
        attribution: textOption(given, '--attribution') ?? '',
        licence: textOption(given, '--licence') ?? '',
        synthetic: false,
      },
      everyAttribute: true,
      thinning: !given.options.has('--no-thinning'),
      ...(threads === undefined ? {} : { threads }),
    };
    const stats = await writeArchive(features, options, {
      write: (position, bytes) => writeWhole(file, bytes, position),
    });
    closeSync(file);
    renameSync(part, to);
    return stats;
  } catch (thrown) {
    rmSync(part, { force: true });
    throw thrown;
  }
}

/** A write may take less than it is given. */
function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

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

function threadsOf(given: Arguments): number | undefined {
  const text = textOption(given, '--threads');
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new WrongCall('--threads needs a whole number from 1.');
  return Number(text);
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
