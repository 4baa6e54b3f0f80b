import type { Database } from 'better-sqlite3';
import type { Bounds } from '#data/schema/geometry.ts';
import { BOX_SIZE } from './indexing.ts';
import { floatsOf } from './pages.ts';

/** A group of records near to each other. `entries` are their rows, positions and boxes, `BOX_SIZE` numbers each. */
type Group = { readonly edition: number; readonly entries: Float64Array };

type Row = { readonly edition: number; readonly entries: Uint8Array };

/** Tables `box_group` and `box_group_place`: where placed records are. */
export function boxTables(db: Database) {
  // SQLite keeps 32-bit figures rounded outwards: a group reaches up to half a metre further than its records do
  const within = db.prepare<unknown[], Row>(`
    SELECT box_group.edition, box_group.entries
    FROM box_group_place AS place CROSS JOIN box_group ON box_group.number = place.number
    WHERE place.west <= @east AND place.east >= @west
      AND place.south <= @north AND place.north >= @south
      AND place.edition_from >= @low AND place.edition_to <= @high
      AND place.edition_from IN (SELECT value FROM json_each(@editions))`);
  const all = db.prepare<[number], Row>(
    'SELECT edition, entries FROM box_group WHERE edition = ? ORDER BY number',
  );

  const groupsIn = (
    editions: readonly number[],
    [west, south, east, north]: Bounds,
  ): readonly Group[] => {
    const [low, high] = [Math.min(...editions), Math.max(...editions)];
    const asked = { editions: JSON.stringify(editions), low, high, west, south, east, north };
    return editions.length === 0 ? [] : within.all(asked).map(toGroup);
  };
  return {
    groupsIn,
    /** All groups of an edition; those that follow each other are near. */
    groupsOf: (edition: number): readonly Group[] => all.all(edition).map(toGroup),
    /** Tell the records of some editions whose boxes touch a box, group by group: where each one's entry begins. */
    eachInBox(
      editions: readonly number[],
      bounds: Bounds,
      tell: (group: Group, at: number) => void,
    ): void {
      for (const group of groupsIn(editions, bounds)) {
        const { entries } = group;
        for (let at = 0; at < entries.length; at += BOX_SIZE) {
          if (touches(entries, at, bounds)) tell(group, at);
        }
      }
    },
  };
}

/** What boxes are asked. */
export type Boxes = ReturnType<typeof boxTables>;

const toGroup = ({ edition, entries }: Row): Group => ({ edition, entries: floatsOf(entries) });

/** True when the box of an entry and another have a point in common. */
export const touches = (
  entries: Float64Array,
  at: number,
  [west, south, east, north]: Bounds,
): boolean =>
  (entries[at + 3] as number) <= east &&
  (entries[at + 5] as number) >= west &&
  (entries[at + 4] as number) <= north &&
  (entries[at + 6] as number) >= south;
