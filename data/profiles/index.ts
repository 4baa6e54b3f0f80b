import type { Profile } from '#data/siting/search.ts';
import { ADVANCED_MANUFACTURING } from './advanced-manufacturing.ts';
import { BATTERY_STORAGE } from './battery-storage.ts';
import { BROWNFIELD_HOUSING } from './brownfield-housing.ts';
import { DATA_CENTRE } from './data-centre.ts';
import { EV_HUB } from './ev-hub.ts';
import { LAST_MILE } from './last-mile.ts';
import { SOLAR } from './solar.ts';
import { STRATEGIC_LOGISTICS } from './strategic-logistics.ts';

/** Uses ODIN knows what to ask of a site for, in the order they are offered. */
export const PROFILES: readonly Profile[] = [
  DATA_CENTRE,
  STRATEGIC_LOGISTICS,
  LAST_MILE,
  EV_HUB,
  BROWNFIELD_HOUSING,
  SOLAR,
  BATTERY_STORAGE,
  ADVANCED_MANUFACTURING,
];

/** The profile of an id. */
export const findProfile = (id: string): Profile | undefined =>
  PROFILES.find((each) => each.id === id);
