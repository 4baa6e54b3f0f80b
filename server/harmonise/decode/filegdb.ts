import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from './crs.ts';
import { type Items, type Labels, placeOf, readItems } from './filegdb/items.ts';
import { readRow } from './filegdb/row.ts';
import { type GdbTable, openTable, rowOffset } from './filegdb/table.ts';
import { issueOf, refuse } from './refusal.ts';
import { baseOf, type Part, type Source } from './source.ts';

/** Tables the geodatabase keeps for itself. */
const SYSTEM = /^GDB_/i;

/**
 * An Esri file geodatabase (a .gdb folder, loose or in a zip): every table is a layer.
 * Source: FGDB specification by reverse engineering (E. Rouault, github.com/rouault/dump_gdbtable).
 *
 * @throws Refusal when its list of tables cannot be read
 */
export function decodeFilegdb(source: Source): DecodedFile {
  const own = { name: source.name, bytes: () => source.bytes };
  const files = new Map(
    [own, ...source.parts].map((part) => [baseOf(part.name).toLowerCase(), part]),
  );
  const issues: Issue[] = [];
  const layers: DecodedLayer[] = [];
  const tables = listTables(files);
  const items = openItems(files, tables);
  for (const { name, number } of tables) {
    const layer = SYSTEM.test(name) ? undefined : openLayer(files, { name, number, items }, issues);
    if (layer) layers.push(layer);
  }
  if (layers.length === 0)
    return refuse('file.empty', 'The geodatabase holds no table that can be read.');
  const licenceStatements = items.statements;
  return { format: 'filegdb', encoding: 'utf-8', layers, issues, licenceStatements };
}

type Files = ReadonlyMap<string, Part>;

function openNumber(files: Files, number: number): GdbTable | undefined {
  const stem = `a${number.toString(16).padStart(8, '0')}`;
  const [table, index] = [files.get(`${stem}.gdbtable`), files.get(`${stem}.gdbtablx`)];
  return table && index && openTable(table.bytes(), index.bytes());
}

/** Table 1 lists all tables: the number of its row is the number in the file's name. */
function listTables(files: Files): Listed[] {
  const catalogue = openNumber(files, 1);
  if (!catalogue) {
    return refuse(
      'file.missing-sidecar',
      'This is one file of a geodatabase, and the others are missing. Zip the whole .gdb folder and send that.',
      { severity: 'critical' },
    );
  }
  const column = catalogue.fields.findIndex(({ name }) => name === 'Name');
  const tables: Listed[] = [];
  for (let index = 0; index < catalogue.rowCount; index += 1) {
    const offset = rowOffset(catalogue, index);
    const name =
      offset === undefined ? undefined : readRow(catalogue, offset, index + 1).values[column];
    if (typeof name === 'string') tables.push({ name, number: index + 1 });
  }
  return tables;
}

/** The table of items, where it can be read: what it says is of use and not needed. */
function openItems(files: Files, tables: readonly Listed[]): Items {
  const number = tables.find(({ name }) => /^GDB_Items$/i.test(name))?.number;
  try {
    return readItems(number === undefined ? undefined : openNumber(files, number));
  } catch (thrown) {
    if (issueOf(thrown) === undefined) throw thrown;
    return readItems(undefined);
  }
}

type Listed = { readonly name: string; readonly number: number };

function openLayer(
  files: Files,
  { name, number, items }: Listed & { readonly items: Items },
  issues: Issue[],
): DecodedLayer | undefined {
  try {
    const table = openNumber(files, number);
    if (!table) return undefined;
    const { shape } = table;
    const names = table.fields.filter(({ type }) => type !== 'geometry').map((field) => field.name);
    const labels = names.map((column) => items.labels.get(placeOf(name, column)));
    return {
      name,
      columns: beside(names, labels, (column) => `${column} (label)`),
      spatial: shape !== undefined,
      ...(shape === undefined || shape.wkt === '' ? {} : { crs: declare(shape.wkt) }),
      records: function* (report) {
        for (const record of recordsOf(name, table, report)) {
          yield { ...record, values: beside(record.values, labels, labelOf) };
        }
      },
    };
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    issues.push({ ...found, severity: 'error', layer: name });
    return undefined;
  }
}

/** Each value, and beside one of a value list what it means. */
function beside<T extends Cell>(
  values: readonly T[],
  labels: readonly (Labels | undefined)[],
  meaning: (value: T, labels: Labels) => T,
): readonly T[] {
  if (labels.every((list) => list === undefined)) return values;
  return values.flatMap((value, at) => {
    const list = labels[at];
    return list ? [value, meaning(value, list)] : [value];
  });
}

const labelOf = (value: Cell, labels: Labels): Cell => labels.get(String(value)) ?? null;

function* recordsOf(
  layer: string,
  table: GdbTable,
  report: (found: Issue) => void,
): Generator<RawRecord> {
  for (let index = 0; index < table.rowCount; index += 1) {
    const line = index + 1;
    const record = recordAt(layer, table, index, report);
    if (record) yield { line, ...record };
  }
}

function recordAt(layer: string, table: GdbTable, index: number, report: (found: Issue) => void) {
  const line = index + 1;
  try {
    const offset = rowOffset(table, index);
    if (offset === undefined) return undefined;
    const { values, geometry } = readRow(table, offset, line);
    if (typeof geometry === 'string') report(issue('geom.parse-failed', { layer, line }, geometry));
    if (!table.shape) return { values };
    return { values, geometry: typeof geometry === 'string' ? null : geometry };
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    report({ ...found, severity: 'error', layer, line });
    return undefined;
  }
}
