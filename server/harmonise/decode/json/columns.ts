import type { Cell } from '#data/schema/flow.ts';

/** Column names in the order first seen, and where each stands. Any name is safe: `__proto__` too. */
export type Columns = {
  readonly names: readonly string[];
  /** The place of a name, which is added when it is new. */
  readonly place: (name: string) => number;
};

/** A set of columns that grows as records name them. */
export function gatherColumns(): Columns {
  const places = new Map<string, number>();
  const names: string[] = [];
  const place = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    names.push(name);
    places.set(name, names.length - 1);
    return names.length - 1;
  };
  return { names, place };
}

/** A JSON value as one cell: objects and lists as JSON text. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return value instanceof Date ? value : JSON.stringify(value);
}
