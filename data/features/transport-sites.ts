import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, takenFrom } from './define.ts';

const OSM = takenFrom('OpenStreetMap');

const HIGHWAYS = takenFrom('Highway asset inventories');

/** Freight, airports and what stands in the street. */
export const TRANSPORT_SITES: readonly FeatureType[] = [
  featureType({
    id: 'transport/freight-site',
    title: 'Freight site',
    plural: 'Freight sites',
    description: 'A rail freight terminal, port, lorry park or logistics hub.',
    shapes: 'PA',
    synonyms:
      'freight terminals | rail freight | ports | logistics hubs | lorry parks | freight interchange',
    equivalents: { osm: 'landuse=port|railway=yard' },
    minZoom: 8,
    attributes: [
      OSM.code('kind', 'Kind', 'site type | terminal type | type', {
        codes: codes({
          'rail-freight': 'Rail freight terminal | rail | intermodal',
          port: 'Port or wharf | port | wharf',
          'lorry-park': 'Lorry park | truck stop',
          logistics: 'Logistics hub | distribution',
          depot: 'Depot | bus depot | salt depot',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'transport/airport',
    title: 'Airport or airfield',
    plural: 'Airports and airfields',
    description: 'An airport, airfield or heliport.',
    shapes: 'PA',
    synonyms: 'airports | airfields | aerodromes | heliports',
    equivalents: { osm: 'aeroway=aerodrome', inspire: 'tn-a:AerodromeArea', overture: 'airport/*' },
    minZoom: 6,
    rankBy: 'annual-passengers',
    attributes: [
      OSM.text('icao', 'ICAO code', 'icao code', { inTiles: true }),
      OSM.text('iata', 'IATA code', 'iata code'),
      OSM.integer('annual-passengers', 'Passengers a year', 'passengers | annual passengers', {
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'transport/street-light',
    title: 'Street light',
    plural: 'Street lights',
    description: 'A lighting column or other lit street furniture.',
    shapes: 'P',
    synonyms:
      'street lights | street lighting | lamp columns | lighting columns | lampposts | streetlights',
    equivalents: { osm: 'highway=street_lamp', overture: 'utility/street_lamp' },
    minZoom: 13,
    attributes: [
      HIGHWAYS.text(
        'column-number',
        'Column',
        'column number | column no | lamp number | unit number | column id',
      ),
      HIGHWAYS.decimal('column-height-m', 'Column height', 'column height | mounting height', {
        ...METRES,
        min: 0,
      }),
      HIGHWAYS.code('lamp', 'Lamp', 'lamp type | lantern | lantern type | light source', {
        codes: codes({
          led: 'LED',
          sodium: 'Sodium | SON | SON-T | SOX | HPS | high pressure sodium | low pressure sodium',
          'metal-halide': 'Metal halide | CDM | CDM-T | CDO | CDO-TT | CPO | CPO-TW | cosmopolis',
          other: 'Other | unknown',
        }),
        inTiles: true,
      }),
      HIGHWAYS.decimal(
        'power-w',
        'Power',
        'wattage | watts | power | lamp watts | lamp wattage | lamp power',
        { unit: 'W', min: 0 },
      ),
    ],
  }),
  featureType({
    id: 'transport/grit-bin',
    title: 'Grit bin',
    plural: 'Grit bins',
    description: 'A bin or heap of grit for icy roads.',
    shapes: 'P',
    synonyms: 'grit bins | grit_bins | salt bins | grit boxes | salt heaps | gritting bins',
    equivalents: { osm: 'amenity=grit_bin' },
    minZoom: 12,
    attributes: [
      HIGHWAYS.text(
        'location',
        'Where',
        'feature_lo | feature location | location | site description',
      ),
      HIGHWAYS.text('kind', 'Kind', 'feature_ty | feature type | bin type | container | type'),
      HIGHWAYS.code('refill', 'Filled by', 'refill | filled by | responsibility', {
        codes: codes({
          council: 'Council | highway authority | local authority',
          community: 'Community | parish | residents',
          private: 'Private',
        }),
      }),
      HIGHWAYS.code('setting', 'Setting', 'urbanrural | urban/rural | urban or rural', {
        codes: codes({ urban: 'Urban | U', rural: 'Rural | R' }),
      }),
      HIGHWAYS.text('adopted', 'Adopted highway', 'adopted_hw | adopted highway'),
    ],
  }),
  featureType({
    id: 'transport/gritting-route',
    title: 'Gritting route',
    plural: 'Gritting routes',
    description: 'A road treated in winter, with its place in the order.',
    shapes: 'L',
    synonyms: 'gritting routes | winter maintenance | salting routes | winter gritting | gritting',
    minZoom: 11,
    attributes: [
      HIGHWAYS.code(
        'priority',
        'Priority',
        'route priority | gritting priority | priority level | route type',
        {
          codes: codes({
            '1': 'First | 1 | primary | priority 1 | P1',
            '2': 'Second | 2 | secondary | priority 2 | P2',
            '3': 'Third | 3 | tertiary | priority 3 | P3',
          }),
          inTiles: true,
        },
      ),
      HIGHWAYS.text('route', 'Route', 'route number | route name | route id'),
    ],
  }),
];
