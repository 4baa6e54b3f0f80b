import { parse, type Span } from './scan.ts';

/** Members that name the columns of rows beside them. */
const NAMES = ['columns', 'fields', 'headers', 'header', 'cols', 'fieldNames', 'columnNames'];

/**
 * The headings of rows of cells, where a member beside them names them; undefined when none does,
 * and the first row must. Source: Socrata (`meta.view.columns`), pandas (`orient="split"`), BigQuery.
 */
export function columnsBeside(
  bytes: Buffer,
  members: ReadonlyMap<string, Span>,
): string[] | undefined {
  for (const name of NAMES) {
    const span = members.get(name);
    const names = span && namesIn(parse(bytes, span));
    if (names) return names;
  }
  const meta = members.get('meta');
  const about = meta && (parse(bytes, meta) as SocrataMeta | null | undefined);
  return namesIn(about?.view?.columns);
}

type SocrataMeta = { readonly view?: { readonly columns?: unknown } };

function namesIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map(nameOf);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function nameOf(column: unknown): string | undefined {
  if (typeof column === 'string') return column;
  if (typeof column !== 'object' || column === null) return undefined;
  const { name, title, label, fieldName, id } = column as Record<string, unknown>;
  return [name, title, label, fieldName, id].find((one) => typeof one === 'string') as
    | string
    | undefined;
}
