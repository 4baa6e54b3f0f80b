import { utils, write } from '@e965/xlsx';
import type { Cell, Table } from './table.ts';

type Sheet = Table & {
  readonly name: string;
  /** Rows above the headings. */
  readonly above?: readonly (readonly Cell[])[];
  /** Rows below the data. */
  readonly below?: readonly (readonly Cell[])[];
  /** Merged ranges, `A1:F1`. */
  readonly merged?: readonly string[];
};

/** Sheets as a workbook: `xlsx` or `ods`. */
export function writeWorkbook(sheets: readonly Sheet[], bookType: 'xlsx' | 'ods'): Uint8Array {
  const book = utils.book_new();
  for (const { name, above = [], columns, rows, below = [], merged = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(
      [...above, columns, ...rows, ...below].map((row) => [...row]),
      {
        UTC: true,
        dateNF: 'dd/mm/yyyy',
      },
    );
    if (merged.length > 0) sheet['!merges'] = merged.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }));
}
