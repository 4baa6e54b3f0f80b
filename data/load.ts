import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type AddressBook, openAddressBook } from './gazetteer/lookup.ts';
import { GAZETTEER_ENDING, openPacked, type Packed } from './gazetteer/packed.ts';
import type { Ostn15Grid } from './geodesy/grid.ts';
import { unpackGrid } from './geodesy/packed-grid.ts';
import { Licence } from './schema/licence.ts';
import { Publisher } from './schema/publisher.ts';
import { Source } from './schema/source.ts';

/** A district with its boundary in WGS 84; generalised to about 120 m, for context and coverage tests. */
export type District = {
  /** ONS (GSS) code: `E08000005`. */
  readonly gssCode: string;
  readonly name: string;
  readonly geometry: z.infer<typeof Area>;
};

/** Everything a deployment knows besides its code: the JSON files of a `data` folder. */
export type Vocabulary = {
  readonly licences: ReadonlyMap<string, Licence>;
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** Source id (`<publisher>/<dataset>`) → source. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly districts: readonly District[];
};

const Ring = z.array(z.tuple([z.number(), z.number()])).min(4);
const Area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);
const Districts = z.object({
  features: z.array(
    z.object({
      properties: z.object({ gssCode: z.string(), name: z.string() }),
      geometry: Area,
    }),
  ),
});

/**
 * Read the vocabulary of a deployment. Files are read in name order, so two readings are alike.
 *
 * @param folder the `data` folder: `licences/*.json`, `publishers/*.json`, `sources/<publisher>/*.json`
 * and `basemap/districts.json`
 * @throws TypeError naming the file and what is wrong in it, when a file is not of its schema, is not
 * named after its id, or names a licence or publisher that is not there
 */
export function loadVocabulary(folder: string): Vocabulary {
  const licences = readById(join(folder, 'licences'), Licence, ({ id }) => id);
  const publishers = readById(join(folder, 'publishers'), Publisher, ({ id }) => id);
  const sources = new Map<string, Source>();
  for (const publisher of foldersIn(join(folder, 'sources'))) {
    const inFolder = join(folder, 'sources', publisher);
    const named = (source: Source): string => {
      const [of, dataset = ''] = source.id.split('/');
      return of === publisher ? dataset : source.id;
    };
    for (const source of readById(inFolder, Source, named).values()) {
      refuseUnknown(source, { licences, publishers });
      sources.set(source.id, source);
    }
  }
  const { features } = readJson(join(folder, 'basemap', 'districts.json'), Districts);
  const districts = features.map(({ properties, geometry }) => ({ ...properties, geometry }));
  return { licences, publishers, sources, districts };
}

/**
 * Read Ordnance Survey's OSTN15 grid.
 *
 * @param folder the `data` folder: `geodesy/ostn15.bin.gz`
 * @throws TypeError when the file is not a packed grid
 */
export const loadGrid = (folder: string): Ostn15Grid =>
  unpackGrid(readFileSync(join(folder, 'geodesy', 'ostn15.bin.gz')));

/**
 * The gazetteers of a deployment, opened anew when the files in the folder have changed since the last call.
 *
 * @param folder `gazetteer` in the folder of data; it need not exist
 * @returns asks what is there now; throws TypeError naming a file that is damaged
 */
export function watchGazetteers(folder: string): () => AddressBook {
  let seen: string | undefined;
  let files: readonly number[] = [];
  let book = openAddressBook([]);
  return () => {
    const paths = gazetteersIn(folder);
    const signature = paths.map((path) => `${path} ${statSync(path).mtimeMs}`).join('\n');
    if (signature === seen) return book;
    for (const file of files) closeSync(file);
    const opened = paths.map(openGazetteerFile);
    files = opened.map(({ file }) => file);
    book = openAddressBook(opened.map(({ packed }) => packed));
    seen = signature;
    return book;
  };
}

function gazetteersIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(GAZETTEER_ENDING));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return []; // no folder, no gazetteers
  }
}

function openGazetteerFile(path: string): { readonly file: number; readonly packed: Packed } {
  const file = openSync(path, 'r');
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = Buffer.allocUnsafeSlow(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  };
  try {
    return { file, packed: openPacked(read, statSync(path).size) };
  } catch (cause) {
    closeSync(file);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`Cannot load ${path}: ${why}`, { cause });
  }
}

function readById<T>(
  folder: string,
  schema: z.ZodType<T>,
  nameOf: (value: T) => string,
): Map<string, T> {
  const values = new Map<string, T>();
  for (const file of filesIn(folder)) {
    const path = join(folder, file);
    const value = readJson(path, schema);
    const name = nameOf(value);
    if (name !== basename(file, '.json')) {
      throw new TypeError(`Cannot load ${path}: its id "${name}" is not its file name`);
    }
    values.set(name, value);
  }
  return values;
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const text = readFileSync(path, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`Cannot load ${path}: not JSON: ${String(error)}`, { cause: error });
  }
  const read = schema.safeParse(json);
  if (!read.success) throw new TypeError(`Cannot load ${path}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

function refuseUnknown(
  source: Source,
  { licences, publishers }: Pick<Vocabulary, 'licences' | 'publishers'>,
): void {
  if (!publishers.has(source.publisher)) {
    throw new TypeError(`Cannot load source ${source.id}: no publisher "${source.publisher}"`);
  }
  if (!licences.has(source.licence.id)) {
    throw new TypeError(`Cannot load source ${source.id}: no licence "${source.licence.id}"`);
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
