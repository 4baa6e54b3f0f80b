import type { IssueCode } from '#data/issues/register.ts';
import type { Cell } from '#data/schema/flow.ts';
import { repeatsHeadings } from './repeats.ts';
import {
  filledIn,
  isAlone,
  isBlank,
  isFigure,
  isNoteRow,
  mayBeTotal,
  type TableRow,
} from './rows.ts';
import type { TableShape } from './shape.ts';

/** Why a row among the records is none. */
export type Aside = {
  readonly code: IssueCode;
  readonly message?: string;
  /** True when everything below belongs to another table. */
  readonly isEnd?: boolean;
};

/** Where a row stands. */
export type Standing = {
  readonly shape: TableShape;
  /** The row above it is blank, or a remark. */
  readonly isApart: boolean;
  /** True when a figure of it is the sum of its column in the records above. */
  readonly isSum: () => boolean;
};

/** Tell a total, a note, a section's heading, headings repeated or another table from a record. */
export function asideOf({ cells }: TableRow, standing: Standing): Aside | undefined {
  const first = firstFilled(cells);
  if (typeof first !== 'string') return undefined;
  const { shape } = standing;
  if (isTotal(first, cells, standing)) return { code: 'table.total-row' };
  if (isNoteRow(first, cells, shape.typicalFilled)) return { code: 'table.note-row' };
  if (repeatsHeadings(cells, shape.columns)) return REPEATED;
  if (isSection(first, cells, standing)) return SECTION;
  return startsTable(cells, standing) ? SECOND : undefined;
}

/** The first cell that is not blank; null when all are. */
function firstFilled(cells: readonly Cell[]): Cell {
  for (const cell of cells) if (!isBlank(cell)) return cell;
  return null;
}

const REPEATED: Aside = {
  code: 'table.note-row',
  message: 'The headings are repeated here; the row was left out.',
};
const SECTION: Aside = {
  code: 'table.note-row',
  message: 'The row is the heading of a section or a remark, not a record; it was left out.',
};
const SECOND: Aside = { code: 'table.second-table', isEnd: true };

/** Names of rows that sum a table up otherwise than by a total. */
const SUMMARY = /^(average|mean|median|min(imum)?|max(imum)?|count|sum)s?\s*:?$/i;

function isTotal(first: string, cells: readonly Cell[], { shape, isSum }: Standing): boolean {
  if (!mayBeWord(first)) return false;
  const filled = filledIn(cells);
  if (SUMMARY.test(first.trim())) {
    const figures = cells.filter((cell) => !isBlank(cell) && isFigure(cell)).length;
    return figures > 0 && figures === filled - 1 && filled < shape.typicalFilled;
  }
  if (!mayBeTotal(first, cells)) return false;
  return filled <= shape.typicalFilled / 2 || isSum();
}

/** False for a cell that begins with a figure, as keys of records do. */
function mayBeWord(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return code < 48 || code > 57;
}

/** True for a row that does not sum others up itself. */
export function isSummand({ cells }: TableRow): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  const isTotalled = typeof first === 'string' && mayBeTotal(first, cells);
  return !isTotalled && !SUMMARY.test(String(first ?? '').trim());
}

/** A text alone in its row: set apart, or without the digit that the keys of the records have. */
function isSection(first: string, cells: readonly Cell[], { shape, isApart }: Standing): boolean {
  if (shape.typicalFilled < 3 || !isAlone(cells)) return false;
  if (isApart) return !/^\S*\d\S*$/.test(first.trim());
  return shape.typicalFilled >= 4 && shape.keysHaveDigits && !/\d/.test(first);
}

const NOTHING = /^(n\/?a|not (known|applicable)|tbc|unknown|none|nil|no|yes|[-–?.]+)$/i;

/** Set apart, words only, and words where the records have figures: headings of another table. */
function startsTable(cells: readonly Cell[], { shape, isApart }: Standing): boolean {
  if (!isApart || filledIn(cells) < 2 || cells.some((cell) => !isBlank(cell) && isFigure(cell)))
    return false;
  const words = [...shape.figureColumns].flatMap((at) => {
    const cell = cells[at] ?? null;
    return isBlank(cell) ? [] : [String(cell).trim()];
  });
  return words.length > 0 && !words.some((word) => NOTHING.test(word));
}
