import type { Profile } from '#data/siting/search.ts';
import {
  allocatedFor,
  areaAtLeast,
  EMPLOYMENT_LAND,
  gigabit,
  headroom,
  LISTED_LAND,
  NO_FLOOD_ZONE_3,
  people,
  prefer,
  stop,
} from './shared.ts';
import { MOTORWAY_JUNCTION } from './targets.ts';
import { among, byDefault, distanceTo, linear, of } from './words.ts';

/**
 * Makers beside those who find out. Teaching hospitals and catapults are not told from other ones, so that the
 * neighbour looked for is a university; the skilled are taken by the census areas within 10 km, people and not skills.
 */
export const ADVANCED_MANUFACTURING: Profile = {
  id: 'advanced-manufacturing',
  title: 'Advanced manufacturing',
  summary: 'Plants and laboratories near a university, for a maker who expands.',
  ground: LISTED_LAND,
  must: [areaAtLeast(1, byDefault()), EMPLOYMENT_LAND, NO_FLOOD_ZONE_3],
  prefer: [
    prefer({ id: 'university', title: 'Distance to a university', short: 'University' }, 20, {
      what: distanceTo(of('social/school', among('phase', 'university'))),
      worth: linear(1_000, 5_000),
    }),
    headroom('demand', 20, linear(5, 0.5)),
    allocatedFor(15, 'Share of the site allocated for industry or business', ['b2', 'e']),
    people(15, 10_000, { full: 400, none: 100 }),
    stop({ id: 'tram', title: 'Distance to a tram stop', short: 'Tram' }, 5, {
      type: 'transport/tram-stop',
      full: 800,
      none: 1_600,
    }),
    stop({ id: 'rail', title: 'Distance to a rail station', short: 'Rail' }, 5, {
      type: 'transport/rail-station',
      full: 800,
      none: 1_600,
    }),
    prefer({ id: 'motorway', title: 'Distance to a motorway junction', short: 'Motorway' }, 10, {
      what: distanceTo(MOTORWAY_JUNCTION),
      worth: linear(5_000, 10_000),
      origin: byDefault('transport decides for 26 % of investors in the North West (EY, 2015)'),
    }),
    gigabit(10),
  ],
};
