import type { ColumnBand, DraftColumn } from '#data/schema/desk-columns.ts';

/** Title of a band, and what is asked of the reader. */
export const BAND_WORDS: Readonly<Record<ColumnBand, { title: string; words: string }>> = {
  settle: { title: 'Settle these', words: 'We have guessed, and the guess could be wrong.' },
  likely: { title: 'Likely', words: 'Please check.' },
  certain: { title: 'Certain', words: 'Open to change.' },
  kept: {
    title: 'Kept as you sent it',
    words: 'No attribute of ours fits. It stays in the record and the downloads.',
  },
};

/** Word of a confidence. */
export const SURE_WORDS: Readonly<Record<DraftColumn['sure'], string>> = {
  certain: 'Certain',
  likely: 'Likely',
  unsure: 'Unsure',
};

/** Columns by band, in the order given; bands without any are left out. */
export function inBands(
  columns: readonly DraftColumn[],
): readonly { readonly band: ColumnBand; readonly columns: readonly DraftColumn[] }[] {
  const bands = new Map<ColumnBand, DraftColumn[]>();
  for (const column of columns) {
    const band = bands.get(column.band) ?? [];
    band.push(column);
    bands.set(column.band, band);
  }
  return [...bands].map(([band, members]) => ({ band, columns: members }));
}

/** Lines as a person lists them: `7, 9, 13 and 6 more`. */
export function sayLines(lines: readonly number[], of: number, most = 10): string {
  const shown = lines.slice(0, most);
  const more = of - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.join(', ');
}

/** A text cut at a word where there is one near, with an ellipsis; short ones as they are. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > most / 2 ? word : most).replace(/[\s,;]+$/u, '')}…`;
}
