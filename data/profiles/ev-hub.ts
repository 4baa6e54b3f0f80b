import type { Profile } from '#data/siting/search.ts';
import { areaAtLeast, headroom, prefer } from './shared.ts';
import { HEADROOM_NOTE, SUPPLY } from './targets.ts';
import {
  among,
  atLeast,
  byDefault,
  distanceTo,
  linear,
  of,
  ofNearest,
  servedBy,
  sourced,
} from './words.ts';

/** Roads the public may drive on. */
const PUBLIC_ROAD = of(
  'transport/road-link',
  among('road-class', 'a-road', 'b-road', 'classified-unnumbered', 'unclassified', 'local-access'),
);

/** What a dozen chargers draw: where the least headroom is come by. */
const LOAD = sourced(
  'Twelve chargers of 150 kW are 1.8 MW installed and 0.72 MW under load management at 40 % (USP)',
);

/**
 * A hub for passing drivers. Homes without a drive, 24-hour access and visibility belong to it as well; ODIN knows no
 * feature type for them, and their 25 of 100 are shared among the rest. Amenities are taken by premises licensed for
 * drink, entertainment or late refreshment, the only register of them. A frontage is a public road within 50 m, for
 * the middle of a site is often all that is published.
 */
export const EV_HUB: Profile = {
  id: 'ev-hub',
  title: 'Ultra-rapid EV hub',
  summary: 'Six to twelve chargers of 150 kW and more by a busy road, for a charge point operator.',
  ground: {
    kind: 'sites',
    types: [
      'land/brownfield-site',
      'land/public-land',
      'land/investment-site',
      'transport/car-park',
    ],
  },
  must: [
    areaAtLeast(0.2, sourced('Half an acre to one for 6 to 12 chargers (EVN; Colliers)')),
    {
      id: 'frontage',
      title: 'A public road',
      short: 'Frontage',
      what: distanceTo(PUBLIC_ROAD),
      test: { op: 'at-most', value: 50 },
      origin: byDefault(),
    },
    {
      id: 'power',
      title: 'Demand headroom of the substation that serves it',
      short: 'Power',
      what: servedBy(SUPPLY, 'demand-headroom-mw'),
      test: { op: 'at-least', value: 0.5 },
      origin: LOAD,
      note: HEADROOM_NOTE,
    },
  ],
  prefer: [
    prefer({ id: 'traffic', title: 'Vehicles a day at the nearest count', short: 'Traffic' }, 33, {
      what: ofNearest(of('transport/traffic-count'), 'aadf'),
      worth: linear(30_000, 8_000),
    }),
    headroom('demand', 33, linear(2, 0.5), LOAD),
    prefer(
      { id: 'competition', title: 'Distance to the nearest rapid charger', short: 'Rivals' },
      20,
      {
        what: distanceTo(of('energy/ev-charge-point', atLeast('power-kw', 50))),
        worth: linear(3_000, 500),
      },
    ),
    prefer({ id: 'amenities', title: 'Distance to licensed premises', short: 'Amenities' }, 14, {
      what: distanceTo(
        of(
          'social/licensed-premises',
          among('activity', 'alcohol', 'entertainment', 'late-refreshment'),
        ),
      ),
      worth: linear(200, 800),
      origin: byDefault('most operators ask for amenities (EG; energydigital)'),
    }),
  ],
};
