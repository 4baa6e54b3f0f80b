import type { Database } from 'better-sqlite3';

/** Areas kept at most; beyond that those longest unasked for are forgotten. */
const MOST_KEPT = 20_000;

/** Table `area`: shapes too long for an address, by their hash. */
export function areaTable(db: Database) {
  const put = db.prepare(`
    INSERT INTO area (id, shape, asked) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET asked = excluded.asked`);
  const find = db.prepare<[string], { shape: string; asked: string }>(
    'SELECT shape, asked FROM area WHERE id = ?',
  );
  const touch = db.prepare('UPDATE area SET asked = ? WHERE id = ?');
  const prune = db.prepare(`
    DELETE FROM area WHERE id IN
      (SELECT id FROM area ORDER BY asked DESC, id LIMIT -1 OFFSET ${MOST_KEPT})`);
  return {
    putArea: db.transaction((id: string, shape: string, at: Date): void => {
      put.run(id, shape, dayOf(at));
      prune.run();
    }),
    findArea(id: string, at: Date): string | undefined {
      const row = find.get(id);
      // written once a day at most: reading is what an area is for
      if (row && row.asked < dayOf(at)) touch.run(dayOf(at), id);
      return row?.shape;
    },
  };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
