/**
 * Letters to insert, drop, change or exchange with a neighbour to turn one text into another
 * (optimal string alignment).
 *
 * @param limit answers above it are not worked out: `limit + 1` is returned
 */
export function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const line = nextLine(from, to, row, { above, before });
    if (Math.min(...line) > limit) return limit + 1;
    before = above;
    above = line;
  }
  return above[to.length] ?? limit + 1;
}

type Lines = { readonly above: readonly number[]; readonly before: readonly number[] };

function nextLine(from: string, to: string, row: number, { above, before }: Lines): number[] {
  const line = [row];
  for (let column = 1; column <= to.length; column++) {
    const same = from[row - 1] === to[column - 1];
    let least = Math.min(
      (above[column] ?? 0) + 1,
      (line[column - 1] ?? 0) + 1,
      (above[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const exchanged =
      row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
    if (exchanged) least = Math.min(least, (before[column - 2] ?? 0) + 1);
    line.push(least);
  }
  return line;
}
