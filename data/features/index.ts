import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { BOUNDARIES } from './boundaries.ts';
import { BOUNDARIES_SERVICE } from './boundaries-service.ts';
import { DIGITAL_NETWORK } from './digital-network.ts';
import { DIGITAL_SERVICE } from './digital-service.ts';
import { ENERGY_CHARGING } from './energy-charging.ts';
import { ENERGY_CONNECTION } from './energy-connection.ts';
import { ENERGY_GAS_HEAT } from './energy-gas-heat.ts';
import { ENERGY_GENERATION } from './energy-generation.ts';
import { ENERGY_NETWORK } from './energy-network.ts';
import { ENERGY_SUBSTATION } from './energy-substation.ts';
import { ENVELOPE } from './envelope.ts';
import { ENVIRONMENT_FLOOD } from './environment-flood.ts';
import { ENVIRONMENT_LAND } from './environment-land.ts';
import { ENVIRONMENT_NATURE } from './environment-nature.ts';
import { ENVIRONMENT_WATER } from './environment-water.ts';
import { LAND_BROWNFIELD } from './land-brownfield.ts';
import { LAND_CONDITION } from './land-condition.ts';
import { LAND_PLANNING } from './land-planning.ts';
import { LAND_PROPERTY } from './land-property.ts';
import { LAND_SUPPLY } from './land-supply.ts';
import { PLANNING_HERITAGE } from './planning-heritage.ts';
import { PLANNING_LIMITS } from './planning-limits.ts';
import { PLANNING_LOCAL_HERITAGE } from './planning-local-heritage.ts';
import { PLANNING_POLICY } from './planning-policy.ts';
import { SOCIAL_HEALTH } from './social-health.ts';
import { SOCIAL_OPEN_SPACE } from './social-open-space.ts';
import { SOCIAL_PLACES } from './social-places.ts';
import { SOCIAL_SERVICES } from './social-services.ts';
import { TRANSPORT_ACTIVE } from './transport-active.ts';
import { TRANSPORT_LINES } from './transport-lines.ts';
import { TRANSPORT_ROADS } from './transport-roads.ts';
import { TRANSPORT_SITES } from './transport-sites.ts';
import { TRANSPORT_STOPS } from './transport-stops.ts';
import { TRANSPORT_WORKS } from './transport-works.ts';
import { WASTE } from './waste.ts';
import { WATER_AREAS } from './water-areas.ts';
import { WATER_DRAINAGE } from './water-drainage.ts';
import { WATER_NETWORK } from './water-network.ts';
import { WATER_SITES } from './water-sites.ts';

/** Every kind of thing ODIN knows, by theme in display order. */
export const FEATURE_TYPES: readonly FeatureType[] = [
  ...ENERGY_NETWORK,
  ...ENERGY_SUBSTATION,
  ...ENERGY_GENERATION,
  ...ENERGY_CONNECTION,
  ...ENERGY_CHARGING,
  ...ENERGY_GAS_HEAT,
  ...WATER_NETWORK,
  ...WATER_DRAINAGE,
  ...WATER_SITES,
  ...WATER_AREAS,
  ...TRANSPORT_STOPS,
  ...TRANSPORT_LINES,
  ...TRANSPORT_ROADS,
  ...TRANSPORT_ACTIVE,
  ...TRANSPORT_SITES,
  ...TRANSPORT_WORKS,
  ...DIGITAL_NETWORK,
  ...DIGITAL_SERVICE,
  ...WASTE,
  ...LAND_BROWNFIELD,
  ...LAND_SUPPLY,
  ...LAND_PROPERTY,
  ...LAND_PLANNING,
  ...LAND_CONDITION,
  ...PLANNING_HERITAGE,
  ...PLANNING_LOCAL_HERITAGE,
  ...PLANNING_POLICY,
  ...PLANNING_LIMITS,
  ...SOCIAL_SERVICES,
  ...SOCIAL_HEALTH,
  ...SOCIAL_PLACES,
  ...SOCIAL_OPEN_SPACE,
  ...ENVIRONMENT_FLOOD,
  ...ENVIRONMENT_WATER,
  ...ENVIRONMENT_NATURE,
  ...ENVIRONMENT_LAND,
  ...BOUNDARIES,
  ...BOUNDARIES_SERVICE,
];

const BY_ID: ReadonlyMap<string, FeatureType> = new Map(
  FEATURE_TYPES.map((type) => [type.id, type]),
);

/** The feature type of an id such as `energy/substation`, or undefined when ODIN knows none. */
export const findFeatureType = (id: string): FeatureType | undefined => BY_ID.get(id);

/** A heading as columns are compared: lower-case letters and digits. */
function bare(heading: string): string {
  const known = BARE.get(heading);
  if (known !== undefined) return known;
  const letters = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  BARE.set(heading, letters);
  return letters;
}

/** Every type is asked about the headings of the envelope. */
const BARE = new Map<string, string>();

/**
 * Everything a feature of a type may carry: the envelope, then the type's own attributes.
 *
 * A type's own attribute stands in place of the envelope's of the same name and keeps the headings that
 * are common to all types; a heading the type claims is taken from the envelope's: `location` is the name of a defibrillator, an address elsewhere.
 * So no heading leads to two attributes.
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
  const shared = ENVELOPE.flatMap((attribute) => {
    const replacement = own.get(attribute.name);
    own.delete(attribute.name);
    const unclaimed = attribute.synonyms.filter((word) => !claimed.has(bare(word)));
    return replacement
      ? { ...replacement, synonyms: [...replacement.synonyms, ...unclaimed] }
      : yieldTo(attribute, claimed);
  });
  return [...shared, ...own.values()];
}

/** An envelope attribute without the headings the type claims; gone when its own name is claimed. */
function yieldTo(attribute: Attribute, claimed: ReadonlySet<string>): readonly Attribute[] {
  if (claimed.has(bare(attribute.name)) || claimed.has(bare(attribute.title))) return [];
  return [
    { ...attribute, synonyms: attribute.synonyms.filter((word) => !claimed.has(bare(word))) },
  ];
}
