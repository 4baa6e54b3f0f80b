import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import { resourceIn } from '#server/jobs/resource-file.ts';

/** A published file and the loose files beside it that belong to it. */
export type Opened = {
  readonly resource: Resource | LongResource;
  readonly companions: readonly Resource[];
};

/** Files that are data by themselves, most telling first; asked for when a folder is given. */
const MAIN_FILES =
  '.shp .tab .mif .gpkg .gdbtable .geojson .fgb .parquet .gml .kml .kmz .xlsx .xlsm .ods .csv .tsv .json .xml .dxf .gpx .zip .txt'.split(
    ' ',
  );
/** Bytes of a long file read at a time. */
const PIECE_BYTES = 1 << 20;
/** Loose parts larger than this are not read along, bytes. */
const COMPANION_LIMIT = 512 * 1024 * 1024;
/** A text about the data is read along up to this size, bytes. */
const README_LIMIT = 256 * 1024;

/**
 * Read a file with the parts beside it (`x.dbf`, `x.prj`, a README), or the main file of a folder.
 *
 * @throws Error of the file system when it cannot be read
 */
export function openFile(path: string): Opened {
  const file = statSync(path).isDirectory() ? mainFileOf(path) : path;
  return {
    resource: openResource(file),
    companions: companionsOf(file).map(resourceOf),
  };
}

function resourceOf(path: string): Resource {
  const bytes = readFileSync(path);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: basename(path),
    bytes,
  };
}

/** A file as published; a long one is read piece by piece, here for its SHA-256. */
function openResource(path: string): Resource | LongResource {
  const found = resourceIn({ path, fileName: basename(path), sha256: '' });
  const hash = createHash('sha256');
  if ('bytes' in found) hash.update(found.bytes);
  else {
    for (let at = 0; at < found.sizeBytes; ) {
      const piece = found.read(at, PIECE_BYTES);
      if (piece.byteLength === 0) break;
      hash.update(piece);
      at += piece.byteLength;
    }
  }
  return { ...found, sha256: hash.digest('hex') };
}

function mainFileOf(folder: string): string {
  const files = filesIn(folder);
  for (const ending of MAIN_FILES) {
    const found = files.find((name) => extname(name).toLowerCase() === ending);
    if (found !== undefined) return join(folder, found);
  }
  throw new Error(`Cannot read folder "${folder}": it holds no data file`);
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

/** True for parts with the same stem (`x.shp.xml` too), READMEs and licences, and every table of a geodatabase. */
function belongs(name: string, own: string): boolean {
  if (extname(own).toLowerCase() === '.gdbtable') return true;
  const sameStem = stemOf(name) === stemOf(own) || stemOf(name) === own.toLowerCase();
  return (sameStem && !isDataItself(name)) || /^(read ?me|licen[cs]e)/i.test(name);
}

/** `areas.geojson` beside `areas.csv` is another publication, not a part. */
function isDataItself(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return MAIN_FILES.includes(ending) && ending !== '.txt' && ending !== '.xml';
}

const limitOf = (path: string): number =>
  /\.(md|txt|html?)$/i.test(path) ? README_LIMIT : COMPANION_LIMIT;
