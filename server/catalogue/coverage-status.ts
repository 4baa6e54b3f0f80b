import type { CoverageStatus, CoverageSupply } from '#data/schema/coverage.ts';

/** An edition promised within so many days is due. */
const DUE_DAYS = 30;

/** Whether somebody supplied it; made-up data is no supply. */
export const isSupplied = (status: CoverageStatus): boolean =>
  !/^(synthetic|none|none-held)$/.test(status);

/**
 * How a district stands that these datasets cover: what needs somebody comes first, a fault, then lateness; of
 * several datasets the freshest decides that.
 *
 * @param here at least one
 */
export function statusOf(here: readonly CoverageSupply[]): CoverageStatus {
  const real = here.filter(({ synthetic }) => !synthetic);
  if (real.length === 0) return 'synthetic';
  if (real.some(({ faults }) => faults > 0)) return 'fix';
  const latest = Math.max(...real.map(({ dueInDays = Number.POSITIVE_INFINITY }) => dueInDays));
  if (latest < 0) return 'late';
  return latest <= DUE_DAYS ? 'due' : 'live';
}
