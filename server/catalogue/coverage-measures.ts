import type { DatasetSummary } from '#data/schema/api.ts';
import type { Coverage, CoverageRow, CoverageSupply } from '#data/schema/coverage.ts';
import { isSupplied } from './coverage-status.ts';

/** Of each required column, how many records have it. */
export type FilledColumns = { readonly filled: number; readonly cells: number };

type Measured = {
  readonly districts: Coverage['districts'];
  readonly supplies: readonly {
    readonly dataset: Pick<DatasetSummary, 'id' | 'synthetic'>;
    readonly filled?: FilledColumns;
  }[];
  readonly told: readonly CoverageSupply[];
};

/**
 * The four measures of England's planning data: area covered, authorities supplying, supplies without faults,
 * required values filled. Made-up data counts in none of them, and what a publisher holds none of is nobody's gap.
 * Source: MHCLG's measures of data provision (digital-land).
 */
export function measuresOf(
  rows: readonly CoverageRow[],
  { districts, supplies, told }: Measured,
): Coverage['measures'] {
  const byId = new Map(told.map((supply) => [supply.id, supply]));
  const cells = rows.flatMap((row) => row.cells);
  const could = cells.filter(({ status }) => status !== 'none-held');
  const areas = new Map(districts.map(({ gssCode, areaKm2 }) => [gssCode, areaKm2]));
  const areaOf = (list: readonly { readonly gssCode: string }[]): number =>
    Math.round(list.reduce((sum, { gssCode }) => sum + (areas.get(gssCode) ?? 0), 0));
  const isFull = (id: string): boolean => {
    const supply = byId.get(id);
    return supply?.completeness === 'full' && !supply.synthetic;
  };
  const real = supplies.filter(({ dataset }) => !dataset.synthetic);
  const counted = real.flatMap(({ filled }) => filled ?? []);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    area: {
      value: areaOf(cells.filter(({ datasets }) => datasets.some(isFull))),
      of: areaOf(could),
    },
    supplied: {
      value: could.filter(({ status }) => isSupplied(status)).length,
      of: could.length,
    },
    withoutFaults: {
      value: real.filter(({ dataset }) => byId.get(dataset.id)?.faults === 0).length,
      of: real.length,
    },
    requiredFilled: {
      value: sum(counted.map(({ filled }) => filled)),
      of: sum(counted.map(({ cells: all }) => all)),
    },
  };
}
