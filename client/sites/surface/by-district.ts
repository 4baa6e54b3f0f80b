import type { Cells } from './cells.ts';

/** A score that is worth a look. Source: the picture of the design, "60 or more". */
export const GOOD_POINTS = 60;

/** The hexagons of a district, counted. */
export type DistrictRow = {
  readonly name: string;
  readonly cells: number;
  readonly good: number;
  readonly out: number;
  readonly unknown: number;
};

/** The hexagons by district, by name; those outside every district last. */
export function byDistrict(
  { all }: Pick<Cells, 'all'>,
  names: Readonly<Record<string, string>>,
): DistrictRow[] {
  const rows = new Map<string, DistrictRow>();
  for (const { site, form, score } of all) {
    const name = (site.district && names[site.district]) ?? site.district ?? OUTSIDE;
    const row = rows.get(name) ?? { name, cells: 0, good: 0, out: 0, unknown: 0 };
    rows.set(name, {
      name,
      cells: row.cells + 1,
      good: row.good + Number(form === 'scored' && score >= GOOD_POINTS),
      out: row.out + Number(form === 'out'),
      unknown: row.unknown + Number(form === 'unknown'),
    });
  }
  return [...rows.values()].toSorted(
    (one, other) =>
      Number(one.name === OUTSIDE) - Number(other.name === OUTSIDE) ||
      one.name.localeCompare(other.name, 'en-GB'),
  );
}

const OUTSIDE = 'Outside';
