import type { Database } from 'better-sqlite3';
import type { Twin, TwinQuery } from './compare-rows.ts';

type Row = {
  readonly name: string | null;
  readonly layer: string;
  readonly line: number;
  readonly edition: number;
  readonly id: string;
} & Readonly<Record<'west' | 'south' | 'east' | 'north', number>> &
  Readonly<Record<'other_west' | 'other_south' | 'other_east' | 'other_north', number>>;

/** Shortest reference that says something by itself; `12` stands in every list. */
const TELLING_REFERENCE = 5;

/** Looks for features of one edition that other live editions seem to hold too. */
export function twinQuery(db: Database) {
  db.function('same_words', { deterministic: true }, (one: unknown, other: unknown) =>
    typeof one === 'string' && typeof other === 'string' && sameWords(one, other) ? 1 : 0,
  );
  const find = db.prepare<unknown[], Row>(`
    SELECT mine.name, mine.layer, mine.line, mine.west, mine.south, mine.east, mine.north,
      other.edition, other.id, other.west AS other_west, other.south AS other_south,
      other.east AS other_east, other.north AS other_north
    FROM feature AS mine
    CROSS JOIN feature_box AS box
      ON box.west <= mine.east + @lng AND box.east >= mine.west - @lng
      AND box.south <= mine.north + @lat AND box.north >= mine.south - @lat
      AND box.edition_from >= @low AND box.edition_to <= @high
    CROSS JOIN feature AS other ON other.row = box.row
    WHERE mine.edition = @edition AND mine.lng IS NOT NULL
      AND box.edition_from IN (SELECT value FROM json_each(@others))
      AND (same_words(mine.name, other.name)
        OR (mine.reference = other.reference AND length(mine.reference) >= ${TELLING_REFERENCE}))
    ORDER BY mine.row LIMIT @limit`);
  return {
    findTwins({ edition, others, reach: [lng, lat], limit }: TwinQuery): Twin[] {
      if (others.length === 0) return [];
      const [low, high] = [Math.min(...others), Math.max(...others)];
      const asked = { edition, others: JSON.stringify(others), low, high, lng, lat, limit };
      return find.all(asked).map(toTwin);
    },
  };
}

const toTwin = (row: Row): Twin => ({
  ...(row.name === null ? {} : { name: row.name }),
  layer: row.layer,
  line: row.line,
  other: row.edition,
  otherId: row.id,
  bounds: [row.west, row.south, row.east, row.north],
  otherBounds: [row.other_west, row.other_south, row.other_east, row.other_north],
});

/** Names are compared by letters and digits alone; a name without any is no name. */
function sameWords(one: string, other: string): boolean {
  const words = foldName(one);
  return words !== '' && words === foldName(other);
}

const foldName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
