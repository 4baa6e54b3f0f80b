import type { Database } from 'better-sqlite3';
import { FOUND_TOGETHER } from '#server/frames/frame.ts';
import { markOfText } from '#server/frames/mark.ts';
import type { FeatureRow } from '../rows.ts';
import type { Boxes } from './boxes.ts';
import { featureQueries } from './feature-queries.ts';
import { isPlaced, toShape } from './feature-rows.ts';
import type { Names } from './names.ts';
import type { Pages, Spot } from './pages.ts';
import type { ReadPublished } from './published-blocks.ts';

/** What features are found in. */
export type Found = { readonly pages: Pages; readonly boxes: Boxes; readonly names: Names };

/** Placed records of live editions: one by its name, many by where they are. */
export function featureTables(
  db: Database,
  { pages, boxes, names }: Found,
  readPublished: ReadPublished,
) {
  const live = db.prepare<[], { edition: number }>(
    'SELECT live_edition AS edition FROM dataset WHERE live_edition IS NOT NULL ORDER BY 1',
  );
  const whole = (spot: Spot | undefined): FeatureRow | undefined => {
    const shape = spot && toShape(spot);
    return shape && { ...shape, ...readPublished(shape.edition, shape.row) };
  };
  const placedOf = (rows: Iterable<{ readonly row: number }>): Spot[] => {
    const spots = Array.from(rows, ({ row }) => pages.spotOf(row));
    return spots.filter((spot): spot is Spot => spot !== undefined && isPlaced(spot));
  };

  return {
    ...featureQueries(pages, boxes),
    ...featureSweep(db),
    // two datasets of one publisher and type may name the same thing: whoever may not see one finds the other
    findFeature(id: string, except: readonly number[] = []): FeatureRow | undefined {
      const mark = Float64Array.of(markOfText(id));
      for (const { edition } of live.all()) {
        if (except.includes(edition)) continue;
        const spots = placedOf(names.named(edition, 'idMark', mark));
        const spot = spots.find(({ page, index }) => page.text(index, 'id') === id);
        if (spot) return whole(spot);
      }
      return undefined;
    },
    findFeatureByKey(editions: readonly number[], key: number): FeatureRow | undefined {
      for (const edition of editions) {
        const [spot] = placedOf(names.named(edition, 'key', Float64Array.of(key)));
        if (spot) return whole(spot);
      }
      return undefined;
    },
    keysAmong(editions: readonly number[], keys: readonly number[]): number[] {
      const asked = Float64Array.from(keys).sort();
      const found = new Set<number>();
      for (const edition of editions) {
        for (const each of names.named(edition, 'key', asked)) {
          if (!found.has(each.name) && placedOf([each]).length > 0) found.add(each.name);
        }
      }
      return [...found];
    },
  };
}

function featureSweep(db: Database) {
  const some = db.prepare<[number], { first: number; records: number }>(
    'SELECT first, records FROM page WHERE edition = ? LIMIT 1',
  );
  const group = db.prepare<[number], { number: number }>(
    'SELECT number FROM box_group WHERE edition = ? LIMIT 1',
  );
  const remove = {
    page: db.prepare<[number]>('DELETE FROM page WHERE first = ?'),
    words: db.prepare<[number]>('DELETE FROM page_words WHERE rowid = ?'),
    runs: db.prepare<[number]>('DELETE FROM key_run WHERE edition = ?'),
    group: db.prepare<[number]>('DELETE FROM box_group WHERE number = ?'),
    place: db.prepare<[number]>('DELETE FROM box_group_place WHERE number = ?'),
  };
  const removeGroup = (edition: number): boolean => {
    const found = group.get(edition);
    if (!found) return false;
    remove.place.run(found.number);
    remove.group.run(found.number);
    return true;
  };
  const removePage = (edition: number): boolean => {
    const found = some.get(edition);
    if (!found) return false;
    const { first, records } = found;
    for (let at = 0; at < records; at += FOUND_TOGETHER) remove.words.run(first + at);
    remove.page.run(first);
    return true;
  };
  return {
    /** Remove up to `limit` pages of an edition and what they are found by; returns whether some are left. */
    removePages: db.transaction((edition: number, limit: number): boolean => {
      remove.runs.run(edition);
      for (let at = 0; at < limit; at++) {
        const isLess = [removeGroup(edition), removeGroup(edition), removePage(edition)];
        if (!isLess.includes(true)) return false;
      }
      return true;
    }),
  };
}
