import type { Cell, HiddenText, LicenceStatement } from '#data/schema/flow.ts';
import { elementTexts } from '../hidden/content.ts';
import { statementIn } from '../licence-text.ts';
import { issueOf } from '../refusal.ts';
import { readRow } from './row.ts';
import { type GdbTable, rowOffset } from './table.ts';

/** What the codes of a column mean. */
export type Labels = ReadonlyMap<string, string>;

/** What a geodatabase says of its tables beside their rows. Source: Esri, “XML schema of the geodatabase”, GDB_Items. */
export type Items = {
  /** The value list of a column, by table and column in lower case, parted by a line break. */
  readonly labels: ReadonlyMap<string, Labels>;
  readonly statements: readonly LicenceStatement[];
};

/** Items read, at most. */
const ITEM_LIMIT = 10_000;

/** Read the value lists and the words about licences; damaged items are passed over. */
export function readItems(table: GdbTable | undefined): Items {
  const domains = new Map<string, Labels>();
  const columns = new Map<string, string>();
  const statements: LicenceStatement[] = [];
  for (const { name, definition, documentation } of table ? itemsOf(table) : []) {
    if (definition.includes('CodedValueDomain')) addDomain(domains, definition);
    else if (definition.includes('DomainName')) addColumns(columns, name, definition);
    const said = textsIn(documentation, () => true).map(({ text }) => text);
    statements.push(...statementIn(said.join('\n'), `metadata of “${name}”`));
  }
  const labels = new Map<string, Labels>();
  for (const [column, domain] of columns) {
    const found = domains.get(domain);
    if (found) labels.set(column, found);
  }
  return { labels, statements };
}

type Item = { readonly name: string; readonly definition: string; readonly documentation: string };

function* itemsOf(table: GdbTable): Generator<Item> {
  const names = table.fields.filter(({ type }) => type !== 'geometry').map(({ name }) => name);
  const count = Math.min(table.rowCount, ITEM_LIMIT);
  for (let index = 0; index < count; index += 1) {
    const values = rowAt(table, index);
    const of = (name: string): string => {
      const value = values[names.indexOf(name)];
      return typeof value === 'string' ? value : '';
    };
    yield { name: of('Name'), definition: of('Definition'), documentation: of('Documentation') };
  }
}

function rowAt(table: GdbTable, index: number): readonly Cell[] {
  try {
    const offset = rowOffset(table, index);
    return offset === undefined ? [] : readRow(table, offset, index + 1).values;
  } catch (thrown) {
    if (issueOf(thrown) === undefined) throw thrown;
    return [];
  }
}

function textsIn(xml: string, wanted: (name: string, parent: string) => boolean): HiddenText[] {
  if (!xml.trimStart().startsWith('<')) return [];
  try {
    return [...elementTexts(Buffer.from(xml), wanted)];
  } catch (thrown) {
    if (issueOf(thrown) === undefined) throw thrown;
    return [];
  }
}

function addDomain(domains: Map<string, Labels>, xml: string): void {
  const labels = new Map<string, string>();
  let [domain, meaning] = ['', ''];
  const isPart = (name: string, parent: string) => name === 'DomainName' || parent === 'CodedValue';
  for (const { label, text } of textsIn(xml, isPart)) {
    if (label === 'DomainName') domain = text;
    else if (label === 'Name') meaning = text;
    else if (label === 'Code') labels.set(text, meaning);
  }
  // A list that maps each code to itself says nothing more.
  if ([...labels].some(([code, label]) => code !== label)) domains.set(domain, labels);
}

function addColumns(columns: Map<string, string>, table: string, xml: string): void {
  let column = '';
  for (const { label, text } of textsIn(xml, (_, parent) => parent === 'GPFieldInfoEx')) {
    if (label === 'Name') column = text;
    else if (label === 'DomainName') columns.set(placeOf(table, column), text);
  }
}

/** The key of a column among `labels`. */
export const placeOf = (table: string, column: string): string =>
  `${table}\n${column}`.toLowerCase();
