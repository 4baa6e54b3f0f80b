import type { Cell } from '#data/schema/flow.ts';
import { isSummand } from './aside.ts';
import type { TableRow } from './rows.ts';

/** Sums of the columns above a row, for rows asked about from the first to the last. */
export type Sums = {
  /** True when a figure of the row is the sum of its column in the records above. */
  readonly isSum: (row: TableRow) => boolean;
};

/** Share by which a sum may be off: its parts were rounded. */
const ROUNDING = 0.001;

/**
 * Sums over the rows of a table, which are read once more at most, however many rows ask.
 *
 * @param rows from the first record on; asked for when the first row asks
 */
export function openSums(rows: () => Iterable<TableRow>): Sums {
  const sums: number[] = [];
  let unread: Iterator<TableRow> | undefined;
  let next: TableRow | undefined;
  const readTo = (line: number): void => {
    unread ??= rows()[Symbol.iterator]();
    for (next ??= take(unread); next !== undefined && next.line < line; next = take(unread)) {
      if (isSummand(next)) addTo(sums, next.cells);
    }
  };
  return {
    isSum: ({ line, cells }) => {
      readTo(line);
      return cells.some((cell, column) => {
        const figure = figureOf(cell);
        const gap = Math.abs(figure - (sums[column] ?? 0));
        return figure !== 0 && gap <= Math.abs(figure) * ROUNDING;
      });
    },
  };
}

function take(rows: Iterator<TableRow>): TableRow | undefined {
  const { done, value } = rows.next();
  return done ? undefined : value;
}

function addTo(sums: number[], cells: readonly Cell[]): void {
  for (let column = 0; column < cells.length; column++) {
    sums[column] = (sums[column] ?? 0) + figureOf(cells[column] ?? null);
  }
}

function figureOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.trim() === '') return 0;
  const figure = Number(cell.replaceAll(/[£$€,\s]/g, ''));
  return Number.isFinite(figure) ? figure : 0;
}
