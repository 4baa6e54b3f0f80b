import type { HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { filled, hiddenContent } from '../hidden/content.ts';
import { attempt, quoted, type Sqlite } from './open.ts';
import { isSystemTable } from './plain.ts';
import { columnsOf, type Listed, type Tables } from './tables.ts';

/** Tables with content that are neither a layer nor the database's own. */
export function extraTables(
  db: Sqlite,
  tables: Tables,
  layers: readonly Listed[],
): HiddenContent[] {
  const listed = new Set(layers.map(({ table }) => table));
  const extra = tables.names.filter((name) => !listed.has(name) && !isSystemTable(name));
  return filled(
    extra.map((table) =>
      hiddenContent('extra-table', `table “${table}”`, () => textsOf(db, table)),
    ),
  );
}

function* textsOf(db: Sqlite, table: string): Generator<HiddenText> {
  const { columns } = attempt(() => columnsOf(db, table));
  const rows = attempt(() =>
    db
      .prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`)
      .raw()
      .iterate(),
  );
  let line = 0;
  try {
    for (let next = attempt(() => rows.next()); !next.done; next = attempt(() => rows.next())) {
      line += 1;
      for (const [at, value] of (next.value as unknown[]).entries()) {
        if (value === null || Buffer.isBuffer(value)) continue;
        yield { line, label: columns[at] ?? '', text: String(value) };
      }
    }
  } finally {
    rows.return?.();
  }
}
