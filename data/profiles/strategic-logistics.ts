import type { Profile } from '#data/siting/search.ts';
import {
  allocatedFor,
  areaAtLeast,
  gigabit,
  headroom,
  LISTED_LAND,
  people,
  prefer,
} from './shared.ts';
import { FLOOD_ZONE_3, MOTORWAY_JUNCTION } from './targets.ts';
import { among, byDefault, distanceTo, linear, of, shareOf, site, sourced } from './words.ts';

/** Floor that is looked for, as land: how the two anchors of area are come by. */
const REQUIREMENTS = sourced(
  'Live requirements in the North West of 18,580 to 83,610 m² of floor (Haydock inquiry, agreed by all witnesses), as land at a plot ratio of 0.4, which is a default',
);

/**
 * Large distribution. Mean slope and distance to homes belong to it as well; ODIN knows no feature type for either,
 * and the 12 of 100 of homes are shared among the rest. Distances to a junction are straight lines, where a network
 * would be followed.
 */
export const STRATEGIC_LOGISTICS: Profile = {
  id: 'strategic-logistics',
  title: 'Strategic logistics',
  summary: 'Distribution buildings of 9,300 m² and more, for a developer or occupier.',
  ground: LISTED_LAND,
  must: [
    areaAtLeast(5, REQUIREMENTS),
    {
      id: 'flood-zone-3',
      title: 'Flood zone 3',
      short: 'Flood 3',
      what: shareOf(FLOOD_ZONE_3),
      test: { op: 'at-most', value: 20 },
      origin: byDefault(),
    },
  ],
  prefer: [
    prefer({ id: 'size', title: 'Site area', short: 'Size' }, 23, {
      what: site('area-ha'),
      worth: linear(25, 5),
      origin: REQUIREMENTS,
    }),
    prefer({ id: 'motorway', title: 'Distance to a motorway junction', short: 'Motorway' }, 28, {
      what: distanceTo(MOTORWAY_JUNCTION),
      worth: linear(1_000, 5_000),
    }),
    allocatedFor(17, 'Share of the site allocated for distribution or business', ['b8', 'e']),
    people(14, 15_000, { full: 900, none: 300 }),
    headroom('demand', 9, linear(3, 0.5)),
    prefer({ id: 'rail-freight', title: 'Distance to a rail freight site', short: 'Rail' }, 5, {
      what: distanceTo(of('transport/freight-site', among('kind', 'rail-freight'))),
      worth: linear(5_000, 10_000),
    }),
    gigabit(4),
  ],
};
