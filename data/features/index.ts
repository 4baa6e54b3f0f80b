import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { BOUNDARIES } from './boundaries.ts';
import { DIGITAL } from './digital.ts';
import { ENERGY_ELECTRICITY } from './energy-electricity.ts';
import { ENERGY_GAS_HEAT } from './energy-gas-heat.ts';
import { ENERGY_GENERATION } from './energy-generation.ts';
import { ENVELOPE } from './envelope.ts';
import { ENVIRONMENT_NATURE } from './environment-nature.ts';
import { ENVIRONMENT_WATER } from './environment-water.ts';
import { LAND_BROWNFIELD } from './land-brownfield.ts';
import { LAND_PLANNING } from './land-planning.ts';
import { LAND_SITES } from './land-sites.ts';
import { PLANNING_HERITAGE } from './planning-heritage.ts';
import { PLANNING_POLICY } from './planning-policy.ts';
import { SOCIAL_PLACES } from './social-places.ts';
import { SOCIAL_SERVICES } from './social-services.ts';
import { TRANSPORT_PUBLIC } from './transport-public.ts';
import { TRANSPORT_ROADS } from './transport-roads.ts';
import { TRANSPORT_WORKS } from './transport-works.ts';
import { WASTE } from './waste.ts';
import { WATER_NETWORK } from './water-network.ts';
import { WATER_SITES } from './water-sites.ts';

/** Every kind of thing ODIN knows, by theme in display order. */
export const FEATURE_TYPES: readonly FeatureType[] = [
  ...ENERGY_ELECTRICITY,
  ...ENERGY_GENERATION,
  ...ENERGY_GAS_HEAT,
  ...WATER_NETWORK,
  ...WATER_SITES,
  ...TRANSPORT_PUBLIC,
  ...TRANSPORT_ROADS,
  ...TRANSPORT_WORKS,
  ...DIGITAL,
  ...WASTE,
  ...LAND_BROWNFIELD,
  ...LAND_SITES,
  ...LAND_PLANNING,
  ...PLANNING_HERITAGE,
  ...PLANNING_POLICY,
  ...SOCIAL_SERVICES,
  ...SOCIAL_PLACES,
  ...ENVIRONMENT_WATER,
  ...ENVIRONMENT_NATURE,
  ...BOUNDARIES,
];

const BY_ID: ReadonlyMap<string, FeatureType> = new Map(
  FEATURE_TYPES.map((type) => [type.id, type]),
);

/** The feature type of an id such as `energy/substation`, or undefined when ODIN knows none. */
export const findFeatureType = (id: string): FeatureType | undefined => BY_ID.get(id);

/** A heading as columns are compared: lower-case letters and digits. */
const bare = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * Everything a feature of a type may carry: the envelope, then the type's own attributes.
 *
 * A type's own attribute stands in place of the envelope's of the same name, and a heading the type
 * claims is taken from the envelope's: `location` is the name of a defibrillator, an address elsewhere.
 */
export function attributesOf(type: FeatureType): readonly Attribute[] {
  const known = COMPOSED.get(type);
  if (known !== undefined) return known;
  const composed = compose(type);
  COMPOSED.set(type, composed);
  return composed;
}

const COMPOSED = new WeakMap<FeatureType, readonly Attribute[]>();

function compose(type: FeatureType): readonly Attribute[] {
  const own = new Map(type.attributes.map((attribute) => [attribute.name, attribute]));
  const claimed = new Set(
    type.attributes.flatMap(({ name, title, synonyms }) => [name, title, ...synonyms].map(bare)),
  );
  const shared = ENVELOPE.map((attribute) => {
    const replacement = own.get(attribute.name);
    own.delete(attribute.name);
    return replacement ?? yieldTo(attribute, claimed);
  });
  return [...shared, ...own.values()];
}

function yieldTo(attribute: Attribute, claimed: ReadonlySet<string>): Attribute {
  const synonyms = attribute.synonyms.filter((synonym) => !claimed.has(bare(synonym)));
  return { ...attribute, synonyms };
}
