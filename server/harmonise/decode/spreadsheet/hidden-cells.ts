import { issue } from '#data/issues/issue.ts';
import type { Cell, HiddenContent, HiddenText } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { hiddenContent } from '../hidden/content.ts';
import { isBlank, type TableRow } from '../table/rows.ts';

/** A sheet as its list of contents and its own bytes describe it. */
export type SheetFace = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly bytes: Uint8Array;
  readonly columns: readonly string[];
};

/** What is out of sight on one sheet: issues for the publisher, and the texts themselves. */
export type HiddenOnSheet = {
  readonly issues: readonly Issue[];
  readonly hidden: readonly HiddenContent[];
};

/** The sheet itself, its hidden rows and its hidden columns; `rows` reads it from the start. */
export function hiddenOnSheet(
  { name, isHidden, bytes, columns }: SheetFace,
  rows: () => Iterable<TableRow>,
): HiddenOnSheet {
  const found = lookAt(bytes, columns.length);
  return outOfSight({ name, columns, isHidden, ...found }, rows);
}

/** Rows and columns of a sheet that are not shown; columns counted from 0. */
export type OutOfSight = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isHidden: boolean;
  readonly lines: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
};

/** Issues and texts of what is out of sight, however it was found. */
export function outOfSight(
  { name, columns, isHidden, lines, places }: OutOfSight,
  rows: () => Iterable<TableRow>,
): HiddenOnSheet {
  const issues: Issue[] = [];
  const hidden: HiddenContent[] = [];
  const say = (message: string, line?: number) =>
    issues.push(issue('table.hidden-rows-or-sheets', { layer: name, line }, message));
  const texts = (wanted: (line: number, column: number) => boolean) => () =>
    textsOf(rows, columns, wanted);
  if (isHidden) {
    say(`The sheet “${name}” is hidden.`);
    hidden.push(
      hiddenContent(
        'hidden-sheet',
        `sheet “${name}”`,
        texts(() => true),
      ),
    );
  }
  const [line] = lines;
  if (line !== undefined) {
    say(`${lines.size} hidden row(s) were read like the others.`, line);
    const where = `hidden rows of sheet “${name}”`;
    hidden.push(
      hiddenContent(
        'hidden-rows',
        where,
        texts((at) => lines.has(at)),
      ),
    );
  }
  if (places.size > 0) {
    const titles = [...places].map((at) => `“${columns[at] || `column ${at + 1}`}”`);
    say(`Hidden columns were read like the others: ${titles.join(', ')}.`);
    const where = `hidden columns of sheet “${name}”`;
    hidden.push(
      hiddenContent(
        'hidden-columns',
        where,
        texts((_, at) => places.has(at)),
      ),
    );
  }
  return { issues, hidden };
}

function* textsOf(
  rows: () => Iterable<TableRow>,
  columns: readonly string[],
  wanted: (line: number, column: number) => boolean,
): Generator<HiddenText> {
  for (const { line, cells } of rows()) {
    for (const [at, cell] of cells.entries()) {
      if (!isBlank(cell) && wanted(line, at)) yield textOf(cell, line, columns[at]);
    }
  }
}

function textOf(cell: Cell, line: number, label: string | undefined): HiddenText {
  const text = cell instanceof Date ? cell.toISOString() : String(cell);
  return label ? { line, label, text } : { line, text };
}

const HIDDEN = /\bhidden="(1|true)"/;

/** Hidden rows and columns by their tags, without parsing the cells between them. */
function lookAt(bytes: Uint8Array, width: number): Pick<OutOfSight, 'lines' | 'places'> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = new Set<number>();
  const places = new Set<number>();
  for (let at = text.indexOf('hidden="'); at >= 0; at = text.indexOf('hidden="', at + 1)) {
    const end = text.indexOf('>', at);
    const tag = text.toString('latin1', text.lastIndexOf('<', at), end < 0 ? at + 16 : end);
    if (!HIDDEN.test(tag)) continue;
    if (/^<(\w+:)?row\b/.test(tag)) addLine(lines, tag);
    else if (/^<(\w+:)?col\b/.test(tag)) addPlaces(places, tag, width);
  }
  return { lines, places };
}

function addLine(lines: Set<number>, tag: string): void {
  const line = Number(/\br="(\d+)"/.exec(tag)?.[1]);
  if (line > 0) lines.add(line);
}

/** A run of columns is often hidden to the edge of the sheet: only those of the table count. */
function addPlaces(places: Set<number>, tag: string, width: number): void {
  const first = Number(/\bmin="(\d+)"/.exec(tag)?.[1]);
  const last = Number(/\bmax="(\d+)"/.exec(tag)?.[1]);
  for (let at = first; at <= Math.min(last, width); at += 1) places.add(at - 1);
}
