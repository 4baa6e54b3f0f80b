import type { Approximate } from '#data/schema/gazetteer.ts';

/** What a reader must know of a feature that has no coordinates of its own, in one line. */
export function sayApproximate({ by, value, accuracyM }: Approximate): string {
  const where =
    by === 'uprn'
      ? `UPRN ${value} (where the property stands, within about ${accuracyM} m)`
      : `postcode ${value} (centre of the postcode unit, about ${accuracyM} m)`;
  return `Approximate: placed by ${where}`;
}
