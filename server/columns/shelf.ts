import type { EditionRow } from '#server/store/rows.ts';
import { bytesOf, type EditionColumns } from './column.ts';
import type { ReadColumns } from './read-apart.ts';

/** Share of the memory that what is worked out of columns may take. */
const WORKED_OUT_SHARE = 0.25;

/** Anything worked out of columns that is kept beside them. */
export type WorkedOut = { /** Memory it takes. */ readonly bytes: number };

/** Columns of live editions, kept in memory for as long as they are live and asked for. */
export type Shelf = {
  /**
   * Columns of some editions in the order given; read now if they are not here.
   *
   * @param live rows of every live edition: columns of others are dropped
   */
  readonly take: (
    editions: readonly EditionRow[],
    live: { readonly has: (edition: number) => boolean },
  ) => Promise<EditionColumns[]>;
  /** What was worked out of some editions under a name, kept as long as all of them are. */
  readonly workOut: <T extends WorkedOut>(
    name: string,
    editions: readonly EditionColumns[],
    make: () => Promise<T>,
  ) => Promise<T>;
  /** Memory held by all this, bytes. */
  readonly heldBytes: () => number;
};

type Kept = { readonly columns: Promise<EditionColumns>; bytes: number };

/**
 * Open a shelf of bounded size. What a question needs is read whatever its size; when more is held than the limit
 * the editions asked for longest ago go.
 */
export function openShelf(read: ReadColumns, limitBytes: number): Shelf {
  // in the order of their last use
  const kept = new Map<number, Kept>();
  const memory = openMemory();
  const heldBytes = (): number =>
    [...kept.values()].reduce((sum, { bytes }) => sum + bytes, memory.heldBytes());

  function fetch({ row, source, report }: EditionRow): Promise<EditionColumns> {
    const known = kept.get(row);
    const entry: Kept = known ?? {
      columns: read({ edition: row, type: source.type ?? '', features: report.features }),
      bytes: 0,
    };
    kept.delete(row);
    kept.set(row, entry);
    if (!known) {
      entry.columns.then(
        (columns) => {
          entry.bytes = bytesOf(columns);
        },
        // a fault is told to whoever asked; the next may fare better
        () => kept.delete(row),
      );
    }
    return entry.columns;
  }

  function evict(wanted: ReadonlySet<number>): void {
    while (memory.heldBytes() > WORKED_OUT_SHARE * limitBytes && memory.dropOldest());
    for (const [row, { bytes }] of kept) {
      if (heldBytes() <= limitBytes) return;
      if (bytes > 0 && !wanted.has(row)) {
        kept.delete(row);
        memory.drop(row);
      }
    }
  }

  return {
    async take(editions, live) {
      for (const row of [...kept.keys()]) {
        if (live.has(row)) continue;
        kept.delete(row);
        memory.drop(row);
      }
      const taken: EditionColumns[] = [];
      // one after the other: each thread that reads has a cache of its own
      for (const edition of editions) taken.push(await fetch(edition));
      evict(new Set(editions.map(({ row }) => row)));
      return taken;
    },
    workOut: memory.workOut,
    heldBytes,
  };
}

/** What was worked out, by its name and editions. */
function openMemory() {
  type Entry = { readonly made: Promise<WorkedOut>; readonly rows: Set<number>; bytes: number };
  const kept = new Map<string, Entry>();
  return {
    workOut<T extends WorkedOut>(
      name: string,
      editions: readonly EditionColumns[],
      make: () => Promise<T>,
    ): Promise<T> {
      const rows = editions.map(({ edition }) => edition);
      const key = `${rows.join()} ${name}`;
      const entry = kept.get(key) ?? { made: make(), rows: new Set(rows), bytes: 0 };
      kept.delete(key);
      kept.set(key, entry);
      entry.made.then(
        ({ bytes }) => {
          entry.bytes = bytes;
        },
        () => kept.delete(key),
      );
      // whoever asks under this name asks for this
      return entry.made as Promise<T>;
    },
    heldBytes: () => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    drop(row: number): void {
      for (const [key, { rows }] of kept) if (rows.has(row)) kept.delete(key);
    },
    /** Forget what was asked for longest ago. */
    dropOldest(): boolean {
      const [oldest] = kept.keys();
      return oldest !== undefined && kept.delete(oldest);
    },
  };
}
