/**
 * Cuts cells out of a text so that those of one column that say the same are one string: columns of codes and
 * dates repeat themselves, and whoever compares, counts or looks up such a cell afterwards knows it by its address.
 */
export type CellMemory = {
  /** @param column its number; cells of one column come from the first row to the last */
  readonly cut: (text: string, from: number, end: number, column: number) => string;
};

/** Cells remembered of one column; one that falls on the place of another takes it. A power of 2. */
const PLACES = 1 << 6;
/** Longest cell remembered, characters: V8 cuts a longer one without a copy, so that it would keep its whole text. */
const SHORT = 12;
/** Cells of a column after which it is told whether remembering pays: when half of them were known. */
const TRIAL = 256;

type Column = { readonly known: string[]; left: number; hits: number };

/** A memory for one text. */
export function openCellMemory(): CellMemory {
  const columns: Column[] = [];
  return {
    cut: (text, from, end, number) => {
      const length = end - from;
      if (length > SHORT || length < 2) return text.slice(from, end);
      const column = columns[number] ?? { known: [], left: TRIAL, hits: 0 };
      columns[number] = column;
      return column.left < 0 ? text.slice(from, end) : recall(column, text, from, end);
    },
  };
}

function recall(column: Column, text: string, from: number, end: number): string {
  const { known } = column;
  const place = (text.charCodeAt(from) * 7 + text.charCodeAt(end - 1) * 3 + end - from) % PLACES;
  const before = known[place];
  if (before !== undefined && before.length === end - from && isAt(text, from, before)) {
    column.hits++;
    return before;
  }
  if (column.left > 0 && --column.left === 0 && column.hits < TRIAL) column.left = -1;
  const cell = text.slice(from, end);
  known[place] = cell;
  return cell;
}

/** True when `cell` stands in `text` at `from`. */
function isAt(text: string, from: number, cell: string): boolean {
  for (let index = 0; index < cell.length; index++) {
    if (text.charCodeAt(from + index) !== cell.charCodeAt(index)) return false;
  }
  return true;
}
