import { apartM2, TOUCHING_M2 } from './apart.ts';
import { searchBoxes } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, fillColumn, WHY } from './column.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import type { Thing } from './thing.ts';
import { findValue } from './things.ts';

/** What is counted: things, or what they state of an attribute. */
export type Counted = { readonly withinM: number; readonly attribute?: string };

/**
 * How many of a target lie on the candidates or within so many metres on the ground, or the sum of what they state
 * of an attribute.
 */
export function countColumn(
  candidates: Candidates,
  { withinM, attribute }: Counted,
  target: OpenTarget,
  context: MeasureContext,
): Entries {
  const { figures } = candidates;
  const { shareOf, gapM } = coverageOf(candidates, target, context);
  const find = findWithinOf(candidates, target);
  const isSigned = attribute !== undefined && hasNegative(target, attribute);
  return fillColumn('number', candidates, context.register, (at, entry) => {
    const reachM = withinM * (figures[at]?.scale ?? 1);
    const sure = total(find(at, 'sure', reachM), attribute);
    const possible = total(find(at, 'possible', reachM), attribute);
    const isKnown = sure.unstated === 0 && possible.things === 0;
    const covered = shareOf(at);
    // the reach itself included: what touches it from beyond may be counted
    const isWhole = covered === 1 && gapM(at, reachM + GAP_M) > reachM;
    if (!isSigned || (isKnown && isWhole)) entry.low = sure.sum;
    if (isWhole && (isKnown || attribute === undefined)) entry.high = sure.sum + possible.things;
    entry.thing = sure.first;
    if (covered < 1) entry.why = covered === 0 ? WHY['not-covered'] : WHY['partly-covered'];
    else if (!isWhole) entry.why = WHY.edge;
    else if (!isKnown) entry.why = WHY['not-stated'];
  });
}

/** A gap as far as the reach lies within it. */
const GAP_M = 1e-6;

type Total = {
  readonly things: number;
  readonly sum: number;
  /** Things that do not state the attribute. */
  readonly unstated: number;
  readonly first?: Thing | undefined;
};

const NO_TOTAL: Total = { things: 0, sum: 0, unstated: 0 };

function total(found: readonly Found[], attribute: string | undefined): Total {
  if (found.length === 0) return NO_TOTAL;
  let [sum, unstated] = [0, 0];
  for (const each of found) {
    const thing = thingOf(each);
    const value = thing && attribute !== undefined ? findValue(thing, attribute) : 1;
    if (typeof value === 'number') sum += value;
    else unstated++;
  }
  const [first] = found;
  return { things: found.length, sum, unstated, first: first && thingOf(first) };
}

const hasNegative = ({ supplies }: OpenTarget, attribute: string): boolean =>
  supplies.some(({ things }) =>
    things.all.some((thing) => {
      const value = findValue(thing, attribute);
      return typeof value === 'number' && value < 0;
    }),
  );

/** Finds things of a target within so many metres of the plane. */
function findWithinOf(
  candidates: Candidates,
  { selections }: OpenTarget,
): (at: number, chance: 'sure' | 'possible', reachM: number) => readonly Found[] {
  const { edge } = candidates;
  const { boxes } = edge;
  const near: number[] = [];
  return (at, chance, reachM) => {
    let found: Found[] | undefined;
    // just beyond the reach, as only what is nearer than the best is measured
    const best = Math.max((reachM + GAP_M) ** 2, 2 * TOUCHING_M2);
    for (const selection of selections) {
      const { things } = selection;
      const count = searchBoxes(
        selection[chance],
        (boxes[4 * at] as number) - reachM,
        (boxes[4 * at + 1] as number) - reachM,
        (boxes[4 * at + 2] as number) + reachM,
        (boxes[4 * at + 3] as number) + reachM,
        near,
      );
      for (let each = 0; each < count; each++) {
        const item = near[each] as number;
        if (apartM2(edge, at, things.outlines, item, best) >= best) continue;
        found ??= [];
        found.push({ selection, item });
      }
    }
    return found ?? NONE;
  };
}

const NONE: readonly Found[] = [];
