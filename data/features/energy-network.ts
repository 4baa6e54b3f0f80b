import type { FeatureType } from '#data/schema/feature-type.ts';
import { SEASON } from './codes.ts';
import { codes, featureType, KILOVOLTS, MEGAVOLTAMPERES, MEGAWATTS, takenFrom } from './define.ts';
import { LICENCE_AREA } from './recurring.ts';

const CIM = takenFrom('CIM (IEC 61970/61968)');

const DNO = takenFrom('DNO Long Term Development Statement');

const OSM = takenFrom('OpenStreetMap power tags');

/** Electricity lines and the areas round them. */
export const ENERGY_NETWORK: readonly FeatureType[] = [
  featureType({
    id: 'energy/power-line',
    title: 'Power line',
    plural: 'Power lines and cables',
    description: 'An overhead electricity line or an underground cable.',
    shapes: 'L',
    synonyms:
      'power line | overhead lines | overhead conductors | electricity lines | power cables | underground cables | electricity cables | conductors | 132kv | 33kv | 11kv | ohl | circuits | transmission lines | electricity network',
    equivalents: {
      osm: 'power=line|minor_line|cable',
      inspire: 'us-net-el:ElectricityCable',
      overture: 'power/power_line',
      cim: 'ACLineSegment',
    },
    minZoom: 7,
    rankBy: 'voltage-kv',
    labelBy: 'voltage-kv',
    attributes: [
      CIM.decimal(
        'voltage-kv',
        'Voltage',
        'voltage | voltage_kv | volts | kv | operating voltage | operatingvoltage | nominal voltage | nominalvoltage | voltage level | system voltage | base voltage | circuit voltage | line voltage | op_volt',
        { ...KILOVOLTS, inTiles: true },
      ),
      OSM.integer('circuits', 'Circuits', 'no of circuits | number of circuits | circuit count', {
        min: 0,
        max: 20,
        inTiles: true,
      }),
      OSM.code(
        'construction',
        'Construction',
        'line type | cable type | conductor type | overhead/underground | ohl or cable | location | power | construction type',
        {
          codes: codes({
            overhead: 'Overhead | OH | OHL | line | overhead line | overground | minor_line',
            underground: 'Underground | UG | UGC | cable | underground cable | buried',
            submarine: 'Submarine | subsea | sea | underwater',
          }),
          inTiles: true,
        },
      ),
      OSM.code('current', 'Current', 'ac/dc | ac dc | current type', {
        codes: codes({ ac: 'AC | alternating current', dc: 'DC | HVDC | direct current' }),
      }),
      OSM.decimal('frequency-hz', 'Frequency', 'frequency | hz', { unit: 'Hz', min: 0, max: 100 }),
      CIM.decimal(
        'rating-mva',
        'Rating',
        'rating | circuit rating | continuous rating | circuit_mva | winter rating | rated mva | mva rating | thermal rating',
        { ...MEGAVOLTAMPERES, min: 0 },
      ),
      DNO.text(
        'feeder',
        'Feeder',
        'feeder name | feeder id | circuit name | circuit | circuit id | circuit ref',
      ),
      OSM.text('conductor', 'Conductor', 'conductor size | conductor code | cable size | wires'),
      LICENCE_AREA,
    ],
  }),
  featureType({
    id: 'energy/power-support',
    title: 'Pylon or pole',
    plural: 'Pylons and poles',
    description: 'A tower, pole or portal that carries an overhead electricity line.',
    shapes: 'P',
    synonyms:
      'pylon | electricity towers | nget towers | overhead line towers | transmission towers | wood poles | electricity poles | power towers',
    equivalents: {
      osm: 'power=tower|pole|portal',
      inspire: 'us-net-common:Tower',
      overture: 'power/power_tower',
    },
    minZoom: 12,
    attributes: [
      OSM.code('kind', 'Kind', 'support type | structure type | tower type | pole type | power', {
        codes: codes({
          tower: 'Tower | pylon | lattice',
          pole: 'Pole | wood pole',
          portal: 'Portal | gantry',
        }),
        inTiles: true,
      }),
      OSM.flag(
        'transition',
        'Line becomes cable here',
        'transition | sealing end | cable sealing end',
      ),
      OSM.decimal('voltage-kv', 'Voltage', 'voltage | kv', KILOVOLTS),
    ],
  }),
  featureType({
    id: 'energy/flexibility-zone',
    title: 'Flexibility zone',
    plural: 'Flexibility zones',
    description:
      'An area in which a network operator buys flexibility or says its network is constrained.',
    shapes: 'PA',
    synonyms:
      'flexibility | flexibility tender | flexible services | constraint area | constraint zone | constraint management zone | cmz',
    minZoom: 6,
    attributes: [
      DNO.code(
        'need',
        'Need',
        'flexibility need | constraint type | direction | requirement type',
        {
          codes: codes({
            demand: 'Demand | demand turn down | import',
            generation: 'Generation | generation turn up | export',
            both: 'Demand and generation | both',
          }),
          inTiles: true,
        },
      ),
      DNO.decimal(
        'capacity-mw',
        'Capacity wanted',
        'mw | capacity required | requirement | peak requirement | mw required | peak mw required',
        { ...MEGAWATTS, inTiles: true },
      ),
      DNO.text(
        'window',
        'When',
        'service window | time window | availability window | delivery window',
      ),
      DNO.code('season', 'Season', 'season of need', { codes: SEASON }),
    ],
  }),
];
