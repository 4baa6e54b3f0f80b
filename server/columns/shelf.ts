import type { EditionRow } from '#server/store/rows.ts';
import { bytesOf, type EditionColumns } from './column.ts';
import { type Joined, join } from './joined.ts';
import type { ReadColumns } from './read-apart.ts';

/** Joined dictionaries kept: one for each attribute and set of editions asked for lately. */
const MOST_JOINED = 64;

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
  /** The texts of an attribute over some editions, as one dictionary. */
  readonly joined: (attribute: string, editions: readonly EditionColumns[]) => Promise<Joined>;
  /** Memory held by columns, bytes. */
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
  const joins = openJoins();
  const heldBytes = (): number => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);

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
    for (const [row, { bytes }] of kept) {
      if (heldBytes() <= limitBytes) return;
      if (bytes > 0 && !wanted.has(row)) {
        kept.delete(row);
        joins.drop(row);
      }
    }
  }

  return {
    async take(editions, live) {
      for (const row of [...kept.keys()]) {
        if (live.has(row)) continue;
        kept.delete(row);
        joins.drop(row);
      }
      const taken: EditionColumns[] = [];
      // one after the other: each thread that reads has a cache of its own
      for (const edition of editions) taken.push(await fetch(edition));
      evict(new Set(editions.map(({ row }) => row)));
      return taken;
    },
    joined: joins.of,
    heldBytes,
  };
}

function openJoins() {
  const kept = new Map<string, { readonly joined: Promise<Joined>; readonly rows: Set<number> }>();
  return {
    of(attribute: string, editions: readonly EditionColumns[]): Promise<Joined> {
      const rows = editions.map(({ edition }) => edition);
      const key = `${rows.join()} ${attribute}`;
      const known = kept.get(key);
      const entry = known ?? { joined: joinColumns(attribute, editions), rows: new Set(rows) };
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > MOST_JOINED && oldest !== undefined) kept.delete(oldest);
      return entry.joined;
    },
    drop(row: number): void {
      for (const [key, { rows }] of kept) if (rows.has(row)) kept.delete(key);
    },
  };
}

const joinColumns = (attribute: string, editions: readonly EditionColumns[]): Promise<Joined> =>
  join(
    editions.map(({ attributes }) => {
      const column = attributes.get(attribute);
      return column?.kind === 'text' || column?.kind === 'list' ? column.dictionary : undefined;
    }),
  );
