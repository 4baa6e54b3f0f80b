import type { Database } from 'better-sqlite3';
import { firstNotBelow } from './in-order.ts';
import { KINDS } from './indexing.ts';
import { floatsOf } from './pages.ts';

type Asked = {
  readonly edition: number;
  readonly kind: number;
  readonly least: number;
  readonly most: number;
};

/** A record that has a key, or a mark of its id, that was asked for. */
export type Named = { readonly name: number; readonly row: number };

/** Table `key_run`: records by key and by the mark of their id, of editions that are or were live. */
export function nameTable(db: Database) {
  const runs = db.prepare<Asked, { entries: Uint8Array }>(`
    SELECT entries FROM key_run
    WHERE edition = @edition AND kind = @kind AND low <= @most AND high >= @least
    ORDER BY low`);
  const some = db.prepare<[number], unknown>('SELECT 1 FROM key_run WHERE edition = ? LIMIT 1');
  return {
    /** Records of an edition that have one of these keys or marks, which are in ascending order. */
    *named(edition: number, by: keyof typeof KINDS, names: Float64Array): Generator<Named> {
      const [least, most] = [names[0], names.at(-1)];
      if (least === undefined || most === undefined) return;
      for (const { entries } of runs.all({ edition, kind: KINDS[by], least, most })) {
        yield* meet(floatsOf(entries), names);
      }
    },
    /** True when records of an edition can be found by name. */
    hasNames: (edition: number): boolean => some.get(edition) !== undefined,
  };
}

/** Entries of a run, `name, row, name, row …`, that have one of some names. */
function* meet(entries: Float64Array, names: Float64Array): Generator<Named> {
  const count = entries.length / 2;
  const last = entries[2 * count - 2] as number;
  for (let at = firstNotBelow(names, entries[0] as number); at < names.length; at++) {
    const name = names[at] as number;
    if (name > last) return;
    for (let entry = entryNotBelow(entries, name); entries[2 * entry] === name; entry++) {
      yield { name, row: entries[2 * entry + 1] as number };
    }
  }
}

/** The first entry whose name is not below `name`. */
function entryNotBelow(entries: Float64Array, name: number): number {
  let [low, high] = [0, entries.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[2 * middle] as number) < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What names are asked. */
export type Names = ReturnType<typeof nameTable>;
