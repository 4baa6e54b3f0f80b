import type { Profile } from '#data/siting/search.ts';
import { areaAtLeast, floodZone2, NO_HAZARD_ZONE, noneOf, prefer, stop } from './shared.ts';
import { BUS_STOP, FLOOD_ZONE_3B } from './targets.ts';
import {
  among,
  byDefault,
  countOf,
  distanceTo,
  linear,
  of,
  shareOf,
  site,
  steps,
} from './words.ts';

/** The usual walks: five minutes and ten. */
const WALK = byDefault('walks of 400 and 800 m');

/**
 * Homes on land built on before. The least is 0.25 ha or five homes; one comparison holds one of the two, the area.
 * A trend of prices belongs to it as well; ODIN knows no feature type for it, and its 5 of 100 are shared among the
 * rest. Accessibility (GMAL) is taken by the bus stops within a walk, and a school's spare places are not known.
 */
export const BROWNFIELD_HOUSING: Profile = {
  id: 'brownfield-housing',
  title: 'Brownfield housing',
  summary: 'Five homes and more on land built on before, for a housing association or builder.',
  ground: {
    kind: 'sites',
    types: [
      'land/brownfield-site',
      'land/housing-land-site',
      'land/public-land',
      'land/plan-allocation',
    ],
  },
  must: [
    areaAtLeast(
      0.25,
      byDefault('registers hold sites of 0.25 ha or five homes (2017 Regulations)'),
    ),
    noneOf(
      { id: 'flood-zone-3b', title: 'Flood zone 3b', short: 'Flood 3b' },
      shareOf(FLOOD_ZONE_3B),
    ),
    NO_HAZARD_ZONE,
    noneOf(
      { id: 'open-space', title: 'Park or open space', short: 'Open space' },
      shareOf(of('social/open-space')),
    ),
  ],
  prefer: [
    prefer(
      {
        id: 'buses',
        title: 'Bus stops within 640\u00A0m',
        short: 'Buses',
        note: 'In place of an accessibility level (GMAL), which also counts how often they call.',
      },
      21,
      {
        what: countOf(BUS_STOP, 640),
        worth: linear(20, 2),
        origin: byDefault('a walk of eight minutes, as accessibility levels take it'),
      },
    ),
    prefer({ id: 'school', title: 'Distance to a primary school', short: 'School' }, 13, {
      what: distanceTo(of('social/school', among('phase', 'primary', 'all-through'))),
      worth: linear(800, 2_000),
      origin: WALK,
    }),
    stop({ id: 'tram', title: 'Distance to a tram stop', short: 'Tram' }, 8, {
      type: 'transport/tram-stop',
      full: 400,
      none: 1_200,
    }),
    stop({ id: 'rail', title: 'Distance to a rail station', short: 'Rail' }, 8, {
      type: 'transport/rail-station',
      full: 400,
      none: 1_200,
    }),
    prefer({ id: 'green-space', title: 'Distance to a park or open space', short: 'Parks' }, 8, {
      what: distanceTo(of('social/open-space')),
      worth: linear(300, 800),
      origin: WALK,
    }),
    prefer({ id: 'gp', title: 'Distance to a GP', short: 'GP' }, 6, {
      what: distanceTo(of('social/health-site', among('kind', 'gp'))),
      worth: linear(1_000, 2_000),
    }),
    floodZone2(11),
    prefer({ id: 'permission', title: 'Planning status', short: 'Permission' }, 11, {
      what: site('planning-status'),
      worth: steps([1, 'permissioned'], [0.5, 'pending-decision']),
    }),
    prefer({ id: 'ownership', title: 'Ownership', short: 'Owner' }, 4, {
      what: site('ownership-status'),
      worth: steps([1, 'owned-by-a-public-authority'], [0.5, 'mixed-ownership']),
    }),
    prefer(
      { id: 'coal', title: 'Share of the site at high risk of old coal workings', short: 'Coal' },
      4,
      {
        what: shareOf(of('planning/coal-risk-area', among('risk', 'high', 'shallow-workings'))),
        worth: linear(0, 50),
      },
    ),
    prefer({ id: 'landfill', title: 'Share of the site on old landfill', short: 'Landfill' }, 3, {
      what: shareOf(of('waste/historic-landfill')),
      worth: linear(0, 50),
    }),
    prefer(
      { id: 'contaminated', title: 'Share of the site on contaminated land', short: 'Ground' },
      3,
      {
        what: shareOf(of('land/contaminated-land')),
        worth: linear(0, 50),
      },
    ),
  ],
};
