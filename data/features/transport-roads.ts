import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, MILES_PER_HOUR, POUNDS, takenFrom } from './define.ts';

const OPEN_ROADS = takenFrom('OS Open Roads');

const DFT = takenFrom('DfT road traffic statistics');

const OSM = takenFrom('OpenStreetMap');

const PARKING = takenFrom('Local Government Transparency Code: parking');

/** Roads, what is measured on them, and where cars stand. */
export const TRANSPORT_ROADS: readonly FeatureType[] = [
  featureType({
    id: 'transport/road-link',
    title: 'Road',
    plural: 'Roads',
    description: 'A stretch of road between two junctions.',
    shapes: 'L',
    synonyms:
      'roads | road links | road network | os_roads | highways | streets | adopted highways | key route network | open roads | list of streets',
    equivalents: { osm: 'highway=*', inspire: 'tn-ro:RoadLink', overture: 'road/*' },
    minZoom: 10,
    labelBy: 'number',
    attributes: [
      OPEN_ROADS.code(
        'road-class',
        'Class',
        'classifica | classification | road classification | roadclassification | class | road class | function | road function | highway | fclass',
        {
          codes: codes({
            motorway: 'Motorway | M | motorway, collapsed dual carriageway',
            'a-road':
              'A road | A | primary road | trunk | primary | a road, collapsed dual carriageway | primary road, collapsed dual carriageway',
            'b-road': 'B road | B | secondary | b road, collapsed dual carriageway',
            'classified-unnumbered':
              'Classified, unnumbered | classified unnumbered | C | minor road | tertiary | minor road, collapsed dual carriageway',
            unclassified: 'Unclassified | U | local road | residential | unclassified road',
            'local-access': 'Local access road | local access | service | not classified',
            restricted:
              'Restricted access road | restricted local access road | restricted | private | secondary access road | shared use carriageway',
            unknown: 'Unknown',
          }),
          inTiles: true,
        },
      ),
      OPEN_ROADS.text(
        'name',
        'Name',
        'distname | road name | roadname | name1 | street name | streetname | street | name',
        { inTiles: true },
      ),
      OPEN_ROADS.text(
        'number',
        'Road number',
        'roadnumber | road number | roadclassificationnumber | route number | road no',
        { inTiles: true },
      ),
      OPEN_ROADS.code('form-of-way', 'Form', 'formofway | form of way | form | carriageway type', {
        codes: codes({
          'single-carriageway': 'Single carriageway | single',
          'dual-carriageway': 'Dual carriageway | dual | collapsed dual carriageway',
          'slip-road': 'Slip road | slip',
          roundabout: 'Roundabout',
          'shared-use': 'Shared use carriageway | shared use',
          track: 'Track | guided busway | enclosed traffic area',
        }),
      }),
      OPEN_ROADS.flag('primary', 'Primary route', 'primaryroute | primary route'),
      OPEN_ROADS.integer('feature-code', 'OS feature code', 'featcode | feature code'),
      OSM.decimal(
        'speed-limit-mph',
        'Speed limit',
        'maxspeed | speed limit | speed_limit | speedlimit',
        MILES_PER_HOUR,
      ),
      OSM.code(
        'adopted',
        'Adopted',
        'adoption | adopted status | adoption status | maintained | maintenance status',
        {
          codes: codes({
            adopted: 'Adopted | yes | maintained at public expense | HMPE | public',
            unadopted: 'Not adopted | no | private | unadopted',
            prospective: 'To be adopted | prospectively adopted | section 38',
          }),
          inTiles: true,
        },
      ),
      OSM.decimal('width-m', 'Width', 'width | carriageway width | road width', {
        ...METRES,
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'transport/traffic-count',
    title: 'Traffic count',
    plural: 'Traffic counts',
    description: 'A place where vehicles, cyclists or people are counted, with the flow found.',
    shapes: 'PL',
    synonyms:
      'traffic counts | aadf | traffic flows | count points | traffic surveys | traffic volume | cycle counts | footfall',
    minZoom: 9,
    rankBy: 'aadf',
    labelBy: 'aadf',
    attributes: [
      DFT.text(
        'count-point-id',
        'Count point',
        'count_point_id | count point id | countpoint | cp | site number | counter id',
      ),
      DFT.integer(
        'aadf',
        'Vehicles a day',
        'all_motor_vehicles | aadf | aadt | annual average daily flow | average daily flow | flow | total vehicles | volume | 24hr total',
        { min: 0, inTiles: true },
      ),
      DFT.integer('hgv', 'Heavy vehicles a day', 'all_hgvs | hgvs | heavy goods vehicles', {
        min: 0,
      }),
      DFT.integer(
        'cycles',
        'Cycles a day',
        'pedal_cycles | pedal cycles | cyclists | daily cycles | average daily cycles | cycle flow | cycle count | bicycles',
        { min: 0 },
      ),
      DFT.integer('year', 'Year', 'count year | aadf year', { min: 1900, max: 2100 }),
      DFT.text('road', 'Road', 'road_name | road name | road number'),
      DFT.text('direction', 'Direction', 'direction_of_travel | direction of travel | bound'),
      DFT.decimal('mean-speed-mph', 'Mean speed', 'mean speed | average speed', MILES_PER_HOUR),
    ],
  }),
  featureType({
    id: 'transport/structure',
    title: 'Bridge, tunnel or structure',
    plural: 'Bridges, tunnels and structures',
    description: 'A bridge, tunnel, retaining wall or other structure on a road, railway or canal.',
    shapes: 'PLA',
    synonyms:
      'bridges | tunnels | structures | bridges structures | retaining walls | highway structures | subways | footbridges | low bridges | bridge heights',
    equivalents: { osm: 'man_made=bridge|tunnel', overture: 'bridge/*' },
    minZoom: 11,
    attributes: [
      OSM.code('kind', 'Kind', 'structure type | bridge type | type | class', {
        codes: codes({
          bridge: 'Bridge | road bridge | rail bridge | overbridge | underbridge',
          footbridge: 'Footbridge',
          tunnel: 'Tunnel | underpass',
          subway: 'Subway',
          viaduct: 'Viaduct | aqueduct',
          'retaining-wall': 'Retaining wall | wall',
          gantry: 'Gantry | sign gantry',
          other: 'Other',
        }),
        inTiles: true,
      }),
      OSM.decimal(
        'height-limit-m',
        'Height limit',
        'maxheight | height limit | headroom | clearance | max height | height restriction | signed height',
        { ...METRES, min: 0, inTiles: true },
      ),
      OSM.decimal(
        'weight-limit-t',
        'Weight limit',
        'maxweight | weight limit | weight restriction | max weight',
        { unit: 't', min: 0, inTiles: true },
      ),
      OSM.text('carries', 'Carries', 'route carried | road carried'),
    ],
  }),
  featureType({
    id: 'transport/car-park',
    title: 'Car park',
    plural: 'Car parks and parking bays',
    description: 'A car park or a stretch of on-street bays.',
    shapes: 'PLA',
    synonyms:
      'car parks | parking spaces | off street parking | on street parking | parking | off_street_parking_spaces | on_street_parking_spaces | park and ride',
    equivalents: { osm: 'amenity=parking', overture: 'transit/parking' },
    minZoom: 11,
    rankBy: 'spaces',
    labelBy: 'spaces',
    attributes: [
      PARKING.integer(
        'spaces',
        'Spaces',
        'parkingspaces | parking spaces | capacity | number of spaces | total spaces | no of spaces | bays',
        { min: 0, inTiles: true },
      ),
      PARKING.integer(
        'disabled-spaces',
        'Blue badge spaces',
        'disabledparkingspaces | disabled parking spaces | disabled spaces | blue badge spaces | disabled bays | capacity:disabled',
        { min: 0 },
      ),
      PARKING.integer(
        'ev-spaces',
        'Spaces with a charge point',
        'electricvehiclepoint | electric vehicle point | ev spaces | ev bays',
        { min: 0 },
      ),
      PARKING.text(
        'restrictions',
        'Restrictions',
        'parkingrestrictions | parking restrictions | restriction | trafficregulationordertype | traffic regulation order type | max stay',
      ),
      PARKING.flag('free', 'Free', 'freeparking | free parking'),
      PARKING.flag(
        'chargeable',
        'Charged',
        'chargeableparking | chargeable parking | fee | charges apply | charge (y/n) | charges (y/n) | is there a charge',
      ),
      PARKING.text('side-of-road', 'Side of road', 'sideofroad | side of street | side'),
      PARKING.text('from-point', 'From', 'parkingstartpoint | start point'),
      PARKING.text('to-point', 'To', 'parkingendpoint | end point'),
      PARKING.decimal('tariff-gbp', 'Charge', 'tariff | charge | hourly rate', {
        ...POUNDS,
        min: 0,
      }),
      OSM.code('kind', 'Kind', 'parking type | car park type | type', {
        codes: codes({
          surface: 'Surface | surface car park | open',
          'multi-storey': 'Multi-storey | multistorey | mscp',
          underground: 'Underground',
          'on-street': 'On street | kerbside | on-street',
          'park-and-ride': 'Park and ride | p&r',
        }),
        inTiles: true,
      }),
    ],
  }),
];
