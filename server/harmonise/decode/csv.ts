import { issue } from '#data/issues/issue.ts';
import type { DecodedFile } from '#data/schema/flow.ts';
import { type Content, contentOf } from './content.ts';
import type { Dialect } from './csv-cells.ts';
import { readRows } from './csv-rows.ts';
import { refuse } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import { statementsBelow } from './table/below.ts';
import { readTable } from './table/index.ts';
import { type LongText, openText, textChunks } from './text.ts';

/** Delimiters seen in councils' files, in the order preferred when the evidence is even. */
const DELIMITERS = [',', ';', '\t', '|', '#'] as const;
/** Records looked at to tell the delimiter. */
const SAMPLE_ROWS = 100;
/** Characters looked at to tell the newline. */
const HEAD_CHARACTERS = 1 << 20;

/**
 * Delimited text: encoding, delimiter and header row by evidence, faults by physical line.
 *
 * @throws Refusal when it holds no table
 */
export function decodeCsv({ name, bytes }: Source): DecodedFile {
  return decodeDelimited(name, contentOf(bytes));
}

/** As `decodeCsv`, of a file of any length: it is read piece by piece. */
export function decodeDelimited(name: string, content: Content): DecodedFile {
  const file = openText(content);
  const dialect = readDialect(file);
  const rows = (report: Parameters<typeof readRows>[2]) => readRows(file, dialect, report);
  const { layer, issues } = readTable(stemOf(name), rows);
  if (!layer) return refuse('file.empty', 'The file holds no rows.');
  const guessed = dialect.delimiter === ',' ? [] : [delimiterIssue(dialect.delimiter)];
  return {
    format: 'csv',
    encoding: file.encoding,
    layers: [layer],
    issues: [...file.issues, ...guessed, ...issues],
    licenceStatements: statementsBelow({
      content: file.content,
      encoding: file.stored === undefined ? file.encoding : 'utf-8',
      delimiter: dialect.delimiter,
      columns: layer.columns.length,
    }),
  };
}

const SHOWN: Readonly<Record<string, string>> = { '\t': 'a tab', ' ': 'a space' };

function delimiterIssue(delimiter: string) {
  const shown = SHOWN[delimiter] ?? `“${delimiter}”`;
  return issue('table.delimiter-guessed', { value: delimiter }, `Cells are parted by ${shown}.`);
}

/** Tell delimiter and newline from the first records. */
export function readDialect(file: LongText): Dialect {
  const head = beginningOf(file);
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const said = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (said) return { delimiter: said, newline, skipLines: 1 };
  let best: Dialect = { delimiter: ',', newline, skipLines: 0 };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const dialect = { delimiter, newline, skipLines: 0 } as const;
    const score = scoreOf(file, dialect);
    if (score > bestScore) [best, bestScore] = [dialect, score];
  }
  if (bestScore > 0 || !isPartedBySpaces(head)) return best;
  return { delimiter: ' ', newline, skipLines: 0 };
}

/** Rows that must agree before a space counts as a delimiter. */
const SPACED_ROWS = 3;

/** Whether every line has as many words, and two of them numbers from the second line on: words alone are names. */
function isPartedBySpaces(head: string): boolean {
  const lines = head.split(/\r\n?|\n/, SAMPLE_ROWS).filter((line) => line !== '');
  const [heading = [], ...rows] = lines.map((line) => line.split(' '));
  return (
    heading.length > 2 &&
    rows.length >= SPACED_ROWS &&
    rows.every(
      (cells) =>
        cells.length === heading.length &&
        cells.filter((cell) => /^[+-]?\d+(?:\.\d+)?$/.test(cell)).length >= 2,
    )
  );
}

/** The first characters, as many whatever the pieces the text is read in. */
function beginningOf(file: LongText): string {
  let head = '';
  for (const chunk of textChunks(file)) {
    head += chunk;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

/** Share of the sample's rows that have the commonest number of cells; a little more for more cells. */
function scoreOf(file: LongText, dialect: Dialect): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of readRows(file, dialect, () => {})) {
    if (cells.length === 1 && cells[0] === '') continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    rows += 1;
    if (rows >= SAMPLE_ROWS) break;
  }
  let score = 0;
  for (const [width, times] of counts) {
    if (width > 1) score = Math.max(score, times / rows + Math.min(width, 100) / 1e4);
  }
  return score;
}
