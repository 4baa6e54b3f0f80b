import type { Profile } from '#data/siting/search.ts';
import { areaAtLeast, headroom, LISTED_LAND, NO_FLOOD_ZONE_3, prefer } from './shared.ts';
import { STORAGE_SUPPLY } from './targets.ts';
import { among, byDefault, countOf, distanceTo, linear, of } from './words.ts';

/**
 * Batteries on the grid. Distance to homes (noise) and two ways in belong to it as well; ODIN knows no feature type
 * for them, and their 18 of 100 are shared among the rest. Fire services ask for separation and two ways in, which a
 * plan must show whatever the score.
 */
export const BATTERY_STORAGE: Profile = {
  id: 'battery-storage',
  title: 'Battery storage',
  summary: 'Batteries of 20 MW and more beside a substation, for a developer or investor.',
  ground: LISTED_LAND,
  must: [
    areaAtLeast(0.4, byDefault('most ask for 2 to 5 acres, 0.8 to 2 ha (Solar Grid Check)')),
    NO_FLOOD_ZONE_3,
    {
      id: 'connection',
      title: 'A substation of 33\u00A0kV or more with known storage headroom',
      short: 'Connection',
      what: distanceTo(STORAGE_SUPPLY),
      test: { op: 'at-most', value: 2_000 },
      origin: byDefault('the connection is the first test (PWA)'),
    },
  ],
  prefer: [
    headroom('storage', 43, linear(50, 5)),
    prefer(
      { id: 'supply', title: 'Distance to a substation of 33\u00A0kV or more', short: 'Supply' },
      36,
      {
        what: distanceTo(STORAGE_SUPPLY),
        worth: linear(100, 2_000),
      },
    ),
    prefer(
      {
        id: 'brownfield',
        title: 'Entries of a brownfield register on the site',
        short: 'Brownfield',
      },
      12,
      { what: countOf(of('land/brownfield-site'), 0), worth: linear(1, 0) },
    ),
    prefer({ id: 'hydrant', title: 'Distance to a hydrant', short: 'Hydrant' }, 9, {
      what: distanceTo(of('water/valve', among('kind', 'hydrant'))),
      worth: linear(100, 500),
      origin: byDefault('fire services ask for water on site (NFCC; PWA)'),
    }),
  ],
};
