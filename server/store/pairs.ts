import type { Database } from 'better-sqlite3';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { readWkb, shapeOfWkb } from '#server/frames/wkb.ts';
import type { FeatureSketch, FeatureState, IdChange, StatePair, Versus } from './compare-rows.ts';
import type { ReadPublished } from './published-blocks.ts';

type State = {
  readonly row: number;
  readonly edition: number;
  readonly key: number;
  readonly id: string;
  readonly reference: string | null;
  readonly name: string | null;
  readonly layer: string;
  readonly line: number;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  readonly attributes: string;
  readonly geometry: Uint8Array | null;
};

type Sketch = Omit<State, 'edition' | 'line' | 'attributes' | 'geometry'> & {
  readonly head: Uint8Array | null;
};

const NAMES = [
  'row',
  'key',
  'id',
  'reference',
  'name',
  'layer',
  'line',
  'west',
  'south',
  'east',
  'north',
  'attributes',
  'geometry',
  'edition',
] as const;

/** What a thing is recognised by; of its geometry the head alone, which says of what kind it is. */
const SKETCH = `${NAMES.slice(0, 6)
  .map((name) => `newer.${name}`)
  .join(', ')}, newer.west, newer.south, newer.east, newer.north,
  substr(newer.geometry, 1, 5) AS head`;

const columnsOf = (table: string): string => NAMES.map((name) => `${table}.${name}`).join(', ');
const olderColumns = NAMES.map((name) => `older.${name} AS older_${name}`).join(', ');

const UNMATCHED = `NOT EXISTS (
  SELECT 1 FROM feature AS other
  WHERE other.key = newer.key AND other.edition = @against AND other.id = newer.id)`;

/** Two editions of a dataset side by side: features are the same when their ids are. A page at a time. */
export function editionPairs(db: Database, readPublished: ReadPublished) {
  const toState = stateReader(readPublished);
  const unmatched = db.prepare<unknown[], State>(`
    SELECT ${columnsOf('newer')} FROM feature AS newer
    WHERE newer.edition = @edition AND newer.row > @after AND ${UNMATCHED}
    ORDER BY newer.row LIMIT @limit`);
  const counted = db.prepare<unknown[], { n: number }>(`
    SELECT count(*) AS n FROM feature AS newer WHERE newer.edition = @edition AND NOT ${UNMATCHED}`);
  const all = db.prepare<[number], { n: number }>(
    'SELECT count(*) AS n FROM feature WHERE edition = ?',
  );
  const sketched = db.prepare<unknown[], Sketch>(`
    SELECT ${SKETCH} FROM feature AS newer
    WHERE newer.edition = @edition AND newer.row > @after AND ${UNMATCHED}
    ORDER BY newer.row LIMIT @limit`);
  const near = db.prepare<unknown[], Sketch>(`
    SELECT ${SKETCH}
    FROM feature_box AS box CROSS JOIN feature AS newer ON newer.row = box.row
    WHERE box.west <= @east AND box.east >= @west AND box.south <= @north AND box.north >= @south
      AND box.edition_from >= @edition AND box.edition_to <= @edition AND ${UNMATCHED}
    ORDER BY newer.row LIMIT 50`);
  // Most features of a refresh say what they said: SQLite passes over them without handing them out.
  const differing = db.prepare<unknown[], State & Readonly<Record<string, unknown>>>(`
    SELECT ${columnsOf('newer')}, ${olderColumns}
    FROM feature AS newer
    JOIN feature AS older
      ON older.key = newer.key AND older.edition = @against AND older.id = newer.id
    WHERE newer.edition = @edition AND newer.row > @after
      AND (newer.attributes <> older.attributes OR (newer.extra_mark = older.extra_mark) IS NOT 1
        OR newer.geometry IS NOT older.geometry)
    ORDER BY newer.row LIMIT @limit`);
  return {
    pageUnmatched: (versus: Versus, after: number, limit: number): FeatureState[] =>
      unmatched.all({ ...versus, after, limit }).map(toState),
    countMatched: (versus: Versus): number => counted.get(versus)?.n ?? 0,
    countKept: (edition: number): number => all.get(edition)?.n ?? 0,
    sketchUnmatched: (versus: Versus, after: number, limit: number): FeatureSketch[] =>
      sketched.all({ ...versus, after, limit }).map(toSketch),
    nearUnmatched: (versus: Versus, [west, south, east, north]: Bounds): FeatureSketch[] =>
      near.all({ ...versus, west, south, east, north }).map(toSketch),
    pageDiffering: (versus: Versus, after: number, limit: number): StatePair[] =>
      differing.all({ ...versus, after, limit }).map((row) => ({
        before: toState(olderOf(row)),
        after: toState(row),
      })),
    ...idWrites(db),
  };
}

function idWrites(db: Database) {
  const rename = db.prepare<[string, number, number]>(
    'UPDATE feature SET id = ?, key = ? WHERE row = ?',
  );
  const redirect = db.prepare<[string, number, string, number]>(
    'INSERT OR REPLACE INTO redirect (from_id, edition, to_id, to_key) VALUES (?, ?, ?, ?)',
  );
  // The newest word on an id counts, of editions that were ever seen; never one that another record has.
  const known = db.prepare<{ edition: number; dataset: string }, Followed>(`
    SELECT feature.row, feature.id AS from_id, redirect.to_id, redirect.to_key, max(redirect.edition)
    FROM redirect
    JOIN edition ON edition.row = redirect.edition AND edition.dataset = @dataset
      AND edition.status <> 'staged'
    JOIN feature ON feature.id = redirect.from_id AND feature.edition = @edition
    WHERE NOT EXISTS (SELECT 1 FROM feature AS other
      WHERE other.key = redirect.to_key AND other.edition = @edition AND other.id = redirect.to_id)
    GROUP BY feature.row`);
  const target = db.prepare<[string], { to_id: string }>(`
    SELECT to_id FROM redirect JOIN edition ON edition.row = redirect.edition
    WHERE from_id = ? AND status <> 'staged' ORDER BY redirect.edition DESC LIMIT 1`);
  const giveIds = (edition: number, changes: readonly IdChange[]): void => {
    for (const { row, from, id, key } of changes) {
      rename.run(id, key, row);
      redirect.run(from, edition, id, key);
    }
  };
  return {
    giveIds,
    followRedirects(edition: number, dataset: string): number {
      const taken = new Set<string>();
      const changes = known.all({ edition, dataset }).flatMap((found): IdChange[] => {
        if (taken.has(found.to_id)) return [];
        taken.add(found.to_id);
        return [{ row: found.row, from: found.from_id, id: found.to_id, key: found.to_key }];
      });
      giveIds(edition, changes);
      return changes.length;
    },
    findRedirect: (id: string): string | undefined => target.get(id)?.to_id,
  };
}

type Followed = {
  readonly row: number;
  readonly from_id: string;
  readonly to_id: string;
  readonly to_key: number;
};

function olderOf(row: Readonly<Record<string, unknown>>): State {
  const older: Record<string, unknown> = {};
  for (const [index, name] of NAMES.entries()) older[name] = row[OLDER[index] as string];
  return older as State;
}

const OLDER = NAMES.map((name) => `older_${name}`);

const stateReader =
  (readPublished: ReadPublished) =>
  (row: State): FeatureState => ({
    ...namesOf(row),
    line: row.line,
    attributes: JSON.parse(row.attributes) as Record<string, AttributeValue>,
    extra: readPublished(row.edition, row.row).extra,
    ...(row.geometry === null ? {} : { geometry: readWkb(row.geometry) }),
  });

function toSketch(row: Sketch): FeatureSketch {
  const shape = row.head === null ? undefined : shapeOfWkb(row.head);
  return { ...namesOf(row), ...(shape ? { shape } : {}) };
}

function namesOf(row: Omit<Sketch, 'head'>) {
  const { west, south, east, north } = row;
  const placed = west !== null && south !== null && east !== null && north !== null;
  return {
    row: row.row,
    key: row.key,
    id: row.id,
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.name === null ? {} : { name: row.name }),
    layer: row.layer,
    ...(placed ? { bounds: [west, south, east, north] as const } : {}),
  };
}
