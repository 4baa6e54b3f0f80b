import { issue } from '#data/issues/issue.ts';
import type {
  DecodedFile,
  DecodedLayer,
  HiddenContent,
  LicenceStatement,
} from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { STATEMENT_LIMIT, statementsInStrings } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { outOfSight } from './spreadsheet/hidden-cells.ts';
import { hiddenInOds, type OdsFace, odsFaces } from './spreadsheet/ods-hidden.ts';
import { odsRows } from './spreadsheet/ods-rows.ts';
import { readTable } from './table/index.ts';
import type { TextFile } from './text.ts';
import { elementsNamed, readXmlText } from './xml/reader.ts';

/**
 * An OpenDocument spreadsheet: every sheet that holds a table is a layer, record lines are sheet rows.
 *
 * @throws Refusal when it is protected or no sheet holds a table
 */
export function decodeOds(source: Source): DecodedFile {
  const bytesOf = (name: string) => source.parts.find((part) => part.name === name)?.bytes();
  const manifest = bytesOf('META-INF/manifest.xml');
  if (manifest && elementsNamed(manifest, 'encryption-data').length > 0) {
    refuse('file.encrypted', 'The spreadsheet is protected by a password. Publish it without one.');
  }
  const content = bytesOf('content.xml');
  if (!content) return refuse('file.corrupt', 'The spreadsheet has no content.');
  const file = readXmlText(content);
  const issues: Issue[] = [];
  const layers: DecodedLayer[] = [];
  const statements: LicenceStatement[] = [];
  const hidden: HiddenContent[] = hiddenInOds(file, bytesOf('meta.xml'));
  for (const face of odsFaces(file)) {
    const layer = readSheet(file, face, issues, { hidden, statements });
    if (layer) layers.push(layer);
  }
  if (layers.length === 0) return refuse('file.empty', 'No sheet holds a table.');
  return {
    format: 'ods',
    layers,
    issues,
    hidden,
    licenceStatements: statements.slice(0, STATEMENT_LIMIT),
  };
}

/** What is gathered of the sheets beside their layers. */
type Beside = {
  readonly hidden: HiddenContent[];
  readonly statements: LicenceStatement[];
};

function readSheet(
  file: TextFile,
  { name, isHidden, places }: OdsFace,
  issues: Issue[],
  { hidden, statements }: Beside,
): DecodedLayer | undefined {
  const rows = () => odsRows(file, name);
  for (const { cells } of rows()) {
    const texts = cells.filter((cell) => typeof cell === 'string');
    statements.push(...statementsInStrings(texts));
  }
  const { layer, issues: noticed } = readTable(name, rows, { isPadded: true });
  if (!layer) return undefined;
  const lines = new Set<number>();
  let firstMerge: number | undefined;
  for (const { line, isHidden: isRowHidden, hasMerge } of rows()) {
    if (isRowHidden) lines.add(line);
    if (hasMerge) firstMerge ??= line;
  }
  if (firstMerge !== undefined)
    issues.push(issue('table.merged-cells', { layer: name, line: firstMerge }));
  const { columns } = layer;
  const shown = new Set([...places].filter((at) => at < columns.length));
  const found = outOfSight({ name, columns, isHidden, lines, places: shown }, rows);
  issues.push(...noticed, ...found.issues);
  hidden.push(...found.hidden);
  return isHidden ? { ...layer, isHidden } : layer;
}
