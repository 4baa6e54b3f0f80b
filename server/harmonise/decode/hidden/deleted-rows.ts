import type { Cell, HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { filled, hiddenContent } from './content.ts';

/** A table whose writer marks rows deleted and leaves them in the file. */
export type MarkedTable = {
  readonly count: number;
  /** The cells of row `index` (from 0) when it is marked deleted. */
  readonly deleted: (index: number) => readonly Cell[] | undefined;
};

/** The cells of rows marked deleted, with their row number and heading. */
export function deletedRows(
  layer: string,
  columns: readonly string[],
  table: MarkedTable,
): HiddenContent[] {
  const where = `deleted rows of “${layer}”`;
  return filled([hiddenContent('deleted-rows', where, () => textsOf(columns, table))]);
}

function* textsOf(
  columns: readonly string[],
  { count, deleted }: MarkedTable,
): Generator<HiddenText> {
  for (let index = 0; index < count; index += 1) {
    for (const [at, cell] of deleted(index)?.entries() ?? []) {
      if (cell === null) continue;
      const text = cell instanceof Date ? cell.toISOString() : String(cell);
      yield { line: index + 1, label: columns[at] ?? '', text };
    }
  }
}
