import type { Profile } from '#data/siting/search.ts';
import {
  areaAtLeast,
  EMPLOYMENT_LAND,
  headroom,
  LISTED_LAND,
  NO_FLOOD_ZONE_3,
  people,
  prefer,
  stop,
} from './shared.ts';
import { BUS_STOP } from './targets.ts';
import { among, byDefault, distanceTo, linear, of } from './words.ts';

/**
 * Urban industry and parcels. Distance to homes and a proxy of rent belong to it as well; ODIN knows no feature type
 * for either, and their 20 of 100 are shared among the rest. People within a drive are taken by the census areas
 * within 8 km.
 */
export const LAST_MILE: Profile = {
  id: 'last-mile',
  title: 'Last mile and urban industry',
  summary: 'Units of half a hectare to two, near the people they serve, for a courier or maker.',
  ground: LISTED_LAND,
  must: [areaAtLeast(0.4, byDefault()), EMPLOYMENT_LAND, NO_FLOOD_ZONE_3],
  prefer: [
    people(44, 8_000, { full: 300, none: 100 }),
    prefer({ id: 'a-road', title: 'Distance to an A road', short: 'A road' }, 19, {
      what: distanceTo(of('transport/road-link', among('road-class', 'a-road'))),
      worth: linear(300, 1_000),
    }),
    headroom('demand', 25, linear(2, 0.3), byDefault('for charging vans')),
    stop({ id: 'tram', title: 'Distance to a tram stop', short: 'Tram' }, 6, {
      type: 'transport/tram-stop',
      full: 400,
      none: 1_200,
    }),
    prefer({ id: 'bus', title: 'Distance to a bus stop', short: 'Bus' }, 6, {
      what: distanceTo(BUS_STOP),
      worth: linear(200, 800),
    }),
  ],
};
