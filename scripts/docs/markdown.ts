/** Text that may stand in a cell of a table: one line, its bars escaped. */
export const cell = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** A table of Markdown; empty cells stay empty. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n');
}

/** The line under the title of a page that is written by the script. */
export const WRITTEN =
  '*Written from the data by `node scripts/docs.ts`; change the data, not this page.*';

/** Parts of a page, parted by empty lines, with one line end at the end. */
export const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
