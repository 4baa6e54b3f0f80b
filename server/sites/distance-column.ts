import type { What } from '#data/siting/criterion.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn, WHY } from './column.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { findNearestOf, type NearestFinder, thingHere } from './nearest.ts';
import { type NearestHere, nowhere, REACH_M } from './nearest-kept.ts';
import type { Steps } from './steps.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import { findValue, isStated } from './things.ts';

type Distance = Extract<What, { kind: 'distance' }>;

/**
 * Finds what is measured to.
 *
 * @param into the thing that meets the target for sure
 * @returns how near one that may meet it lies, metres of the plane; infinite where none is nearer than the sure one
 */
type Reader = (at: number, withinM: number, into: NearestHere) => number;

/** Distance to the nearest of a target, or to the second. */
export function distanceColumn(
  candidates: Candidates,
  { second }: Pick<Distance, 'second'>,
  target: OpenTarget,
  context: MeasureContext,
): Steps<Entries> {
  const { figures } = candidates;
  const finder = findNearestOf(candidates, target);
  const { shareOf, gapM } = coverageOf(candidates, target, context);
  const read = second ? readSecond(finder, second.apartBy) : readNearest(finder);
  const sure = nowhere();
  return fillColumn('number', candidates, context.register, (at, entry) => {
    const scale = figures[at]?.scale ?? 1;
    const reachM = REACH_M * scale;
    const possibleM = read(at, reachM, sure);
    entry.thing = thingHere(sure);
    entry.high = sure.apartM / scale;
    const farM = Math.min(sure.apartM, reachM);
    const share = shareOf(at);
    if (farM > 0 && share < 1) {
      entry.low = 0;
      entry.why = share === 0 ? WHY['not-covered'] : WHY['partly-covered'];
      return;
    }
    const gap = gapM(at, farM);
    entry.low = Math.min(gap, possibleM, farM) / scale;
    entry.why = whyOf(gap, possibleM, farM, sure);
  });
}

/** Why the least a distance may be is what it is: a gap, something that may be it, or what was found. */
function whyOf(gapM: number, possibleM: number, farM: number, sure: NearestHere): Entry['why'] {
  if (gapM < farM && gapM <= possibleM) return WHY.edge;
  if (possibleM < farM) return WHY['not-stated'];
  return sure.selection ? WHY.measured : WHY['none-near'];
}

function readNearest({ nearest, nearestPossible }: NearestFinder): Reader {
  const possible = nowhere();
  return (at, withinM, into) => {
    nearest(at, into);
    nearestPossible(at, Math.min(into.apartM, withinM), possible);
    return possible.apartM;
  };
}

/** The nearest but one; with `apartBy`, the nearest whose attribute is known to be another than the nearest's. */
function readSecond({ nearest, nearestOf }: NearestFinder, apartBy: string | undefined): Reader {
  const first = nowhere();
  const stateOf = (found: Found) => {
    const thing = thingOf(found);
    const value = thing && apartBy !== undefined ? findValue(thing, apartBy) : undefined;
    return isStated(value) ? String(value) : undefined;
  };
  const isOther = ({ selection, item }: Found) =>
    selection !== first.selection || item !== first.item;
  return (at, withinM, into) => {
    Object.assign(into, nowhere());
    nearest(at, first);
    const { selection, item } = first;
    const ofFirst = selection && stateOf({ selection, item });
    const isApart = (found: Found) => {
      const state = stateOf(found);
      const differs = state !== undefined && ofFirst !== undefined && state !== ofFirst;
      return isOther(found) && (apartBy === undefined || differs);
    };
    const mayBe = (found: Found) => {
      const state = stateOf(found);
      return isOther(found) && (state === undefined || ofFirst === undefined || state !== ofFirst);
    };
    const sure = selection && nearestOf(at, 'sure', withinM, isApart);
    if (sure) Object.assign(into, sure);
    const nearerM = sure?.apartM ?? withinM;
    const unsureM = nearestOf(at, 'sure', nearerM, mayBe)?.apartM ?? Infinity;
    const possible = nearestOf(at, 'possible', Math.min(unsureM, nearerM), () => true);
    return possible?.apartM ?? unsureM;
  };
}
