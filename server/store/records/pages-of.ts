/**
 * Read through something the store hands out a page at a time.
 *
 * @param read the page after a row number, empty at the end
 */
export async function* pagesOf<T>(
  read: (after: number) => Promise<readonly T[]>,
  rowOf: (item: T) => number,
): AsyncGenerator<readonly T[]> {
  for (let after = 0; ; ) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = rowOf(last);
  }
}
