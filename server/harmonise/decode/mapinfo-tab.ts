import type { Geometry } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DeclaredCrs, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { openDbf } from './binary/dbf.ts';
import { deletedRows } from './hidden/deleted-rows.ts';
import { tableCrs } from './mapinfo/coordsys.ts';
import { type DatFile, openDat, type TabField } from './mapinfo/dat-file.ts';
import { refuseOthers } from './mapinfo/kinds.ts';
import { type MapFile, openMap } from './mapinfo/map-file.ts';
import { readMapObject } from './mapinfo/map-objects.ts';
import { issueOf, refuse } from './refusal.ts';
import { extensionOf, type Source, stemOf } from './source.ts';
import { readText, wholeText } from './text.ts';

/** Character sets a .tab names, as `TextDecoder` knows them. `Neutral` says nothing. */
const CHARSETS: ReadonlyMap<string, string> = new Map([
  ['windowslatin1', 'windows-1252'],
  ['iso8859_1', 'windows-1252'],
  ['utf-8', 'utf-8'],
  ['windowslatin2', 'windows-1250'],
]);

type Table = {
  readonly layer: string;
  readonly dat: DatFile;
  readonly map: MapFile | undefined;
  /** Where each row's object begins in the .map; 0 where it has none. */
  readonly ids: Buffer | undefined;
  readonly width: number;
};

/**
 * A MapInfo table: .tab with its .dat (or a .dbf), .map and .id.
 *
 * @throws Refusal when it is of another kind (linked, view, seamless) or its .dat is missing
 */
export function decodeTab(source: Source): DecodedFile {
  const layer = stemOf(source.name);
  const text = wholeText(readText(source.bytes));
  const partOf = (extension: string) =>
    source.parts
      .find(
        (part) =>
          extensionOf(part.name) === extension &&
          stemOf(part.name).toLowerCase() === layer.toLowerCase(),
      )
      ?.bytes();
  refuseOthers(text);
  const charset = /charset\s+"([^"]*)"/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const { fields, dat, encoding } = openRows({ layer, text, partOf }, CHARSETS.get(charset));
  const [map, id] = [partOf('map'), partOf('id')];
  const issues: Issue[] = [];
  if (!map || !id) {
    const message = `${layer}.map or ${layer}.id is missing: the rows have no objects.`;
    issues.push(issue('file.missing-sidecar', { layer }, message));
  }
  const opened = map && id ? openMap(map) : undefined;
  const table: Table = {
    layer,
    dat,
    map: opened,
    ids: id && Buffer.from(id.buffer, id.byteOffset, id.byteLength),
    width: fields.length,
  };
  const crs = opened && tableCrs(opened);
  const columns = fields.map(({ name }) => name);
  return {
    format: 'mapinfo-tab',
    encoding,
    layers: [layerOf(table, fields, crs)],
    issues,
    hidden: deletedRows(layer, columns, table.dat),
  };
}

type Rows = {
  readonly fields: readonly TabField[];
  readonly dat: DatFile;
  readonly encoding: string;
};
type Opening = {
  readonly layer: string;
  readonly text: string;
  readonly partOf: (extension: string) => Uint8Array | undefined;
};

/** The rows: in a .dat of MapInfo's own, or in a dBASE table. */
function openRows({ layer, text, partOf }: Opening, said: string | undefined): Rows {
  const isDbase = /^\s*type\s+dbf\b/im.test(text);
  const bytes = partOf(isDbase ? 'dbf' : 'dat');
  if (!bytes) {
    const message = `${layer}.${isDbase ? 'dbf' : 'dat'} is missing. Upload all parts of the table together.`;
    return refuse('file.missing-sidecar', message, { layer, severity: 'critical' });
  }
  if (isDbase) {
    const dbf = openDbf(bytes, said);
    const fields = dbf.fields.map(({ name, type }) => ({ name, type: type.toLowerCase() }));
    return { fields, dat: dbf, encoding: dbf.encoding };
  }
  const fields = readFields(text);
  const encoding = said ?? 'utf-8';
  return { fields, dat: openDat(bytes, fields, encoding), encoding };
}

function layerOf(
  table: Table,
  fields: readonly TabField[],
  crs: DeclaredCrs | undefined,
): DecodedLayer {
  return {
    name: table.layer,
    columns: fields.map(({ name }) => name),
    spatial: table.map !== undefined,
    ...(crs === undefined ? {} : { crs }),
    records: (report) => recordsOf(table, report),
  };
}

function readFields(text: string): TabField[] {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*fields\s+\d+/i.test(line));
  const count = Number(/\d+/.exec(lines[start] ?? '')?.[0] ?? 0);
  if (start < 0 || !(count > 0 && count <= 1000))
    refuse('file.corrupt', 'The .tab names no columns.');
  return lines.slice(start + 1, start + 1 + count).map((line) => {
    const [, name = '', type = ''] = /^\s*(\S+)\s+(\w+)/.exec(line) ?? [];
    return { name, type: type.toLowerCase() };
  });
}

function* recordsOf(table: Table, report: (found: Issue) => void): Generator<RawRecord> {
  const { dat, layer, map } = table;
  let deleted = 0;
  for (let index = 0; index < dat.count; index += 1) {
    const values: Cell[] | undefined = dat.row(index);
    const line = index + 1;
    if (!values) deleted += 1;
    else if (map) yield { line, values, geometry: geometryAt(table, index, report) };
    else yield { line, values };
  }
  if (deleted > 0) {
    report(
      issue('table.deleted-row', { layer }, `${deleted} row(s) marked as deleted were left out.`),
    );
  }
}

function geometryAt(table: Table, index: number, report: (found: Issue) => void): Geometry | null {
  const geometry = objectAt(table, index);
  if (typeof geometry !== 'string') return geometry;
  report(issue('geom.parse-failed', { layer: table.layer, line: index + 1 }, geometry));
  return null;
}

function objectAt({ map, ids }: Table, index: number): Geometry | null | string {
  if (!map || !ids || index * 4 + 4 > ids.length) return null;
  try {
    return readMapObject(map, ids.readInt32LE(index * 4));
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return found.message;
  }
}
