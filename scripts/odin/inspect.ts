import { basename } from 'node:path';
import type { Inspection } from '#data/schema/harmonised.ts';
import { inspect } from '#server/harmonise/index.ts';
import { fileOperands } from './arguments.ts';
import { type Arguments, type Command, EXIT } from './command.ts';
import { issueOfCrash, loadEngine, READING_OPTIONS, readOptions, tryOpen } from './engine.ts';
import { beFrugal } from './frugal.ts';
import { toStdout } from './output.ts';

/** `odin inspect FILE`: what a file holds, as JSON. */
export const INSPECT: Command = {
  name: 'inspect',
  summary: 'Say what a file holds: format, layers, CRS, columns, what it may be, what is wrong.',
  usage: 'FILE [PARTS …] [options]',
  options: READING_OPTIONS,
  notes: [
    'FILE may be a folder that holds a shapefile or MapInfo table. JSON goes to standard output.',
  ],
  run,
};

async function run(given: Arguments): Promise<number> {
  const paths = fileOperands(given);
  beFrugal(paths);
  const engine = loadEngine();
  const options = readOptions(given, engine);
  const opened = tryOpen(paths);
  let found: Inspection;
  if ('issue' in opened) {
    found = { file: basename(paths[0] ?? ''), sha256: '', layers: [], issues: [opened.issue] };
  } else {
    const { resource, companions } = opened;
    try {
      const seen = inspect(resource, { ...options, companions }, engine.context);
      found = { ...seen, issues: [...opened.issues, ...seen.issues] };
    } catch (thrown) {
      const { fileName: file, sha256 } = resource;
      found = { file, sha256, layers: [], issues: [issueOfCrash(thrown)] };
    }
  }
  await toStdout(`${JSON.stringify(ordered(found), null, 2)}\n`);
  return found.layers.length === 0 ? EXIT.unreadable : EXIT.done;
}

/** Every key of the contract, in the order people read it; what could not be told stands as null. */
const ordered = ({ file, sha256, format, encoding, layers, issues }: Inspection) => ({
  file,
  sha256,
  format: format ?? null,
  encoding: encoding ?? null,
  layers,
  issues,
});
