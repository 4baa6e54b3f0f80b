import { FLOOD_AND_WATER } from './flood-and-water.ts';
import { HAZARDS_AND_NETWORKS } from './hazards-and-networks.ts';
import { HERITAGE } from './heritage.ts';
import { LAND_AND_NATURE } from './land-and-nature.ts';
import type { ConsultationRule } from './rule.ts';

/** Every rule, in the order they are tried. A feature no rule holds for is good to know, and no more. */
export const CONSULTATION_RULES: readonly ConsultationRule[] = [
  ...FLOOD_AND_WATER,
  ...HERITAGE,
  ...LAND_AND_NATURE,
  ...HAZARDS_AND_NETWORKS,
];
