import type { Cell } from '#data/schema/flow.ts';
import { ownText } from '../own-text.ts';
import type { ColumnFacts } from '../profile.ts';

/** Different cells remembered for one column. */
const MEMORY_LIMIT = 4000;

/**
 * The same reader, reading each different text of a column once: columns of codes, dates and places repeat
 * themselves. Remembers at most 4,000 texts, and of a column of which most texts are new none but the last.
 */
export function remembering<T>(
  { unique }: Pick<ColumnFacts, 'unique'>,
  read: (cell: Cell) => T,
): (cell: Cell) => T {
  if (unique) return read;
  let memory: Map<string, T> | undefined = new Map();
  let known = 0;
  let last: Cell | undefined;
  let told: T | undefined;
  const recall = (text: string): T => {
    const found = memory?.get(text);
    if (found !== undefined) {
      known++;
      return found;
    }
    if (memory === undefined) return read(text);
    if (memory.size >= MEMORY_LIMIT) {
      if (known < MEMORY_LIMIT) memory = undefined;
      return read(text);
    }
    const own = ownText(text);
    const made = read(own);
    memory.set(own, made);
    return made;
  };
  return (cell) => {
    if (typeof cell !== 'string') return read(cell);
    if (cell !== last || told === undefined) {
      told = recall(cell);
      last = cell;
    }
    return told;
  };
}
