import { WHYS } from '#data/schema/site-why.ts';
import type { What } from '#data/siting/criterion.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { square } from '#server/measure/test-shapes.ts';
import type { Candidate } from './candidate.ts';
import { openCandidates } from './candidates.ts';
import { openRegister } from './column.ts';
import { measureColumn } from './index.ts';
import type { Supply } from './supply.ts';
import { candidate, supply, thing } from './test-ground.ts';
import { openDistricts } from './whereabouts.ts';

/** Measuring for tests: two districts side by side, 40 km a side, whose border runs along E. */
export const ruler = await openRuler();

export const E = 380_000;
export const N = 398_000;
const SIDE_M = 40_000;
export const WEST = 'E08000001';
export const EAST = 'E08000002';
export const BOTH = [WEST, EAST];

/** What a metre of the ground is drawn as near there. */
export const SCALE = 0.9996;

/** An end of a column as it is told. */
export const figuresOf = (end: Float64Array): (number | null)[] =>
  Array.from(end, (figure) => (Number.isNaN(figure) ? null : figure));

/** Measure one thing of candidates: the column, and its entries with why and what they were measured to in words. */
export function ask(candidates: readonly Candidate[], what: What, supplies: readonly Supply[]) {
  const register = openRegister();
  const half = (gssCode: string, west: number) => ({
    ...{ gssCode, name: gssCode },
    shape: onGrid(square(west, N - SIDE_M / 2, SIDE_M)),
  });
  const column = measureColumn(
    openCandidates(ruler, candidates),
    what,
    {
      ruler,
      register,
      districts: openDistricts(ruler, [half(WEST, E - SIDE_M), half(EAST, E)]),
      suppliesOf: (type) => supplies.filter(({ featureType }) => featureType === type),
    },
    ['land/employment-allocation'],
  );
  const { low, high } = { low: figuresOf(column.low), high: figuresOf(column.high) };
  const entries = Array.from(column.why, (why, at) => ({
    low: low[at],
    high: high[at],
    text: column.text[at],
    why: WHYS[why],
    thing: register.all[column.thing[at] ?? -1]?.id,
    served: column.served?.[at],
  }));
  return { column, entries, first: entries[0] };
}

/** Types, a square site, and what is supplied of each type. */
export const SUBSTATION = 'energy/substation';
export const FLOOD = 'environment/flood-risk-zone';
export const site = (west: number, south: number, side: number) =>
  candidate('site', square(west, south, side));
export const stations = (things: Parameters<typeof thing>[], coverage: readonly string[] = BOTH) =>
  supply(
    ruler,
    SUBSTATION,
    things.map((each) => thing(...each)),
    coverage,
  );
export const zones = (things: Parameters<typeof thing>[], coverage: readonly string[] = BOTH) =>
  supply(
    ruler,
    FLOOD,
    things.map((each) => thing(...each)),
    coverage,
  );
export const distance = (more: object = {}): What =>
  ({ kind: 'distance', of: { type: SUBSTATION }, ...more }) as What;
