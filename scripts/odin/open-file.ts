import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { issue } from '#data/issues/issue.ts';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { hashFile, resourceIn } from '#server/jobs/resource-file.ts';
import { WrongCall } from './command.ts';

/** A published file and the loose files beside it that belong to it. */
export type Opened = {
  readonly resource: Resource | LongResource;
  readonly companions: readonly Resource[];
  /** What was chosen while opening. */
  readonly issues: readonly Issue[];
};

/** Files that are data by themselves, most telling first; asked for when a folder is given. */
const MAIN_FILES =
  '.shp .tab .mif .gpkg .gdbtable .geojson .fgb .parquet .gml .kml .kmz .xlsx .xlsm .xls .ods .csv .tsv .json .xml .dxf .gpx .zip .txt'.split(
    ' ',
  );
/** Loose parts larger than this are not read along, bytes. */
const COMPANION_LIMIT = 512 * 1024 * 1024;
/** A text about the data is read along up to this size, bytes. */
const README_LIMIT = 256 * 1024;

/** A part of a dataset, by its ending, and the ending of the file it belongs to. */
const PART_OF: Readonly<Record<string, string>> = Object.fromEntries([
  ...'.dbf .shx .prj .cpg .sbn .sbx .qix .qpj'.split(' ').map((part) => [part, '.shp'] as const),
  ...'.dat .map .id .ind'.split(' ').map((part) => [part, '.tab'] as const),
  ['.mid', '.mif'] as const,
]);

/**
 * Read a file with the parts beside it (`x.dbf`, `x.prj`, a README), the main file of a folder, or the files named,
 * which belong together. A part alone leads to its main file.
 *
 * @throws WrongCall when the files named are several datasets
 * @throws Error of the file system when one cannot be read
 */
export function openFiles(paths: readonly string[]): Opened {
  const [only = '', ...more] = paths;
  if (more.length > 0) return openNamed(paths);
  if (statSync(only).isDirectory()) return openFolder(only);
  const file = mainOfPart(only);
  return {
    resource: openResource(file),
    companions: companionsOf(file).map(resourceOf),
    issues: [],
  };
}

/** Files named together: one of them is the data, the others are its parts and papers. */
function openNamed(paths: readonly string[]): Opened {
  const [main, ...others] = mainsAmong(paths);
  if (main === undefined) throw new WrongCall('None of the files named is data by itself.');
  if (others.length > 0) {
    const names = [main, ...others].map((path) => `“${basename(path)}”`).join(', ');
    throw new WrongCall(
      `These are several datasets (${names}): give one at a time, with its parts.`,
    );
  }
  const named = paths.filter((path) => path !== main);
  const beside = companionsOf(main).filter(
    (path) => !named.some((each) => resolve(each) === resolve(path)),
  );
  return {
    resource: openResource(main),
    companions: [...named, ...beside].map(resourceOf),
    issues: [],
  };
}

function openFolder(folder: string): Opened {
  const [main, ...others] = mainsAmong(filesIn(folder).map((name) => join(folder, name)));
  if (main === undefined) throw new Error(`the folder “${basename(folder)}” holds no data file`);
  const names = others.map((path) => basename(path));
  const issues = others.length === 0 ? [] : [leftInFolder(basename(main), names)];
  return { resource: openResource(main), companions: companionsOf(main).map(resourceOf), issues };
}

const leftInFolder = (main: string, others: readonly string[]): Issue =>
  issue(
    'file.archive-multiple-datasets',
    { value: main },
    `The folder holds several datasets, and ODIN took “${main}”. Left: ${others.slice(0, 5).join(', ')}${others.length > 5 ? ` and ${others.length - 5} more` : ''}. Name another file to take that one.`,
  );

/** The files that are data by themselves, most telling first; parts of another and papers are none. */
function mainsAmong(paths: readonly string[]): readonly string[] {
  const mains = MAIN_FILES.filter((ending) => ending !== '.txt' && ending !== '.xml');
  const rank = (path: string): number => mains.indexOf(extname(path).toLowerCase());
  const found = paths.filter((path) => rank(path) >= 0).sort((a, b) => rank(a) - rank(b));
  const tables = found.filter((path) => !/\.gdbtable$/i.test(path));
  const data = tables.length > 0 ? tables : found.slice(0, 1);
  return data.length > 0
    ? data
    : paths
        .filter((path) => /\.(txt|xml|dbf)$/i.test(path) && !PAPER.test(basename(path)))
        .slice(0, 1);
}

/** `trees.prj` leads to `trees.shp` beside it. */
function mainOfPart(path: string): string {
  const ending = PART_OF[extname(path).toLowerCase()];
  if (ending === undefined) return path;
  const stem = stemOf(path);
  const main = filesIn(dirname(path)).find(
    (name) => stemOf(name) === stem && extname(name).toLowerCase() === ending,
  );
  return main === undefined ? path : join(dirname(path), main);
}

const resourceOf = (path: string): Resource => resourceFrom(path, readFileSync(path));

function resourceFrom(path: string, bytes: Uint8Array): Resource {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: basename(path),
    bytes,
  };
}

/** A file as published; a long one is read piece by piece, here for its SHA-256. */
function openResource(path: string): Resource | LongResource {
  const found = resourceIn({ path, fileName: basename(path), sha256: '' });
  return 'bytes' in found ? resourceFrom(path, found.bytes) : { ...found, sha256: hashFile(path) };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

const stemOf = (name: string): string => basename(name, extname(name)).toLowerCase();

function companionsOf(path: string): readonly string[] {
  const folder = dirname(path);
  const own = basename(path);
  return filesIn(folder)
    .filter((name) => name !== own && belongs(name, own))
    .map((name) => join(folder, name))
    .filter((beside) => statSync(beside).size <= limitOf(beside));
}

const PAPER = /^(read[ _-]?me|licen[cs]e)/i;

/** True for parts with the same stem (`x.shp.xml` too), READMEs and licences, and every table of a geodatabase. */
function belongs(name: string, own: string): boolean {
  if (extname(own).toLowerCase() === '.gdbtable') return true;
  const sameStem = stemOf(name) === stemOf(own) || stemOf(name) === own.toLowerCase();
  return (sameStem && !isDataItself(name)) || PAPER.test(name);
}

/** `areas.geojson` beside `areas.csv` is another publication, not a part. */
function isDataItself(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return MAIN_FILES.includes(ending) && ending !== '.txt' && ending !== '.xml';
}

const limitOf = (path: string): number =>
  /\.(md|txt|html?)$/i.test(path) ? README_LIMIT : COMPANION_LIMIT;
