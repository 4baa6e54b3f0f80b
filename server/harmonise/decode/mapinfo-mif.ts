import type { Geometry, Position } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { nestByPlace } from './binary/rings.ts';
import { readRows } from './csv-rows.ts';
import { mapinfoCrs } from './mapinfo/coordsys.ts';
import { type MifObject, readMifObjects } from './mapinfo/mif-objects.ts';
import { refuse } from './refusal.ts';
import { extensionOf, type Source, stemOf } from './source.ts';
import { readText, type TextFile, wholeText } from './text.ts';
import { gathered } from './wkb.ts';

/** What stands before `Data`. */
type Header = {
  readonly delimiter: string;
  readonly coordSys: string | undefined;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Where the objects begin, characters. */
  readonly bodyAt: number;
};

/**
 * MapInfo interchange: objects in the .mif, their attributes in the .mid beside it.
 * Source: MapInfo Professional user guide, appendix “MapInfo data interchange format”.
 *
 * @throws Refusal when the header is damaged
 */
export function decodeMif(source: Source): DecodedFile {
  const file = readText(source.bytes);
  const text = wholeText(file);
  const header = readHeader(text);
  const name = stemOf(source.name);
  const issues: Issue[] = [...file.issues];
  const mid = source.parts.find(
    (part) =>
      extensionOf(part.name) === 'mid' && stemOf(part.name).toLowerCase() === name.toLowerCase(),
  );
  if (!mid) {
    const message = `${name}.mid is missing: the objects have no attributes.`;
    issues.push(issue('file.missing-sidecar', { layer: name }, message));
  }
  const table = mid && readText(mid.bytes());
  const crs = header.coordSys === undefined ? undefined : mapinfoCrs(header.coordSys);
  const layer: DecodedLayer = {
    name,
    columns: header.columns.map((column) => column.name),
    spatial: true,
    ...(crs === undefined ? {} : { crs }),
    records: (report) => recordsOf({ name, text, header, table }, report),
  };
  return { format: 'mapinfo-mif', encoding: file.encoding, layers: [layer], issues };
}

function readHeader(text: string): Header {
  const data = /^\s*data\s*$/im.exec(text);
  if (!data) return refuse('file.corrupt', 'The .mif has no Data section.');
  const head = text.slice(0, data.index);
  const lines = head.split(/\r?\n/);
  const start = lines.findIndex((line) => /^\s*columns\s+\d+/i.test(line));
  const count = Number(/\d+/.exec(lines[start] ?? '')?.[0] ?? 0);
  const columns = lines.slice(start + 1, start + 1 + Math.min(count, 1000)).map((line) => {
    const [, name = '', type = ''] = /^\s*(\S+)\s+(\w+)/.exec(line) ?? [];
    return { name, type: type.toLowerCase() };
  });
  return {
    delimiter: /^\s*delimiter\s+"(.)"/im.exec(head)?.[1] ?? '\t',
    coordSys: /^\s*coordsys\s+(.+)$/im.exec(head)?.[1]?.trim(),
    columns,
    bodyAt: data.index + data[0].length,
  };
}

type Parts = {
  readonly name: string;
  readonly text: string;
  readonly header: Header;
  readonly table: TextFile | undefined;
};

function* recordsOf(
  { name, text, header, table }: Parts,
  report: (found: Issue) => void,
): Generator<RawRecord> {
  const dialect = { delimiter: header.delimiter, newline: '\n', skipLines: 0 } as const;
  const rows = table && readRows(table, dialect, (found) => report({ ...found, layer: name }));
  let line = 0;
  for (const object of readMifObjects(text, header.bodyAt)) {
    line += 1;
    const row = rows?.next();
    const cells = row && !row.done ? row.value.cells : [];
    const values = header.columns.map(({ type }, index) => cellOf(cells[index], type));
    yield { line, values, geometry: geometryOf(object, { layer: name, line, report }) };
  }
  const left = rows?.next();
  if (left && !left.done) {
    const message = `The .mid has more rows than the .mif has objects (${line}).`;
    report(issue('file.corrupt', { layer: name, severity: 'error' }, message));
  }
}

function cellOf(cell: Cell | undefined, type: string): Cell {
  if (typeof cell !== 'string' || cell === '') return null;
  if (/^(integer|smallint|largeint|float|decimal)$/.test(type)) {
    const value = Number(cell);
    return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : cell;
  }
  if (type === 'logical') return /^[ty1]/i.test(cell);
  const [, year, month, day] = (type === 'date' && /^(\d{4})(\d{2})(\d{2})$/.exec(cell)) || [];
  return year === undefined
    ? cell
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

type Told = {
  readonly layer: string;
  readonly line: number;
  readonly report: (found: Issue) => void;
};

function geometryOf(object: MifObject, { layer, line, report }: Told): Geometry | null {
  if ('fault' in object) {
    report(issue('geom.parse-failed', { layer, line }, object.fault));
    return null;
  }
  if ('members' in object) {
    const members = object.members.map((member) => geometryOf(member, { layer, line, report }));
    return gathered(members.filter((member) => member !== null));
  }
  const { kind, parts } = object;
  const [first] = parts;
  if (!first?.[0]) return null;
  if (kind === 'region') return nestByPlace(parts as Position[][]);
  if (kind === 'point') return { type: 'Point', coordinates: first[0] };
  if (kind === 'multipoint') return { type: 'MultiPoint', coordinates: [...first] };
  return parts.length === 1
    ? { type: 'LineString', coordinates: [...first] }
    : { type: 'MultiLineString', coordinates: parts.map((part) => [...part]) };
}
