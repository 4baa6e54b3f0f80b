import type { What } from '#data/siting/criterion.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn } from './column.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { findNearestOf, type Nearest, type NearestFinder, REACH_M } from './nearest.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import { findValue, isStated } from './things.ts';

type Distance = Extract<What, { kind: 'distance' }>;

/** The nearest, and what may be nearer; metres of the plane. */
type Reading = { readonly sure?: Nearest | undefined; readonly possibleM: number };

/** Distance to the nearest of a target, or to the second. */
export function distanceColumn(
  candidates: Candidates,
  { second }: Pick<Distance, 'second'>,
  target: OpenTarget,
  context: MeasureContext,
): Entries {
  const finder = findNearestOf(candidates, target);
  const { shareOf, gapM } = coverageOf(candidates, target, context);
  const read = second ? readSecond(finder, second.apartBy) : readNearest(finder);
  return fillColumn('number', candidates, context.register, (at): Entry => {
    const scale = candidates.figures[at]?.scale ?? 1;
    const reachM = REACH_M * scale;
    const { sure, possibleM } = read(at, reachM);
    const high = sure && sure.apartM / scale;
    const ends = { high, thing: sure && thingOf(sure) };
    if (high === 0) return { ...ends, low: 0, why: 'measured' };
    const share = shareOf(at);
    if (share === 0) return { ...ends, low: 0, why: 'not-covered' };
    if (share < 1) return { ...ends, low: 0, why: 'partly-covered' };
    const farM = sure ? sure.apartM : reachM;
    const gap = gapM(at, farM);
    const low = Math.min(gap, possibleM, farM) / scale;
    if (gap < farM && gap <= possibleM) return { ...ends, low, why: 'edge' };
    if (possibleM < farM) return { ...ends, low, why: 'not-stated' };
    return { ...ends, low, why: sure ? 'measured' : 'none-near' };
  });
}

type Reader = (at: number, withinM: number) => Reading;

const readNearest =
  (find: NearestFinder): Reader =>
  (at, withinM) => {
    const sure = find(at, { chance: 'sure', withinM });
    const nearer = { chance: 'possible', withinM: sure?.apartM ?? withinM } as const;
    return { sure, possibleM: find(at, nearer)?.apartM ?? Infinity };
  };

/** The nearest but one; with `apartBy`, the nearest whose attribute is known to be another than the nearest's. */
const readSecond =
  (find: NearestFinder, apartBy: string | undefined): Reader =>
  (at, withinM) => {
    const first = find(at, { chance: 'sure', withinM });
    if (!first) return { possibleM: find(at, { chance: 'possible', withinM })?.apartM ?? Infinity };
    const stateOf = (found: Found) => {
      const thing = thingOf(found);
      const value = thing && apartBy !== undefined ? findValue(thing, apartBy) : undefined;
      return isStated(value) ? String(value) : undefined;
    };
    const ofFirst = stateOf(first);
    const isOther = ({ selection, item }: Found) =>
      selection !== first.selection || item !== first.item;
    const isApart = (found: Found) => {
      if (apartBy === undefined) return isOther(found);
      const state = stateOf(found);
      return isOther(found) && state !== undefined && ofFirst !== undefined && state !== ofFirst;
    };
    const mayBe = (found: Found) => {
      const state = stateOf(found);
      return isOther(found) && (state === undefined || ofFirst === undefined || state !== ofFirst);
    };
    const sure = find(at, { chance: 'sure', withinM, accept: isApart });
    const nearerM = sure?.apartM ?? withinM;
    const unsure = find(at, { chance: 'sure', withinM: nearerM, accept: mayBe })?.apartM;
    const possible = find(at, { chance: 'possible', withinM: unsure ?? nearerM })?.apartM;
    return { sure, possibleM: possible ?? unsure ?? Infinity };
  };
