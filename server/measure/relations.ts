import type { Pointer } from './geos.ts';
import { boxesMeet, type HeldShape, type Workings, YES } from './held.ts';
import type { Measure } from './measure.ts';

type Relations = Pick<Measure, 'intersects' | 'contains' | 'touches' | 'crosses'>;

/** The questions answered with yes or no. */
export function relationsOf({ geos, prepared }: Workings): Relations {
  const { api } = geos;
  const ask =
    (question: (prepared: Pointer, other: Pointer) => number) =>
    (one: HeldShape, other: HeldShape): boolean =>
      boxesMeet(one.bounds, other.bounds) && question(prepared(one), other.pointer) === YES;
  return {
    intersects: ask(api.GEOSPreparedIntersects),
    contains: ask(api.GEOSPreparedCovers),
    touches: ask(api.GEOSPreparedTouches),
    crosses: ask(api.GEOSPreparedCrosses),
  };
}
