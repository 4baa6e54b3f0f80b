import type { Database } from 'better-sqlite3';
import type { FeatureChange } from '#data/schema/change.ts';
import { CHANGE_KINDS, type ChangeKind } from '#data/schema/change-kind.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { ChangePage, ChangeRow } from './compare-rows.ts';

type Boxes = {
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  readonly new_west: number | null;
  readonly new_south: number | null;
  readonly new_east: number | null;
  readonly new_north: number | null;
};

type Row = Boxes &
  Readonly<Record<ChangeKind, number>> & {
    readonly number: number;
    readonly id: string;
    readonly detail: string;
  };

const BOXES = 'west, south, east, north, new_west, new_south, new_east, new_north';

/** Table `change`: what is different from the edition before, feature by feature. */
export function changeTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO change (edition, number, added, removed, changed, moved, id, ${BOXES}, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const last = db.prepare<[number], { number: number | null }>(
    'SELECT max(number) AS number FROM change WHERE edition = ?',
  );
  const clear = db.prepare<[number]>('DELETE FROM change WHERE edition = ?');
  const page = db.prepare<unknown[], Row>(`
    SELECT number, id, added, removed, changed, moved, ${BOXES}, detail FROM change
    WHERE edition = @edition AND number > @after
      AND ((@added AND added) OR (@removed AND removed) OR (@changed AND changed) OR (@moved AND moved))
    ORDER BY number LIMIT @limit`);
  const ofFeature = db.prepare<[string], Row & { readonly edition: number }>(`
    SELECT edition, number, id, added, removed, changed, moved, ${BOXES}, detail FROM change
    WHERE id = ? ORDER BY edition`);
  const boxes = db.prepare<[number, number, number], Boxes & { readonly number: number }>(`
    SELECT number, ${BOXES} FROM change WHERE edition = ? AND number > ? ORDER BY number LIMIT ?`);
  return {
    clearChanges: (edition: number): void => {
      clear.run(edition);
    },
    insertChanges(edition: number, changes: readonly FeatureChange[]): void {
      let number = last.get(edition)?.number ?? 0;
      for (const { id, kinds, before, after, ...detail } of changes) {
        const flags = CHANGE_KINDS.map((kind) => (kinds.includes(kind) ? 1 : 0));
        const sides = [...(before ?? NOWHERE), ...(after ?? NOWHERE)];
        insert.run(edition, ++number, ...flags, id, ...sides, JSON.stringify(detail));
      }
    },
    listChanges(
      edition: number,
      { kinds = CHANGE_KINDS, after = 0, limit }: ChangePage,
    ): ChangeRow[] {
      const wanted = Object.fromEntries(
        CHANGE_KINDS.map((kind) => [kind, kinds.includes(kind) ? 1 : 0]),
      );
      return page.all({ ...wanted, edition, after, limit }).map(fromRow);
    },
    listChangesOf: (id: string) =>
      ofFeature.all(id).map((row) => ({ edition: row.edition, ...fromRow(row) })),
    /** Boxes of a page of changes, and where to read on; undefined after the last. */
    pageChangedBounds(edition: number, after: number, limit: number) {
      const rows = boxes.all(edition, after, limit);
      const next = rows.length === limit ? rows.at(-1)?.number : undefined;
      return { next, bounds: rows.flatMap((row) => Object.values(sidesOf(row))) };
    },
  };
}

const NOWHERE = [null, null, null, null];

function fromRow(row: Row): ChangeRow {
  return {
    number: row.number,
    kinds: CHANGE_KINDS.filter((kind) => row[kind] === 1),
    id: row.id,
    ...JSON.parse(row.detail),
    ...sidesOf(row),
  };
}

function sidesOf(row: Boxes): { before?: Bounds; after?: Bounds } {
  const before = boxOf([row.west, row.south, row.east, row.north]);
  const after = boxOf([row.new_west, row.new_south, row.new_east, row.new_north]);
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function boxOf(sides: readonly (number | null)[]): Bounds | undefined {
  const [west, south, east, north] = sides;
  if (west == null || south == null || east == null || north == null) return undefined;
  return [west, south, east, north];
}
