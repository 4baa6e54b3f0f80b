import type { Profile } from '#data/siting/search.ts';
import {
  areaAtLeast,
  floodZone2,
  headroom,
  LISTED_LAND,
  NO_FLOOD_ZONE_3,
  NO_HAZARD_ZONE,
  NO_NATURE_SITE,
  noneOf,
  prefer,
} from './shared.ts';
import {
  FIBRE,
  HEADROOM_NOTE,
  MOTORWAY_JUNCTION,
  SUPPLY,
  supplyOf,
  WATER_MAIN,
} from './targets.ts';
import { byDefault, distanceTo, distanceToSecond, linear, of, shareOf, sourced } from './words.ts';

/**
 * Colocation of 20 to 50 MW. Distance to homes (noise) and slope belong to it as well; ODIN knows no feature type for
 * either, and their 12 of 100 are shared among the rest.
 */
export const DATA_CENTRE: Profile = {
  id: 'data-centre',
  title: 'Data centre',
  summary: 'Colocation halls that draw 20 to 50 MW, for an operator who builds them.',
  ground: LISTED_LAND,
  must: [
    areaAtLeast(5, byDefault()),
    {
      id: 'power',
      title: 'A substation with at least 10\u00A0MW of demand headroom',
      short: 'Power',
      what: distanceTo(supplyOf(10)),
      test: { op: 'at-most', value: 2_000 },
      origin: byDefault(),
      note: HEADROOM_NOTE,
    },
    NO_FLOOD_ZONE_3,
    ...NO_NATURE_SITE,
    NO_HAZARD_ZONE,
    noneOf(
      { id: 'green-belt', title: 'Green belt', short: 'Green belt' },
      shareOf(of('planning/green-belt')),
      sourced(
        'Green belt and the test of alternative sites were decisive: Woodlands Park refused, Abbots Langley allowed in 2025 (CMS; Pinsent Masons)',
      ),
    ),
  ],
  prefer: [
    headroom('demand', 34, linear(40, 10)),
    prefer(
      {
        id: 'supply',
        title: 'Distance to the nearest substation with known headroom',
        short: 'Supply',
      },
      17,
      {
        what: distanceTo(SUPPLY),
        worth: linear(500, 5_000),
      },
    ),
    prefer(
      {
        id: 'second-supply',
        title: 'Distance to a second substation, fed from elsewhere',
        short: 'Second',
      },
      11,
      {
        what: distanceToSecond(SUPPLY, 'parent'),
        worth: linear(5_000, 10_000),
        origin: byDefault(
          'from 100 MW two feeds are wanted, from different substations (Utility Solutions Provider)',
        ),
      },
    ),
    prefer({ id: 'fibre', title: 'Distance to fibre or duct', short: 'Fibre' }, 17, {
      what: distanceTo(FIBRE),
      worth: linear(500, 3_000),
    }),
    floodZone2(9),
    prefer({ id: 'water', title: 'Distance to a water main', short: 'Water' }, 6, {
      what: distanceTo(WATER_MAIN),
      worth: linear(1_000, 2_000),
    }),
    prefer({ id: 'motorway', title: 'Distance to a motorway junction', short: 'Motorway' }, 6, {
      what: distanceTo(MOTORWAY_JUNCTION),
      worth: linear(5_000, 10_000),
    }),
  ],
};
