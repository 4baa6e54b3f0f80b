import type { Profile } from '#data/siting/search.ts';
import { areaAtLeast, headroom, LISTED_LAND, NO_NATURE_SITE, noneOf, prefer } from './shared.ts';
import { GENERATION_SUPPLY } from './targets.ts';
import {
  among,
  byDefault,
  distanceTo,
  linear,
  of,
  ofContaining,
  shareOf,
  site,
  sourced,
  steps,
} from './words.ts';

/**
 * Panels on the ground. Slope and aspect belong to it as well; ODIN knows no feature type for them, and their 10 of
 * 100 are shared among the rest. Views are taken by listed buildings and monuments within 500 m.
 */
export const SOLAR: Profile = {
  id: 'solar',
  title: 'Ground-mounted solar',
  summary: 'Solar farms of 5 MW and more, for a developer with a connection in view.',
  ground: LISTED_LAND,
  must: [
    areaAtLeast(
      12,
      sourced(
        'At least 30 acres, at 4 to 5 acres a megawatt (Solar Grid Check); others ask for 120 acres, 48.6 ha (Strategic Land Group)',
      ),
    ),
    {
      id: 'connection',
      title: 'A substation of 33\u00A0kV or more with known generation headroom',
      short: 'Connection',
      what: distanceTo(GENERATION_SUPPLY),
      test: { op: 'at-most', value: 8_000 },
      origin: sourced(
        'Beyond 5 miles rarely viable, at about £1 m a mile of cable (Solar Grid Check); 33 kV or more (Centrica)',
      ),
    },
    noneOf(
      {
        id: 'best-land',
        title: 'Agricultural land of grade 1 or 2',
        short: 'Best land',
      },
      shareOf(of('environment/agricultural-land', among('grade', '1', '2'))),
    ),
    ...NO_NATURE_SITE,
  ],
  prefer: [
    headroom('generation', 33, linear(20, 2)),
    prefer(
      { id: 'supply', title: 'Distance to a substation of 33\u00A0kV or more', short: 'Supply' },
      28,
      {
        what: distanceTo(GENERATION_SUPPLY),
        worth: linear(500, 4_000),
        origin: sourced('Within 2.5 miles, 4 km (Solar Grid Check)'),
      },
    ),
    prefer({ id: 'grade', title: 'Agricultural land grade', short: 'Grade' }, 17, {
      what: ofContaining(of('environment/agricultural-land'), 'grade'),
      worth: steps([1, '4', '5', 'urban', 'non-agricultural'], [0.8, '3b'], [0.5, '3']),
    }),
    prefer({ id: 'size', title: 'Site area', short: 'Size' }, 11, {
      what: site('area-ha'),
      worth: linear(50, 12),
    }),
    prefer({ id: 'listed', title: 'Distance to a listed building', short: 'Listed' }, 6, {
      what: distanceTo(of('planning/listed-building')),
      worth: linear(500, 0),
      origin: byDefault('views within 500 m'),
    }),
    prefer({ id: 'monument', title: 'Distance to a scheduled monument', short: 'Monument' }, 5, {
      what: distanceTo(of('planning/scheduled-monument')),
      worth: linear(500, 0),
      origin: byDefault('views within 500 m'),
    }),
  ],
};
