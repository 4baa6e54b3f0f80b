import { SUPPLIERS } from '#data/consultation/consultees.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { SiteColumn } from '#data/schema/sites.ts';

type Asked = SiteColumn['ask'];

/**
 * Who could supply a kind of thing, in the districts where it is missing: councils where they would have it, then
 * whoever else publishes such data.
 *
 * @param districts GSS codes
 */
export function suppliersOf(
  featureType: string,
  districts: readonly string[],
  publishers: ReadonlyMap<string, Publisher>,
): Asked {
  const theme = featureType.slice(0, featureType.indexOf('/'));
  const ids = SUPPLIERS[featureType] ?? SUPPLIERS[theme] ?? [];
  return ids.flatMap((id) => {
    if (id === 'council') return councilsOf(districts, publishers);
    const publisher = publishers.get(id);
    return publisher ? [whoOf(publisher)] : [];
  });
}

const councilsOf = (
  districts: readonly string[],
  publishers: ReadonlyMap<string, Publisher>,
): Asked =>
  [...publishers.values()]
    .filter(
      ({ kind, gssCode }) =>
        kind === 'district' && gssCode !== undefined && districts.includes(gssCode),
    )
    .map(whoOf)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));

/** A publisher as somebody to ask. */
export const whoOf = ({ name, homepage }: Pick<Publisher, 'name' | 'homepage'>): Asked[number] => ({
  name,
  ...(homepage ? { href: homepage } : {}),
});

/** Kinds of thing as they stand in a sentence: `flood zones`, `World Heritage Sites`. */
export const pluralOf = (featureType: string): string =>
  (findFeatureType(featureType)?.plural ?? featureType).replace(
    /^[A-Z](?=[a-z]+(?: [a-z(]|,|$))/,
    (first) => first.toLowerCase(),
  );
