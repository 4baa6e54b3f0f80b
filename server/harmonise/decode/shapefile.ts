import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Dbf, isDbf, openDbf } from './binary/dbf.ts';
import { indexedShapes, isShp, isShx, readShape, walkShapes } from './binary/shp.ts';
import { declare } from './crs.ts';
import { deletedRows } from './hidden/deleted-rows.ts';
import { issueOf, refuse } from './refusal.ts';
import { extensionOf, type Part, type Source, stemOf } from './source.ts';
import { readText, wholeText } from './text.ts';

/** The parts of one shapefile, by extension in lower case. */
type PartsByExtension = ReadonlyMap<string, Part>;

/**
 * Shapefiles: one loose .shp with its companions, or all those of an archive, a layer each.
 *
 * @throws Refusal when there is no readable .shp
 */
export function decodeShapefile(source: Source): DecodedFile {
  const own = ownPart(source);
  const parts = own ? [own, ...source.parts.filter(sameStem(source.name))] : source.parts;
  const groups = groupParts(parts);
  const issues: Issue[] = [];
  if (groups.length === 0) {
    const message =
      'This is a part of a shapefile without its .shp. Send the .shp, .dbf, .shx and .prj together, best in one zip.';
    return refuse('file.missing-sidecar', message, { severity: 'critical' });
  }
  if (groups.length > 1) {
    const message = `The archive holds ${groups.length} shapefiles; each is a layer.`;
    issues.push(issue('file.archive-multiple-datasets', {}, message));
  }
  const opened = groups.map(({ name, group }) => openLayer(name, group, issues));
  const encoding = opened.find(({ dbf }) => dbf)?.dbf?.encoding;
  return {
    format: 'shapefile',
    ...(encoding === undefined ? {} : { encoding }),
    layers: opened.map(({ layer }) => layer),
    issues,
    hidden: opened.flatMap(({ layer, dbf }) =>
      dbf ? deletedRows(layer.name, layer.columns, dbf) : [],
    ),
  };
}

/** The published file itself, when it is one of the parts and not an archive. */
function ownPart({ name, bytes }: Source): Part | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stem = stemOf(name);
  if (isShx(buffer)) return { name: `${stem}.shx`, bytes: () => bytes };
  if (isShp(buffer)) return { name: `${stem}.shp`, bytes: () => bytes };
  if (isDbf(buffer)) return { name: `${stem}.dbf`, bytes: () => bytes };
  return undefined;
}

const sameStem = (name: string) => (part: Part) =>
  stemOf(part.name).toLowerCase() === stemOf(name).toLowerCase();

/** One group for every .shp (or lone .dbf) with the files of its folder and stem. */
function groupParts(parts: readonly Part[]): Group[] {
  const groups = new Map<string, { name: string; group: Map<string, Part> }>();
  for (const part of parts) {
    const extension = extensionOf(part.name);
    const key = part.name.slice(0, part.name.length - extension.length).toLowerCase();
    const found = groups.get(key) ?? { name: stemOf(part.name), group: new Map<string, Part>() };
    groups.set(key, found);
    found.group.set(extension, part);
  }
  const all = [...groups.values()];
  const shaped = all.filter(({ group }) => group.has('shp'));
  return apart(shaped.length > 0 ? shaped : all.filter(({ group }) => group.has('dbf')));
}

type Group = { readonly name: string; readonly group: PartsByExtension };

/** Shapefiles of one name in different folders are named with the folder. */
function apart(groups: readonly Group[]): Group[] {
  return groups.map(({ name, group }) => {
    if (groups.filter((other) => other.name === name).length === 1) return { name, group };
    const [{ name: path = name } = {}] = group.values();
    const folders = path.split(/[\\/]/).slice(-2, -1);
    return { name: [...folders, name].join('/'), group };
  });
}

type Opened = { readonly layer: DecodedLayer; readonly dbf: Dbf | undefined };

function openLayer(name: string, group: PartsByExtension, issues: Issue[]): Opened {
  const layer = name;
  const shp = bufferOf(group, 'shp');
  if (shp && !isShp(shp)) refuse('file.corrupt', `${name}.shp is not a shapefile.`, { layer });
  const dbf = openTable(group);
  const prj = textOf(group, 'prj');
  const shapes: Shapes = { layer, shp, offsets: shapeOffsets(layer, group, issues), dbf };
  issues.push(...missingParts(layer, group), ...tableFaults(shapes));
  const decoded: DecodedLayer = {
    name,
    columns: dbf ? dbf.fields.map((field) => field.name) : [],
    spatial: shp !== undefined,
    ...(prj === undefined ? {} : { crs: declare(prj) }),
    records: (report) => recordsOf(shapes, report),
  };
  return { layer: decoded, dbf };
}

function openTable(group: PartsByExtension): Dbf | undefined {
  const bytes = bufferOf(group, 'dbf');
  return bytes && openDbf(bytes, textOf(group, 'cpg'));
}

const NEEDED = [
  ['dbf', 'error', 'the shapes have no attributes. Put it in the zip beside the others.'],
  ['shp', 'error', 'the rows have no shapes. Put it in the zip beside the others.'],
  [
    'prj',
    'warning',
    'nothing says which coordinate system it uses (British National Grid is usual). Put it in the zip.',
  ],
  ['shx', 'notice', 'the shapes were read in the order of the .shp.'],
] as const;

function missingParts(layer: string, group: PartsByExtension): Issue[] {
  return NEEDED.filter(([extension]) => !group.has(extension)).map(([extension, severity, then]) =>
    issue('file.missing-sidecar', { layer, severity }, `${layer}.${extension} is missing: ${then}`),
  );
}

function tableFaults({ layer, shp, offsets, dbf }: Shapes): Issue[] {
  if (!dbf) return [];
  const issues: Issue[] = dbf.issues.map((found) => ({ ...found, layer }));
  issues.push(...shortNames(layer, dbf));
  if (shp && offsets.length !== dbf.count) {
    const message = `There are ${offsets.length} shapes but ${dbf.count} rows.`;
    issues.push(issue('file.corrupt', { layer, severity: 'error' }, message));
  }
  return issues;
}

function bufferOf(group: PartsByExtension, extension: string): Buffer | undefined {
  const bytes = group.get(extension)?.bytes();
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(group: PartsByExtension, extension: string): string | undefined {
  const bytes = bufferOf(group, extension);
  return bytes && wholeText(readText(bytes)).trim();
}

/** dBASE cuts names to 10 characters: those that fill all ten were probably longer. */
function shortNames(layer: string, { fields }: Dbf): Issue[] {
  const names = fields.map(({ name }) => name).filter((name) => name.length === 10);
  if (names.length === 0) return [];
  const message = `Column names were probably cut to 10 characters: ${names.join(', ')}.`;
  return [
    issue('table.truncated-value', { layer, severity: 'notice', value: names.join(', ') }, message),
  ];
}

function shapeOffsets(layer: string, group: PartsByExtension, issues: Issue[]): number[] {
  const shp = bufferOf(group, 'shp');
  if (!shp) return [];
  const shx = bufferOf(group, 'shx');
  const indexed = shx && indexedShapes(shp, shx);
  if (indexed) return indexed;
  const { offsets, cut } = walkShapes(shp);
  if (cut) issues.push(issue('file.truncated', { layer }));
  if (shx) {
    const message =
      'The index .shx does not fit the .shp; the shapes were read in the order of the .shp.';
    issues.push(issue('file.missing-sidecar', { layer, severity: 'warning' }, message));
  }
  return offsets;
}

type Shapes = {
  readonly layer: string;
  readonly shp: Buffer | undefined;
  readonly offsets: readonly number[];
  readonly dbf: Dbf | undefined;
};

type Report = (found: Issue) => void;

function* recordsOf(shapes: Shapes, report: Report): Generator<RawRecord> {
  const { layer, shp, offsets, dbf } = shapes;
  const count = Math.max(offsets.length, dbf?.count ?? 0);
  let deleted = 0;
  for (let index = 0; index < count; index += 1) {
    const line = index + 1;
    const values = valuesAt(shapes, index, report);
    if (values === undefined) deleted += 1;
    else if (shp) yield { line, values, geometry: geometryAt(shapes, index, report) };
    else yield { line, values };
  }
  if (deleted > 0) {
    report(
      issue('table.deleted-row', { layer }, `${deleted} row(s) marked as deleted were left out.`),
    );
  }
}

/** The row's cells, blank where there is a shape only; undefined for a deleted row. */
function valuesAt({ layer, dbf }: Shapes, index: number, report: Report): Cell[] | undefined {
  if (!dbf) return [];
  if (index >= dbf.count) return new Array<Cell>(dbf.fields.length).fill(null);
  const row = dbf.row(index);
  for (const [at, value] of row?.entries() ?? []) {
    // A text that fills all 254 characters of its field was probably longer.
    if (typeof value !== 'string' || value.length < 254) continue;
    report(
      issue('table.truncated-value', {
        layer,
        line: index + 1,
        column: dbf.fields[at]?.name,
        value,
      }),
    );
  }
  return row;
}

function geometryAt({ layer, shp, offsets }: Shapes, index: number, report: Report) {
  const offset = offsets[index];
  if (!shp || offset === undefined) return null;
  const geometry = shapeAt(shp, offset);
  if (typeof geometry !== 'string') return geometry;
  report(issue('geom.parse-failed', { layer, line: index + 1 }, geometry));
  return null;
}

function shapeAt(shp: Buffer, offset: number) {
  try {
    return readShape(shp, offset);
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return found.message;
  }
}
