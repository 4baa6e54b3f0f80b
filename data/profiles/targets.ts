import { among, atLeast, of, stated } from './words.ts';

/** In use or not said to be otherwise. */
const IN_USE = {
  ...among('lifecycle-status', 'existing', 'under-construction', 'unknown'),
  unknown: true,
} as const;

/** Of the classes that feed sites, or of none stated: heat maps list primaries without saying so. */
const PRIMARY_UP = {
  ...among('class', 'primary', 'bulk-supply-point', 'grid-supply-point'),
  unknown: true,
} as const;

/**
 * Substations whose operator says what they can still take. Operators publish megawatts; the thresholds were drawn up
 * in MVA, and at the power factors of such loads the two differ by a few per cent.
 */
export const SUPPLY = of('energy/substation', PRIMARY_UP, stated('demand-headroom-mw'));

/** Those of them with so many megawatts. */
export const supplyOf = (leastMw: number) =>
  of('energy/substation', PRIMARY_UP, atLeast('demand-headroom-mw', leastMw));

/** Substations of 33 kV and more whose operator says what generation they can still take. */
export const GENERATION_SUPPLY = of(
  'energy/substation',
  PRIMARY_UP,
  atLeast('voltage-kv-high', 33),
  stated('generation-headroom-mw'),
);

/** Substations of 33 kV and more whose operator says what batteries they can still take. */
export const STORAGE_SUPPLY = of(
  'energy/substation',
  PRIMARY_UP,
  atLeast('voltage-kv-high', 33),
  stated('storage-headroom-mw'),
);

/** Said beside every headroom. */
export const HEADROOM_NOTE = 'Headroom as its operator published it; not a connection offer.';

export const FLOOD_ZONE_2 = of('environment/flood-risk-zone', among('flood-risk-level', '2'));
export const FLOOD_ZONE_3 = of('environment/flood-risk-zone', among('flood-risk-level', '3', '3b'));
export const FLOOD_ZONE_3B = of('environment/flood-risk-zone', among('flood-risk-level', '3b'));

/** Not the other woodland that files of it hold. */
export const ANCIENT_WOODLAND = of('environment/ancient-woodland', {
  ...among('woodland-status', 'asnw', 'paws', 'wood-pasture', 'infilled'),
  unknown: true,
});

export const HAZARD_INNER = of(
  'energy/hazard-consultation-zone',
  among('consultation-zone', 'inner'),
);

export const FIBRE = of('digital/fibre-route', IN_USE);
export const WATER_MAIN = of('water/water-main', IN_USE);

/** Slip roads of motorways: where one gets on. */
export const MOTORWAY_JUNCTION = of(
  'transport/road-link',
  among('road-class', 'motorway'),
  among('form-of-way', 'slip-road'),
);

export const BUS_STOP = of(
  'transport/access-node',
  among('stop-type', 'bct', 'bcs', 'bce', 'bcq', 'bst'),
);
