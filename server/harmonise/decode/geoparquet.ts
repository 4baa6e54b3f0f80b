import type { Geometry } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DeclaredCrs, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from './crs.ts';
import { openParquet, type Parquet, readGroup } from './parquet/file.ts';
import { issueOf } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import { readWkb } from './wkb.ts';

/** The column that holds the geometry, and its coordinate system. */
type GeometryColumn = { readonly name: string; readonly crs: DeclaredCrs | undefined };

/**
 * Parquet, with geometry when it is GeoParquet (1.x, WKB).
 *
 * @throws Refusal when it is damaged
 */
export function decodeGeoparquet(source: Source): DecodedFile {
  const parquet = openParquet(source.bytes);
  const name = stemOf(source.name);
  const issues: Issue[] = [];
  const shape = geometryColumnOf(parquet, name, issues);
  if (parquet.nested.length > 0) {
    const message = `Columns that hold lists or structures were left out: ${parquet.nested.join(', ')}.`;
    issues.push(issue('file.unsupported', { layer: name, severity: 'warning' }, message));
  }
  const columns = parquet.columns.filter((column) => column !== shape?.name);
  const layer: DecodedLayer = {
    name,
    columns,
    spatial: shape !== undefined,
    ...(shape?.crs === undefined ? {} : { crs: shape.crs }),
    records: (report) => recordsOf({ name, parquet, columns, shape }, report),
  };
  return { format: 'geoparquet', encoding: 'utf-8', layers: [layer], issues };
}

type Geo = {
  readonly primary_column?: unknown;
  readonly columns?: Readonly<
    Record<string, { readonly encoding?: unknown; readonly crs?: unknown } | undefined>
  >;
};

/** Source: GeoParquet specification 1.1, “geo” metadata. */
function geometryColumnOf(
  { metadata, columns }: Parquet,
  layer: string,
  issues: Issue[],
): GeometryColumn | undefined {
  const geo = parsed(metadata.get('geo'));
  const name = geo?.primary_column;
  if (typeof name !== 'string' || !columns.includes(name)) return undefined;
  const about =
    geo?.columns !== undefined && Object.hasOwn(geo.columns, name) ? geo.columns[name] : undefined;
  if (about?.encoding !== 'WKB') {
    const message = `Geometry encoded as ${String(about?.encoding)} is not read. Write it as WKB.`;
    issues.push(issue('file.unsupported', { layer, severity: 'error' }, message));
    return undefined;
  }
  return { name, crs: crsOf(about.crs) };
}

function parsed(text: string | undefined): Geo | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Geo);
  } catch {
    return undefined;
  }
}

/** PROJJSON; absent means CRS84, null means unknown. Coordinates are x first whatever the system says. */
function crsOf(crs: unknown): DeclaredCrs | undefined {
  if (crs === null) return undefined;
  if (crs === undefined)
    return { id: 'EPSG:4326', text: 'GeoParquet without crs: OGC:CRS84', axis: 'xy' };
  if (typeof crs === 'string') return declare(crs);
  const { name, id } = crs as { name?: unknown; id?: { authority?: unknown; code?: unknown } };
  const said = `${String(id?.authority)}:${String(id?.code)}`;
  const found = declare(id ? said : String(name)).id;
  return {
    ...(found === undefined ? {} : { id: found }),
    text: `${String(name)} ${id ? said : ''}`.trim(),
    axis: 'xy',
  };
}

type Table = {
  readonly name: string;
  readonly parquet: Parquet;
  readonly columns: readonly string[];
  readonly shape: GeometryColumn | undefined;
};

type Report = (found: Issue) => void;

function* recordsOf(
  { name, parquet, columns, shape }: Table,
  report: Report,
): Generator<RawRecord> {
  let line = 0;
  for (const group of parquet.groups) {
    const data = readGroup(parquet, group);
    const cells = columns.map((column) => data.get(column));
    const shapes = shape && data.get(shape.name);
    for (let row = 0; row < group.rows; row += 1) {
      line += 1;
      const values = cells.map((column) => cellOf(column?.[row]));
      if (!shape) yield { line, values };
      else yield { line, values, geometry: geometryOf(shapes?.[row], name, line, report) };
    }
  }
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
    default:
      return objectCell(value);
  }
}

function objectCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  return value instanceof Uint8Array ? `(${value.length} bytes)` : JSON.stringify(value);
}

function geometryOf(value: unknown, layer: string, line: number, report: Report): Geometry | null {
  if (!(value instanceof Uint8Array)) return null;
  const read = wkbOf(value);
  if (typeof read === 'string') {
    report(issue('geom.parse-failed', { layer, line }, read));
    return null;
  }
  if (read.linearised) report(issue('geom.curve-linearised', { layer, line }));
  return read.geometry;
}

function wkbOf(bytes: Uint8Array) {
  try {
    return readWkb(bytes);
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return found.message;
  }
}
