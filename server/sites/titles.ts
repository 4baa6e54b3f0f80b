import { findFeatureType } from '#data/features/index.ts';
import type { Target, What } from '#data/siting/criterion.ts';
import { findAttribute } from './value-column.ts';

/** What a column is called, and what its numbers are in. */
export type Heading = { readonly title: string; readonly unit?: string };

/**
 * Head a column.
 *
 * @param siteTypes feature types of the candidates, for what they state themselves
 */
export function headingOf(what: What, siteTypes: readonly string[] = []): Heading {
  switch (what.kind) {
    case 'site':
      return siteHeading(what.attribute, siteTypes);
    case 'distance':
      return {
        title: `Distance to the ${what.second ? 'second nearest' : 'nearest'} ${oneOf(what.of)}`,
        unit: 'm',
      };
    case 'share':
      return { title: `Share within ${manyOf(what.of)}`, unit: '%' };
    case 'hectares':
      return { title: `Ground within ${manyOf(what.of)}`, unit: 'ha' };
    case 'count':
      return { title: `${capital(manyOf(what.of))} ${reachOf(what.withinM)}` };
    case 'sum': {
      const attribute = findAttribute(what.of.type, what.attribute);
      const name = attribute?.title ?? what.attribute;
      return {
        title: `${name} of ${manyOf(what.of)} ${reachOf(what.withinM)}, together`,
        ...unitOf(attribute),
      };
    }
    case 'value': {
      const attribute = findAttribute(what.of.type, what.attribute);
      const name = attribute?.title ?? what.attribute;
      return { title: `${name} of the ${FROM[what.from]} ${oneOf(what.of)}`, ...unitOf(attribute) };
    }
  }
}

const FROM = { nearest: 'nearest', containing: 'surrounding', serving: 'serving' } as const;

function siteHeading(name: string, siteTypes: readonly string[]): Heading {
  if (name === 'area-ha') return { title: 'Site area', unit: 'ha' };
  const attribute = siteTypes.map((type) => findAttribute(type, name)).find(Boolean);
  return { title: attribute?.title ?? name, ...unitOf(attribute) };
}

const unitOf = (attribute: { readonly unit?: string } | undefined) =>
  attribute?.unit === undefined ? {} : { unit: attribute.unit };

const reachOf = (withinM: number): string => {
  if (withinM === 0) return 'on the site';
  return withinM < 1_000 ? `within ${withinM}\u00a0m` : `within ${withinM / 1_000}\u00a0km`;
};

const oneOf = ({ type }: Target): string => small(findFeatureType(type)?.title ?? type);

/** What things of a target are called within a sentence: `flood zones`. */
export const manyOf = ({ type }: Target): string => small(findFeatureType(type)?.plural ?? type);

/** Lower case at its beginning, unless it begins with an abbreviation. */
const small = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
