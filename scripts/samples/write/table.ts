/** A table as its publisher keeps it: headings, then rows in the same order. */
export type Cell = string | number | Date | null;
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** ISO date of a cell, or its text. */
export const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell);
