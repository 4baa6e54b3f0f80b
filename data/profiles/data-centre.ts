import type { Profile } from '#data/siting/search.ts';
import { HEADROOM_NOTE, INDUSTRIAL_GROUND, PRIMARY_UP } from './common-ground.ts';
import {
  among,
  byDefault,
  distanceTo,
  from,
  linear,
  of,
  servedBy,
  shareOf,
  site,
  sourced,
} from './words.ts';

/** Colocation of 20 to 50 MW. */
export const DATA_CENTRE: Profile = {
  id: 'data-centre',
  title: 'Data centre',
  summary: 'For an operator of colocation halls of 20 to 50 MW.',
  ground: INDUSTRIAL_GROUND,
  must: [
    {
      id: 'area',
      title: 'Site area',
      short: 'Area',
      what: site('area-ha'),
      test: { op: 'at-least', value: 5 },
      origin: byDefault(),
    },
    {
      id: 'flood-zone-3',
      title: 'Flood zone 3',
      short: 'Flood 3',
      what: shareOf(of('environment/flood-risk-zone', among('flood-risk-level', '3', '3b'))),
      test: { op: 'at-most', value: 0 },
      origin: byDefault(),
    },
    {
      id: 'power',
      title: 'A primary or larger substation with at least 10 MW of demand headroom',
      short: 'Power',
      what: distanceTo(of('energy/substation', PRIMARY_UP, from('demand-headroom-mw', 10))),
      test: { op: 'at-most', value: 2_000 },
      origin: byDefault(),
      note: HEADROOM_NOTE,
    },
    {
      id: 'green-belt',
      title: 'Green belt',
      short: 'Green belt',
      what: shareOf(of('planning/green-belt')),
      test: { op: 'at-most', value: 0 },
      origin: sourced(
        'Green belt and the test of alternative sites decided Abbots Langley, allowed in 2025',
      ),
    },
  ],
  prefer: [
    {
      id: 'headroom',
      title: 'Demand headroom of the substation that serves it',
      short: 'Headroom',
      what: servedBy(of('energy/substation', PRIMARY_UP), 'demand-headroom-mw'),
      worth: linear(40, 10),
      weight: 45,
      origin: byDefault(),
      note: HEADROOM_NOTE,
    },
    {
      id: 'fibre',
      title: 'Distance to fibre or duct',
      short: 'Fibre',
      what: distanceTo(of('digital/fibre-route')),
      worth: linear(500, 3_000),
      weight: 40,
      origin: byDefault(),
    },
    {
      id: 'flood-zone-2',
      title: 'Share of the site within flood zone 2',
      short: 'Flood 2',
      what: shareOf(of('environment/flood-risk-zone', among('flood-risk-level', '2'))),
      worth: linear(0, 30),
      weight: 15,
      origin: byDefault(),
    },
  ],
};
