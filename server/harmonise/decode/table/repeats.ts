import type { Cell } from '#data/schema/flow.ts';
import { isBlank } from './rows.ts';

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** True when every filled cell of a row, two at least, says what its heading says. */
export function repeatsHeadings(cells: readonly Cell[], columns: readonly string[]): boolean {
  let same = 0;
  for (const [at, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const heading = plain(columns[at] ?? '');
    if (heading === '' || plain(String(cell)) !== heading) return false;
    same += 1;
  }
  return same >= 2;
}
