import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';

const OCPI = takenFrom('OCPI and National Chargepoint Registry');

const OSM = takenFrom('OpenStreetMap');

const CONNECTORS = codes({
  'type-2':
    'Type 2 | type 2 (socket only) | type 2 mennekes (iec62196) | type 2 (tethered connector) | type2 | mennekes | iec_62196_t2 | iec 62196 t2 | iec 62196 type 2',
  'type-1': 'Type 1 | type 1 (j1772) | j1772 | type1 | iec_62196_t1 | type 1 sae j1772',
  ccs: 'CCS | ccs (type 2) | combo | dc combo | jevs g105 ccs | ccs2 | iec_62196_t2_combo | iec 62196 t2 combo | ccs type 2 combo | type 2 combo (iec62196) dc | ccs (combined)',
  chademo: 'CHAdeMO | jevs g105 (chademo) dc | jevs g105',
  'three-pin':
    'Three-pin socket | bs1363 3 pin 13 amp | 3-pin type g (bs1363) | 3 pin | three pin | uk 3 pin',
  tesla: 'Tesla | tesla (model s/x) | tesla supercharger',
  commando: 'Commando | ceetyp | blue commando (2p+e) | industrial',
});

/** Charging of electric vehicles. */
export const ENERGY_CHARGING: readonly FeatureType[] = [
  featureType({
    id: 'energy/ev-charge-point',
    title: 'EV charge point',
    plural: 'EV charge points',
    description: 'A place to charge electric vehicles, with its connectors and power.',
    shapes: 'P',
    synonyms:
      'open charge map | electric vehicle charging | ev chargers | ev charging | charge points | chargepoints | charging locations | charging stations | electric_vehicle_charging_locations | ncr | national charge point registry | charge point registry | ocpi locations | ocpi | evcp | ev charge point register | chargepoint registry',
    equivalents: { osm: 'amenity=charging_station', overture: 'transit/charging_station' },
    minZoom: 10,
    rankBy: 'power-kw',
    labelBy: 'power-kw',
    attributes: [
      OCPI.text(
        'reference',
        'Reference',
        'chargedeviceid | charge device id | chargedeviceref | charge device ref | chargepoint id | charge point id | chargepoint ref | device id | location id | ref | reference | id',
      ),
      OCPI.text(
        'owner',
        'Owner',
        'deviceownername | device owner name | device owner | site owner | host | owner name',
      ),
      OCPI.list(
        'connectors',
        'Connectors',
        'connection_type | connection type | connector type | connector types | socket type | sockets | plug type | connector1type | connector 1 type | connector1 type | connector standard | connectorstandard | connectortype | connectors_0_standard | connector_types | standard',
        { codes: CONNECTORS },
      ),
      OCPI.decimal(
        'power-kw',
        'Power',
        'kw | power | rated output kw | max power | output | speed kw | charging power | power (kw) | connector1ratedoutputkw | connector 1 rated output kw | rated output | ratedoutputkw | max electric power | max_electric_power | maximum power | rated power | kw rating',
        { unit: 'kW', convertible: { W: 0.001, MW: 1000 }, min: 0, max: 1000, inTiles: true },
      ),
      OCPI.integer(
        'devices',
        'Charge points',
        'points | number of points | no of chargers | devices | charge devices | number of devices | bays | capacity | quantity',
        { min: 0 },
      ),
      OCPI.code('speed', 'Speed', 'charger speed | charge type | speed band | charger type', {
        codes: codes({
          standard: 'Standard | slow | fast | standard-plus',
          rapid: 'Rapid | rapid dc',
          'ultra-rapid': 'Ultra-rapid | ultra rapid | ultra',
        }),
        inTiles: true,
      }),
      OSM.code('access', 'Access', 'access type | access restrictions | public access', {
        codes: codes({
          public: 'Public | yes | publicly accessible',
          customers: 'Customers only | customers',
          restricted: 'Restricted | private | permit | no',
        }),
        inTiles: true,
      }),
      OCPI.text(
        'network',
        'Network',
        'charge network | network name | brand | devicenetworks | device networks | charging network | network operator',
      ),
      OCPI.text('opening-hours', 'Open', 'hours | opening hours | opening_hours | availability'),
      OCPI.text('cost', 'Cost', 'tariff | price | charge cost | fee | payment required'),
      OCPI.text('ocpi-id', 'OCPI id', 'ocpi id | evse id | evse uid'),
    ],
  }),
];
