import type { Cell } from '#data/schema/flow.ts';
import { isBlank } from './rows.ts';

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** The first letter (small) or figure of a text as a character code; 0 when it has none. */
function firstSign(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 ? code <= 122 : code >= 48 && code <= 57) return code;
    if (code >= 65 && code <= 90) return code + 32;
    // Some letters have a small form among these: İ, K.
    if (code > 127) return firstSign(plain(text.slice(at)));
  }
  return 0;
}

/** True when every filled cell of a row, two at least, says what its heading says. */
export function repeatsHeadings(cells: readonly Cell[], columns: readonly string[]): boolean {
  let same = 0;
  for (const [at, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const column = columns[at] ?? '';
    if (firstSign(column) !== firstSign(String(cell))) return false;
    const heading = plain(column);
    if (heading === '' || plain(String(cell)) !== heading) return false;
    same += 1;
  }
  return same >= 2;
}
