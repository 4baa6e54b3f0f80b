import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEATURE_TYPES, findFeatureType } from '#data/features/index.ts';
import { issue } from '#data/issues/issue.ts';
import { loadGrid, loadVocabulary, watchGazetteers } from '#data/load.ts';
import type { Issue } from '#data/schema/issue.ts';
import { Source } from '#data/schema/source.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import { readConfig } from '#server/config.ts';
import { loadDescriptors } from '#server/descriptors.ts';
import type { HarmoniseContext, HarmoniseOptions } from '#server/harmonise/context.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Option, WrongCall } from './command.ts';
import { nearest } from './nearest.ts';
import { type Opened, openFiles } from './open-file.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** What ODIN knows, read from `data/`. */
export type Engine = {
  readonly context: HarmoniseContext;
  readonly sources: ReadonlyMap<string, Source>;
};

/** Load the vocabulary, the grid, the gazetteers of the data folder and the clock for the pure room. */
export function loadEngine(): Engine {
  const { publishers, licences, districts, sources } = loadVocabulary(DATA);
  const context: HarmoniseContext = {
    grid: loadGrid(DATA),
    publishers,
    licences,
    districts,
    gazetteer: watchGazetteers(join(readConfig(process.env).dataFolder, 'gazetteer'))(),
    recogniseLicences: (words) => recogniseLicences(words, licences),
    now: new Date().toISOString().slice(0, 10),
  };
  return { context, sources: loadDescriptors(readConfig(process.env).dataFolder, sources) };
}

/** Options `inspect` and `harmonise` share. */
export const READING_OPTIONS: readonly Option[] = [
  { name: '--publisher', value: 'ID', help: 'who publishes it: trafford-council' },
  {
    name: '--source',
    value: 'DESCRIPTOR',
    help: 'its descriptor: an id of data/sources, or a file',
  },
];

/**
 * The options of a run, checked against the vocabulary.
 *
 * @throws WrongCall when a type, publisher or descriptor does not exist
 */
export function readOptions(given: Arguments, { context, sources }: Engine): HarmoniseOptions {
  const layer = textOption(given, '--layer');
  const type = textOption(given, '--type');
  const publisher = textOption(given, '--publisher');
  const descriptor = textOption(given, '--source');
  const licence = textOption(given, '--licence');
  if (publisher !== undefined && !context.publishers.has(publisher)) {
    throw new WrongCall(unknown('publisher', publisher, context.publishers.keys()));
  }
  return {
    ...(layer === undefined ? {} : { layer }),
    ...(type === undefined ? {} : { type: knownType(type) }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(descriptor === undefined ? {} : { source: findSource(descriptor, sources) }),
    ...(licence === undefined ? {} : { licence }),
  };
}

function knownType(id: string): NonNullable<HarmoniseOptions['type']> {
  const type = findFeatureType(id);
  if (type !== undefined) return type.id;
  const ids = FEATURE_TYPES.map((each) => each.id);
  throw new WrongCall(unknown('feature type', id, ids));
}

function unknown(what: string, id: string, known: Iterable<string>): string {
  const guess = nearest(id, known);
  return `There is no ${what} “${id}”.${guess === undefined ? '' : ` Did you mean ${guess}?`}`;
}

function findSource(descriptor: string, sources: ReadonlyMap<string, Source>): Source {
  const known = sources.get(descriptor);
  if (known !== undefined) return known;
  if (!existsSync(descriptor))
    throw new WrongCall(unknown('descriptor', descriptor, sources.keys()));
  const read = Source.safeParse(parseJson(descriptor));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new WrongCall(
    `“${descriptor}” is no descriptor: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
  );
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new WrongCall(`Cannot read “${path}”: ${cause instanceof Error ? cause.message : ''}`);
  }
}

/**
 * Open the files a command names; files that cannot be read are the issue that says why.
 *
 * @throws WrongCall when they are several datasets
 */
export function tryOpen(paths: readonly string[]): Opened | { readonly issue: Issue } {
  try {
    return openFiles(paths);
  } catch (thrown) {
    if (thrown instanceof WrongCall) throw thrown;
    return {
      issue: issue('fetch.unreachable', {}, `The file cannot be opened: ${whyNot(thrown)}.`),
    };
  }
}

/** What the file system says, in words. */
function whyNot(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { code, path } = thrown as NodeJS.ErrnoException;
  if (path === undefined) return thrown.message;
  const name = basename(path);
  if (code === 'ENOENT') return `there is no “${name}”${nearestBeside(path)}`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `you have no permission to read “${name}”; ask whoever owns it`;
  }
  return code === 'EBUSY' ? `“${name}” is in use; close it in the other program` : thrown.message;
}

function nearestBeside(path: string): string {
  try {
    const guess = nearest(basename(path), readdirSync(dirname(path)));
    return guess === undefined ? ' in that folder' : ` in that folder. Did you mean “${guess}”?`;
  } catch {
    return ', and no such folder';
  }
}

/** The issue of a fault that should not have happened: the file is refused, the program goes on. */
export function issueOfCrash(thrown: unknown): Issue {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return issue(
    'file.corrupt',
    {},
    `Reading stopped at something ODIN did not expect (${why}). Check that the file opens in the program it came from, and send it to us if it does.`,
  );
}
