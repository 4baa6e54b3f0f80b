/** A piece of published text; marked pieces hold the value that is explained. */
export type Piece = { readonly text: string; readonly marked: boolean };

/** Characters of the line shown either side of a marked value. */
const CONTEXT = 60;

/**
 * Cut a published line into pieces round a raw value, shortened to what stands near it.
 *
 * @param raw cell as published; when it stands several times the first is marked
 * @returns the start of the line, unmarked, when the value is not in it as such
 */
export function markValue(line: string, raw: string): readonly Piece[] {
  const at = raw === '' ? -1 : findCell(line, raw);
  if (at === -1) {
    const cut = line.length > CONTEXT * 2;
    return [{ text: cut ? `${line.slice(0, CONTEXT * 2)}…` : line, marked: false }];
  }
  const end = at + raw.length;
  const before = line.slice(Math.max(0, at - CONTEXT), at);
  const after = line.slice(end, end + CONTEXT);
  return [
    { text: `${at > CONTEXT ? '…' : ''}${before}`, marked: false },
    { text: raw, marked: true },
    { text: `${after}${end + CONTEXT < line.length ? '…' : ''}`, marked: false },
  ].filter(({ text }) => text !== '');
}

/** Where a value stands as a whole cell, else where it stands at all. */
function findCell(line: string, raw: string): number {
  const borders = /[\s,;|"'<>:\t]/u;
  for (let at = line.indexOf(raw); at !== -1; at = line.indexOf(raw, at + 1)) {
    const before = line[at - 1];
    const after = line[at + raw.length];
    const whole =
      (before === undefined || borders.test(before)) &&
      (after === undefined || borders.test(after));
    if (whole) return at;
  }
  return line.indexOf(raw);
}
