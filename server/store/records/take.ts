/** The first so many items that are wanted. */
export function take<T>(
  items: Iterable<T>,
  limit: number,
  isWanted: (item: T) => boolean = () => true,
): T[] {
  const taken: T[] = [];
  if (limit <= 0) return taken;
  for (const item of items) {
    if (isWanted(item) && taken.push(item) >= limit) break;
  }
  return taken;
}

/** Items that share a key, in the order they came. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
