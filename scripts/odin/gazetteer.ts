import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionIn } from '#data/gazetteer/edition.ts';
import { GAZETTEER_ENDING } from '#data/gazetteer/packed.ts';
import { LEFT_OUT } from '#data/gazetteer/products.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import { loadGrid, loadVocabulary, watchGazetteers } from '#data/load.ts';
import { callEdition, type GazetteerEdition } from '#data/schema/gazetteer.ts';
import { readConfig } from '#server/config.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { type Loaded, type LoadOptions, loadGazetteerFiles } from './gazetteer-load.ts';
import { TERMS_OPTIONS, termsFor } from './gazetteer-terms.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** `odin gazetteer`: what places records that have only a postcode or a UPRN. */
export const GAZETTEER: Command = {
  name: 'gazetteer',
  summary: 'Load, list or remove the postcodes and UPRNs that place records without coordinates.',
  usage: 'load FILE… | list | remove ID',
  options: [
    {
      name: '--edition',
      value: 'YYYY-MM',
      help: 'month of the edition, where the file does not say',
    },
    {
      name: '--area',
      value: 'W,S,E,N',
      help: 'keep what is in this box: degrees or National Grid metres',
    },
    { name: '--title', value: 'WORDS', help: 'what a table of your own is called' },
    ...TERMS_OPTIONS,
  ],
  notes: [
    'Reads as shipped: Code-Point Open, ONS Postcode Directory, National Statistics Postcode Lookup, OS Open UPRN',
    '(ZIP, CSV or GeoPackage), and any table with a postcode or UPRN and coordinates.',
    'Writes to ODIN_DATA (.odin). A later edition of a product takes the place of an earlier one.',
  ],
  async run(given) {
    const [action, ...operands] = given.operands;
    const folder = join(readConfig(process.env).dataFolder, 'gazetteer');
    if (action === 'load') return await load(operands, folder, given);
    if (action === 'list' && operands.length === 0) return list(folder);
    if (action === 'remove' && operands.length === 1) return remove(operands[0] ?? '', folder);
    throw new WrongCall('Say what to do: load FILE…, list, or remove ID');
  },
};

async function load(paths: string[], folder: string, given: Arguments): Promise<number> {
  if (paths.length === 0) throw new WrongCall('Name the files to load');
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new WrongCall(`Cannot find the file “${missing}”`);
  const options = loadOptions(folder, given);
  mkdirSync(folder, { recursive: true });
  const before = editionsIn(folder);
  let made: readonly Loaded[];
  try {
    made = await loadGazetteerFiles(paths, options);
  } catch (thrown) {
    if (thrown instanceof WrongCall) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    process.stderr.write(`Nothing was loaded: ${why}\n`);
    return EXIT.unreadable;
  }
  if (made.length === 0) {
    process.stderr.write(
      `Nothing was loaded: ${paths.map((path) => basename(path)).join(', ')} holds no table of postcodes or UPRNs with coordinates\n`,
    );
    return EXIT.unreadable;
  }
  for (const each of made) {
    process.stdout.write(`${sayLoaded(each).join('\n')}\n`);
    for (const old of before.filter((edition) => isReplaced(edition, each.edition))) {
      rmSync(join(folder, old.id + GAZETTEER_ENDING), { force: true });
      process.stdout.write(`  takes the place of ${callEdition(old)}\n`);
    }
  }
  return EXIT.done;
}

const isReplaced = (old: GazetteerEdition, made: GazetteerEdition): boolean =>
  old.product === made.product && old.id !== made.id;

function loadOptions(folder: string, given: Arguments): LoadOptions {
  const grid = loadGrid(DATA);
  const toGrid: LoadOptions['toGrid'] = (lng, lat) => toNationalGrid(grid, lng, lat);
  const area = textOption(given, '--area');
  const now = new Date();
  return {
    folder,
    toGrid,
    title: textOption(given, '--title'),
    edition: readMonth(textOption(given, '--edition')),
    ...(area === undefined ? {} : { area: readArea(area, toGrid) }),
    terms: termsFor(given, loadVocabulary(DATA), now),
    now,
    onProgress: (rows) => {
      process.stderr.write(`  ${rows.toLocaleString('en-GB')} rows read\n`);
    },
  };
}

/** @throws WrongCall when a file in the folder is damaged */
function editionsIn(folder: string): readonly GazetteerEdition[] {
  try {
    return watchGazetteers(folder)().editions;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new WrongCall(`${why}. Take it away with odin gazetteer remove, and load it again.`);
  }
}

function readMonth(text: string | undefined): string | undefined {
  const month = text === undefined ? undefined : editionIn(text);
  if (text !== undefined && month === undefined) {
    throw new WrongCall(`--edition needs a month such as 2024-05; “${text}” is none`);
  }
  return month;
}

function readArea(text: string, toGrid: LoadOptions['toGrid']): LoadOptions['area'] {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!(west < east && south < north)) {
    throw new WrongCall('--area needs four numbers: west,south,east,north');
  }
  if (Math.abs(east) > 180 || Math.abs(north) > 90) return [west, south, east, north];
  const corners = [
    toGrid(west, south),
    toGrid(east, south),
    toGrid(west, north),
    toGrid(east, north),
  ];
  const inside = corners.filter((corner) => corner !== undefined);
  if (inside.length < 4) throw new WrongCall('--area is not in Great Britain');
  const [eastings, northings] = [0, 1].map((axis) => inside.map((corner) => corner[axis] ?? 0));
  return [
    Math.min(...(eastings ?? [])),
    Math.min(...(northings ?? [])),
    Math.max(...(eastings ?? [])),
    Math.max(...(northings ?? [])),
  ];
}

const UNITS = { postcode: 'postcodes', uprn: 'UPRNs' } as const;

function sayLoaded({ edition, repeated, leftOut }: Loaded): string[] {
  const counted = (count: number): string => count.toLocaleString('en-GB');
  return [
    `${callEdition(edition)}: ${counted(edition.entries)} ${UNITS[edition.kind]}, as ${edition.id}`,
    ...[...leftOut].map(([why, count]) => `  left out: ${counted(count)} ${LEFT_OUT[why]}`),
    ...(repeated > 0 ? [`  left out: ${counted(repeated)} that came before`] : []),
    `  ${edition.licence}: ${edition.attribution}`,
  ];
}

function list(folder: string): number {
  const editions = editionsIn(folder);
  const lines = editions.map(
    (edition) =>
      `${edition.id}  ${callEdition(edition)}: ${edition.entries.toLocaleString('en-GB')} ${UNITS[edition.kind]}\n  ${edition.licence}: ${edition.attribution}`,
  );
  process.stdout.write(
    lines.length === 0
      ? 'No gazetteer is loaded: records with only a postcode or a UPRN stay unplaced.\n'
      : `${lines.join('\n')}\n`,
  );
  return EXIT.done;
}

function remove(id: string, folder: string): number {
  const path = join(folder, basename(id) + GAZETTEER_ENDING);
  if (!existsSync(path)) {
    throw new WrongCall(`There is no gazetteer “${id}”; odin gazetteer list tells what there is`);
  }
  rmSync(path);
  process.stdout.write(`${id} removed. Features it placed stay until they are published again.\n`);
  return EXIT.done;
}
