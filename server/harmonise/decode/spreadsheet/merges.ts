import { issue } from '#data/issues/issue.ts';
import type { Cell } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { TableRow } from '../table/rows.ts';

/** A block of merged cells, rows and columns from 1 and 0. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number };

/** Blocks that reach into one row, at most: they cannot overlap, and no table is wider. */
const OPEN_LIMIT = 1000;

/** One issue for all merged blocks of a sheet. */
export function mergedCells(layer: string, merges: readonly Merge[]): Issue[] {
  const [first] = merges;
  if (!first) return [];
  const message = `${merges.length} block(s) of merged cells; the value of one merged downwards was given to each of its rows.`;
  return [issue('table.merged-cells', { layer, line: first.top }, message)];
}

/** Writes the value of a block merged downwards into each of its rows: a group's name beside its members. */
export class MergeFill {
  readonly #byTop = new Map<number, Merge[]>();
  #open: { merge: Merge; value: Cell }[] = [];

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      if (merge.bottom === merge.top) continue;
      const same = this.#byTop.get(merge.top);
      if (same) same.push(merge);
      else this.#byTop.set(merge.top, [merge]);
    }
  }

  fill(row: TableRow): TableRow {
    if (this.#byTop.size === 0) return row;
    this.#open = this.#open.filter(({ merge }) => row.line <= merge.bottom);
    const cells = [...row.cells];
    for (const { merge, value } of this.#open) {
      while (cells.length <= merge.left) cells.push(null);
      cells[merge.left] ??= value;
    }
    for (const merge of this.#byTop.get(row.line) ?? []) {
      const value = row.cells[merge.left] ?? null;
      if (value !== null && this.#open.length < OPEN_LIMIT) this.#open.push({ merge, value });
    }
    return { line: row.line, cells };
  }
}
