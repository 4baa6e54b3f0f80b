import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, MILES_PER_HOUR, takenFrom } from './define.ts';

const NAPTAN = takenFrom('NaPTAN');

const OSM = takenFrom('OpenStreetMap railway tags');

const ELECTRIFIED = codes({
  no: 'No | not electrified | diesel',
  overhead: 'Overhead line | contact_line | ole | ohle | 25kv | overhead | yes',
  rail: 'Third or fourth rail | rail | third rail | 3rd rail | 4th rail',
});

/** Railways, tramways and bus routes. */
export const TRANSPORT_LINES: readonly FeatureType[] = [
  featureType({
    id: 'transport/rail-line',
    title: 'Railway line',
    plural: 'Railway lines',
    description: 'A stretch of National Rail or freight railway.',
    shapes: 'L',
    synonyms:
      'railway lines | rail network | railways | rail lines | railway track | network links',
    equivalents: {
      osm: 'railway=rail',
      inspire: 'tn-ra:RailwayLink',
      overture: 'rail/standard_gauge',
    },
    minZoom: 6,
    rankBy: 'tracks',
    attributes: [
      OSM.code('electrified', 'Electrified', 'electrification | electrified type | traction', {
        codes: ELECTRIFIED,
        inTiles: true,
      }),
      OSM.integer('tracks', 'Tracks', 'number of tracks | track count | no of tracks', {
        min: 0,
        max: 30,
      }),
      OSM.integer('gauge-mm', 'Gauge', 'gauge | track gauge', { unit: 'mm', min: 0 }),
      OSM.decimal(
        'line-speed-mph',
        'Line speed',
        'maxspeed | line speed | max speed',
        MILES_PER_HOUR,
      ),
      OSM.code('usage', 'Use', 'usage | line use | traffic', {
        codes: codes({
          main: 'Main line | main',
          branch: 'Branch line | branch',
          freight: 'Freight | industrial | goods',
          heritage: 'Heritage | tourism | preserved',
        }),
        inTiles: true,
      }),
      OSM.text(
        'elr',
        'Engineer’s line reference',
        'elr | engineers line reference | line reference',
      ),
    ],
  }),
  featureType({
    id: 'transport/tram-line',
    title: 'Tram line',
    plural: 'Tram lines',
    description: 'A stretch of tram or light rail track or route.',
    shapes: 'L',
    synonyms: 'tram lines | metrolink lines | light rail | metrolink routes | light_rail | trams',
    equivalents: {
      osm: 'railway=tram|light_rail',
      inspire: 'tn-ra:RailwayLink',
      overture: 'rail/tram',
    },
    minZoom: 7,
    attributes: [
      OSM.code('kind', 'Kind', 'fclass | railway | track type | class | type', {
        codes: codes({
          'light-rail': 'Light rail | light_rail | segregated',
          tram: 'Tram | street running | street',
        }),
        inTiles: true,
      }),
      OSM.list('lines', 'Lines', 'line | line name | route | routes | line colour | services'),
      OSM.code('electrified', 'Electrified', 'electrification', { codes: ELECTRIFIED }),
      OSM.integer('class-code', 'Class code', 'code | feature code', { min: 0 }),
    ],
  }),
  featureType({
    id: 'transport/bus-route',
    title: 'Bus route',
    plural: 'Bus routes',
    description: 'The path of a bus service.',
    shapes: 'L',
    synonyms: 'bus routes | busroutemapdata | bus network | bus services | bus lines',
    equivalents: { osm: 'route=bus' },
    minZoom: 9,
    rankBy: 'frequency-per-hour',
    attributes: [
      NAPTAN.text(
        'service',
        'Service',
        'service number | route number | line name | route | bus number | route_short_name',
        { inTiles: true },
      ),
      NAPTAN.code('direction', 'Direction', 'route direction | journey direction', {
        codes: codes({
          inbound: 'Inbound | I | in',
          outbound: 'Outbound | O | out',
          circular: 'Circular | C',
        }),
      }),
      NAPTAN.decimal('frequency-per-hour', 'Buses an hour', 'frequency | buses per hour | bph', {
        min: 0,
        max: 120,
        inTiles: true,
      }),
    ],
  }),
];
