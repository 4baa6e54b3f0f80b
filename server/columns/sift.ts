import { setImmediate as breathe } from 'node:timers/promises';
import type { Condition } from '#data/query/filter.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { Column, EditionColumns } from './column.ts';
import { failing } from './condition.ts';

/** Which features of an edition are asked for. */
export type Where = {
  readonly bounds?: Bounds;
  /** 1 for every feature inside the area asked about, a place for each. */
  readonly inside?: Uint8Array;
  readonly conditions: readonly Condition[];
};

/** In `Sifted.fails`: not in the box or area at all. */
export const OUTSIDE = 0xff;

/** What a question makes of an edition, a place for each feature. */
export type Sifted = {
  readonly columns: EditionColumns;
  /** Attributes whose conditions the feature fails; `OUTSIDE`. */
  readonly fails: Uint8Array;
  /** Of a feature that fails one: that attribute's place in `attributes`. */
  readonly failed: Uint8Array;
  /** Attributes with conditions. */
  readonly attributes: readonly string[];
  readonly inView: number;
  /** Of those in view, how many fail nothing. */
  readonly matched: number;
};

/** Put every feature of an edition to the question. */
export function sift(columns: EditionColumns, where: Where): Sifted {
  const stages = sifting(columns, where);
  for (let stage = stages.next(); ; stage = stages.next()) if (stage.done) return stage.value;
}

/** Features up to which all is done in one turn of the event loop. */
const ONE_TURN = 20_000;

/** The same for many features, a turn of the event loop for each pass over them. */
export async function siftInTurns(columns: EditionColumns, where: Where): Promise<Sifted> {
  const stages = sifting(columns, where);
  for (let stage = stages.next(); ; stage = stages.next()) {
    if (stage.done) return stage.value;
    if (columns.size > ONE_TURN) await breathe();
  }
}

/** One pass over the features after the other. */
function* sifting(
  columns: EditionColumns,
  { bounds, inside, conditions }: Where,
): Generator<undefined, Sifted> {
  const fails = new Uint8Array(columns.size);
  const failed = new Uint8Array(columns.size);
  if (bounds) keepBox(columns, bounds, fails);
  if (inside) for (let at = 0; at < fails.length; at++) if (inside[at] === 0) fails[at] = OUTSIDE;
  yield;
  const attributes = [...new Set(conditions.map(({ attribute }) => attribute))].slice(
    0,
    OUTSIDE - 1,
  );
  for (const [place, attribute] of attributes.entries()) {
    const column = columns.attributes.get(attribute);
    const own = conditions.filter((condition) => condition.attribute === attribute);
    note(column, own, { fails, failed, place });
    yield;
  }
  const [inView, matched] = countOf(fails);
  yield;
  return { columns, fails, failed, attributes, inView, matched };
}

/** Mark those whose box does not touch another as outside. A hot kernel. */
function keepBox({ lng, lat, boxes }: EditionColumns, bounds: Bounds, fails: Uint8Array): void {
  const [west, south, east, north] = bounds;
  if (boxes) {
    for (let at = 0, side = 0; at < fails.length; at++, side += 4) {
      const touches =
        (boxes[side] as number) <= east &&
        (boxes[side + 2] as number) >= west &&
        (boxes[side + 1] as number) <= north &&
        (boxes[side + 3] as number) >= south;
      if (!touches) fails[at] = OUTSIDE;
    }
    return;
  }
  for (let at = 0; at < fails.length; at++) {
    const x = lng[at] as number;
    const y = lat[at] as number;
    if (!(x >= west && x <= east && y >= south && y <= north)) fails[at] = OUTSIDE;
  }
}

type Notes = { readonly fails: Uint8Array; readonly failed: Uint8Array; readonly place: number };

/** Note a fail for every feature that fails any condition of one attribute. */
function note(
  column: Column | undefined,
  conditions: readonly Condition[],
  { fails, failed, place }: Notes,
): void {
  const bad = new Uint8Array(fails.length);
  for (const condition of conditions) failing(column, condition, bad);
  for (let at = 0; at < bad.length; at++) {
    if (bad[at] === 0 || fails[at] === OUTSIDE) continue;
    fails[at] = (fails[at] as number) + 1;
    failed[at] = place;
  }
}

function countOf(fails: Uint8Array): [inView: number, matched: number] {
  let [inView, matched] = [0, 0];
  for (let at = 0; at < fails.length; at++) {
    if (fails[at] === OUTSIDE) continue;
    inView++;
    if (fails[at] === 0) matched++;
  }
  return [inView, matched];
}
