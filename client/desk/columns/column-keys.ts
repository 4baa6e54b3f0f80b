/** What a key asks of the table of columns. */
export type ColumnCommand = 'next' | 'previous' | 'first' | 'last' | 'open' | 'accept' | 'keep';

type Keys = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const NAMED: ReadonlyMap<string, ColumnCommand> = new Map<string, ColumnCommand>([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'open'],
]);

const SINGLE: ReadonlyMap<string, ColumnCommand> = new Map<string, ColumnCommand>([
  ['a', 'accept'],
  ['x', 'keep'],
]);

/**
 * Read a key pressed on a row; undefined when it is not the table's.
 *
 * @param hasSingle whether letters by themselves do something
 */
export function readColumnKey(
  { key, altKey, ctrlKey, metaKey }: Keys,
  hasSingle: boolean,
): ColumnCommand | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  return NAMED.get(key) ?? (hasSingle ? SINGLE.get(key.toLowerCase()) : undefined);
}

/** Place of the row a command leads to, of `count` rows; the same row for what does not move. */
export function placeAfter(command: ColumnCommand, index: number, count: number): number {
  const wanted = { next: index + 1, previous: index - 1, first: 0, last: count - 1 };
  const place = command in wanted ? wanted[command as keyof typeof wanted] : index;
  return Math.max(0, Math.min(count - 1, place));
}
