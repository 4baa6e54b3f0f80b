import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Source } from '#data/schema/source.ts';

/** Folder of a deployment's own descriptors in its data folder: `sources/<publisher>/<dataset>.json`. */
const FOLDER = 'sources';

/**
 * The descriptors of a deployment: those that come with ODIN, each replaced by the deployment's own where it has
 * one, and the deployment's others.
 *
 * @param dataFolder `ODIN_DATA`
 * @throws {TypeError} naming the file and what is wrong in it
 */
export function loadDescriptors(
  dataFolder: string,
  bundled: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  const folder = join(dataFolder, FOLDER);
  const sources = new Map(bundled);
  if (!existsSync(folder)) return sources;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.json')) continue;
    const source = readDescriptor(join(folder, path));
    if (join(folder, path) !== pathOf(dataFolder, source)) {
      throw new TypeError(`Cannot load ${path}: its id "${source.id}" is not its place and name`);
    }
    sources.set(source.id, source);
  }
  return sources;
}

/**
 * Read one descriptor.
 *
 * @throws {TypeError} naming the file and what is wrong in it
 */
export function readDescriptor(path: string): Source {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new TypeError(`Cannot load ${path}: ${String(cause)}`, { cause });
  }
  const read = Source.safeParse(json);
  if (!read.success) throw new TypeError(`Cannot load ${path}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/**
 * Keep a descriptor as the deployment's own, beside those that come with ODIN, which are never edited. It is
 * written whole and renamed into place, so that no reader sees half of it.
 *
 * @returns where it stands
 * @throws {TypeError} when it is not of the schema
 */
export function saveDescriptor(dataFolder: string, source: Source): string {
  const checked = Source.safeParse(source);
  if (!checked.success) {
    throw new TypeError(`Cannot save ${source.id}:\n${z.prettifyError(checked.error)}`);
  }
  const path = pathOf(dataFolder, source);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(checked.data, undefined, 2)}\n`);
  renameSync(`${path}.part`, path);
  return path;
}

const pathOf = (dataFolder: string, { id }: Source): string =>
  join(dataFolder, FOLDER, `${id}.json`);
