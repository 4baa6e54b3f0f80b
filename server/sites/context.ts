import type { Ruler } from '#server/measure/measure.ts';
import type { Candidates } from './candidates.ts';
import type { ThingRegister } from './column.ts';
import type { SuppliesOf } from './supply.ts';
import type { OpenTarget } from './target.ts';
import { type Districts, findWhereabouts, type Whereabouts } from './whereabouts.ts';

/** All that columns are measured with. */
export type MeasureContext = {
  readonly ruler: Ruler;
  readonly districts: Districts;
  readonly suppliesOf: SuppliesOf;
  /** Takes up the things measured to; one for an answer's columns. */
  readonly register: ThingRegister;
};

/** How far a candidate's ground was supplied. */
export type Coverage = {
  /** Share of its ground in districts somebody supplied, 0–1. */
  readonly shareOf: (at: number) => number;
  /** Least distance to ground of a district nobody supplied, where that is below `bestM`; metres of the plane. */
  readonly gapM: (at: number, bestM: number) => number;
};

/** How far candidates are covered by a target's datasets. */
export function coverageOf(
  candidates: Candidates,
  { covered, uncovered }: OpenTarget,
  { ruler, districts }: MeasureContext,
): Coverage & Pick<Whereabouts, 'homeOf'> {
  const where = findWhereabouts(ruler, candidates, districts);
  return {
    homeOf: where.homeOf,
    shareOf: where.shareIn(covered),
    gapM(at, bestM) {
      if (uncovered.length === 0) return bestM;
      let best = bestM ** 2;
      for (const district of uncovered) best = where.apartM2(at, district, best);
      return Math.sqrt(best);
    },
  };
}
