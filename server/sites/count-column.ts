import { apartM2 } from './apart.ts';
import { searchBoxes } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn, WHY } from './column.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { TOUCHING_M2 } from './edges-apart.ts';
import type { Chance } from './nearest.ts';
import { knownApartOf } from './nearest-kept.ts';
import type { Outlines } from './outlines.ts';
import type { Steps } from './steps.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import type { Thing } from './thing.ts';
import { findValue, type Selection } from './things.ts';

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
): Steps<Entries> {
  const { figures } = candidates;
  const { shareOf, gapM } = coverageOf(candidates, target, context);
  const find = findWithinOf(candidates, target);
  const isSigned = attribute !== undefined && hasNegative(target, attribute);
  return fillColumn('number', candidates, context.register, (at, entry) => {
    const reachM = withinM * (figures[at]?.scale ?? 1);
    const sure = total(find(at, 'sure', reachM), attribute);
    const possible = find(at, 'possible', reachM).length;
    const covered = shareOf(at);
    // the reach itself included: what touches it from beyond may be counted
    const isWhole = covered === 1 && gapM(at, reachM + GAP_M) > reachM;
    write(entry, { sure, possible, covered, isWhole }, { isSigned, attribute });
  });
}

/** What was found, and how far it was looked for where somebody supplied it. */
type Tally = {
  readonly sure: Total;
  readonly possible: number;
  readonly covered: number;
  readonly isWhole: boolean;
};

function write(
  entry: Entry,
  { sure, possible, covered, isWhole }: Tally,
  { isSigned, attribute }: { readonly isSigned: boolean; readonly attribute: string | undefined },
): void {
  const isKnown = sure.unstated === 0 && possible === 0;
  const isBounded = isWhole && (isKnown || attribute === undefined);
  // what may be less than nothing has no least
  entry.low = isSigned && !(isWhole && isKnown) ? Number.NaN : sure.sum;
  entry.high = isBounded ? sure.sum + possible : Number.NaN;
  entry.thing = sure.first;
  entry.why = isWhole && isKnown ? WHY.measured : whyOf(covered, isWhole);
}

/** Why a number is not all there is to tell. */
function whyOf(covered: number, isWhole: boolean): Entry['why'] {
  if (covered === 0) return WHY['not-covered'];
  if (covered < 1) return WHY['partly-covered'];
  return isWhole ? WHY['not-stated'] : WHY.edge;
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
): (at: number, chance: Chance, reachM: number) => readonly Found[] {
  const { edge } = candidates;
  const knownApart = knownApartOf(candidates, selections);
  const anyWithin = (at: number, chance: Chance, reachM: number) => {
    let found = NONE;
    for (const selection of selections) {
      if (selection[chance].items === 0) continue;
      const within = itemsWithin(edge, at, selection, chance, reachM);
      if (within.length > 0) found = found === NONE ? within : [...found, ...within];
    }
    return found;
  };
  return (at, chance, reachM) => {
    // well beyond what rounding may bring within it
    const isBeyond = chance === 'sure' && knownApart(at) > reachM + 4 * GAP_M;
    return isBeyond ? NONE : anyWithin(at, chance, reachM);
  };
}

const NONE: readonly Found[] = [];
const near: number[] = [];

// biome-ignore lint/complexity/useMaxParams: a kernel: an object for every candidate would cost more than the search
function itemsWithin(
  edge: Outlines,
  at: number,
  selection: Selection,
  chance: Chance,
  reachM: number,
): readonly Found[] {
  const { boxes } = edge;
  const { outlines } = selection.things;
  const count = searchBoxes(
    selection[chance],
    (boxes[4 * at] as number) - reachM,
    (boxes[4 * at + 1] as number) - reachM,
    (boxes[4 * at + 2] as number) + reachM,
    (boxes[4 * at + 3] as number) + reachM,
    near,
  );
  // just beyond the reach, as only what is nearer than the best is measured
  const best = Math.max((reachM + GAP_M) ** 2, 2 * TOUCHING_M2);
  let found: Found[] | undefined;
  for (let each = 0; each < count; each++) {
    const item = near[each] as number;
    if (apartM2(edge, at, outlines, item, best) >= best) continue;
    found ??= [];
    found.push({ selection, item });
  }
  return found ?? NONE;
}
