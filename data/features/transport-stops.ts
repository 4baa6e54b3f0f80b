import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';

const NAPTAN = takenFrom('NaPTAN');

const ORR = takenFrom('ORR station usage');

const TFGM = takenFrom('TfGM Metrolink and rail stops');

/** NaPTAN stop types, by their published letters. */
const STOP_TYPE = codes({
  bct: 'Bus or coach stop | BCT | bus stop',
  bcs: 'Bus station bay | BCS',
  bce: 'Bus station entrance | BCE',
  bcq: 'Bus station variable bay | BCQ',
  bst: 'Bus station access area | BST',
  rly: 'Rail station access area | RLY',
  rse: 'Rail station entrance | RSE',
  rpl: 'Rail platform | RPL',
  tmu: 'Tram, metro or underground entrance | TMU',
  met: 'Tram, metro or underground access area | MET',
  plt: 'Tram, metro or underground platform | PLT',
  fer: 'Ferry or port access area | FER',
  ftd: 'Ferry terminal or dock entrance | FTD',
  fbt: 'Ferry berth | FBT',
  air: 'Airport entrance | AIR',
  gat: 'Airport interchange area | GAT',
  txr: 'Taxi rank | TXR',
  str: 'Shared taxi rank | STR',
  lcb: 'Cable car boarding point | LCB',
  lpl: 'Cable car platform | LPL',
  sda: 'Car set-down area | SDA',
});

const ATCO = 'atcocode | atco code | atco_code | atco | nptref | stop code | stopcode | stop_id';

/** Stops and stations. */
export const TRANSPORT_STOPS: readonly FeatureType[] = [
  featureType({
    id: 'transport/access-node',
    title: 'Public transport stop',
    plural: 'Public transport stops',
    description:
      'A bus stop, station entrance, platform or taxi rank of the national register of stops.',
    shapes: 'P',
    synonyms:
      'naptan | bus stops | stops | public transport access nodes | stopping points | bus and coach stops | access nodes',
    equivalents: {
      planningData: 'transport-access-node',
      osm: 'highway=bus_stop|public_transport=platform',
      inspire: 'tn:TransportNode',
      overture: 'transit/bus_stop',
    },
    minZoom: 12,
    labelBy: 'stop-type',
    attributes: [
      NAPTAN.text('reference', 'ATCO code', `${ATCO} | ref | id`, { required: true }),
      NAPTAN.text(
        'naptan-code',
        'NaPTAN code',
        'naptancode | naptan code | naptan_code | smsref | sms code | sms',
      ),
      NAPTAN.text(
        'name',
        'Name',
        'commonname | common name | stop name | stopname | stop_name | rstnam | name | title',
        { inTiles: true },
      ),
      NAPTAN.code('stop-type', 'Kind of stop', 'stoptype | stop type | stop_type | type', {
        codes: STOP_TYPE,
        inTiles: true,
      }),
      NAPTAN.code('bus-stop-type', 'Kind of bus stop', 'busstoptype | bus stop type', {
        codes: codes({
          marked: 'Marked | MKD',
          custom: 'Customary | CUS',
          'hail-and-ride': 'Hail and ride | HAR',
          flexible: 'Flexible zone | FLX',
        }),
      }),
      NAPTAN.code('timing-status', 'Timing point', 'timingstatus | timing status', {
        codes: codes({
          ptp: 'Principal timing point | PTP | PPT',
          tip: 'Time info point | TIP',
          oth: 'Other | OTH',
        }),
      }),
      NAPTAN.code('bearing', 'Heading', 'compass point | direction of travel | direction', {
        codes: codes({
          n: 'North | N',
          ne: 'North-east | NE',
          e: 'East | E',
          se: 'South-east | SE',
          s: 'South | S',
          sw: 'South-west | SW',
          w: 'West | W',
          nw: 'North-west | NW',
        }),
      }),
      NAPTAN.text('indicator', 'Indicator', 'stop indicator | stop letter | bay'),
      NAPTAN.text('landmark', 'Landmark', 'near'),
      NAPTAN.text('crossing', 'Crossing', 'crossing street | sidest | side street'),
      NAPTAN.text(
        'locality-code',
        'Locality code',
        'nptglocalitycode | nptg locality code | gazref | locality ref',
      ),
      NAPTAN.text(
        'administrative-area-code',
        'Administrative area',
        'administrativeareacode | administrative area code | admin area',
      ),
    ],
  }),
  featureType({
    id: 'transport/rail-station',
    title: 'Rail station',
    plural: 'Rail stations',
    description: 'A National Rail station.',
    shapes: 'PA',
    synonyms:
      'rail stations | railway stations | train stations | metro_rail_stops | metro rail stops | station usage',
    equivalents: {
      planningData: 'transport-access-node',
      osm: 'railway=station',
      inspire: 'tn-ra:RailwayStationNode',
      overture: 'transit/railway_station',
    },
    minZoom: 8,
    rankBy: 'annual-entries',
    attributes: [
      TFGM.text(
        'name',
        'Name',
        'rstnam | station name | station | stationname | name | title | commonname | common name',
        { inTiles: true },
      ),
      TFGM.text('reference', 'Reference', `${ATCO} | ref | id`),
      TFGM.text('naptan-code', 'NaPTAN code', 'naptancode | naptan code | smsref | sms code'),
      ORR.text(
        'crs-code',
        'Station code',
        'crs code | crs | three letter code | tlc | station code | crscode',
        { inTiles: true },
      ),
      ORR.text('tiploc', 'TIPLOC', 'tiploc code | tiploc_code'),
      TFGM.code('network', 'Network', 'nettyp | network type | mode', {
        codes: codes({
          rail: 'National Rail | R | train | rail',
          metrolink: 'Metrolink | M | tram | light rail',
          both: 'Rail and Metrolink | B',
        }),
        inTiles: true,
      }),
      ORR.flag(
        'step-free',
        'Step-free',
        'step free | step free access | wheelchair | accessible | wheelchair access',
      ),
      ORR.integer('platforms', 'Platforms', 'number of platforms | platform count', {
        min: 0,
        max: 60,
      }),
      ORR.integer(
        'annual-entries',
        'Entries and exits a year',
        'entries and exits | annual entries | entries & exits | entries exits | passengers | usage',
        { min: 0, inTiles: true },
      ),
      ORR.text('year', 'Year of the figures', 'year of usage | usage year'),
      TFGM.text('side-street', 'Side street', 'sidest | crossing'),
      TFGM.text('network-reference', 'Network reference', 'netwrf | network ref'),
      TFGM.text('locality-code', 'Locality code', 'gazref | nptglocalitycode | nptg locality code'),
    ],
  }),
  featureType({
    id: 'transport/tram-stop',
    title: 'Tram stop',
    plural: 'Tram stops',
    description: 'A tram or light rail stop.',
    shapes: 'PA',
    synonyms: 'tram stops | metrolink stops | light rail stops | metrolink stations | metrolink',
    equivalents: {
      osm: 'railway=tram_stop',
      inspire: 'tn-ra:RailwayStationNode',
      overture: 'transit/tram_stop',
    },
    minZoom: 9,
    attributes: [
      TFGM.text(
        'name',
        'Name',
        'rstnam | stop name | station name | station | name | title | commonname | common name',
        { inTiles: true },
      ),
      TFGM.text('reference', 'Reference', `${ATCO} | ref | id`),
      TFGM.list('lines', 'Lines', 'line | routes | tram lines | services'),
      TFGM.flag('step-free', 'Step-free', 'step free | step free access | wheelchair'),
      TFGM.integer('platforms', 'Platforms', 'number of platforms', { min: 0, max: 20 }),
      TFGM.text('fare-zone', 'Fare zone', 'zone | fare zone | zones'),
    ],
  }),
  featureType({
    id: 'transport/interchange',
    title: 'Interchange',
    plural: 'Interchanges and bus stations',
    description: 'A bus station or a place where several kinds of transport meet.',
    shapes: 'PA',
    synonyms: 'interchanges | bus stations | transport hubs | mobility hubs',
    equivalents: { osm: 'amenity=bus_station', overture: 'transit/bus_station' },
    minZoom: 9,
    attributes: [
      NAPTAN.list('modes', 'Modes', 'mode | transport modes | services'),
      NAPTAN.integer('stands', 'Stands', 'bays | number of stands | stops', { min: 0 }),
      NAPTAN.flag('step-free', 'Step-free', 'step free | step free access'),
    ],
  }),
];
