import type { FeatureType } from '#data/schema/feature-type.ts';
import { SEASON } from './codes.ts';
import { codes, featureType, from, KILOVOLTS, MEGAVOLTAMPERES, MEGAWATTS } from './define.ts';

const CIM = from('CIM (IEC 61970/61968)');
const DNO = from('DNO Long Term Development Statement');
const HEAT_MAP = from('DNO capacity heat map');
const OSM = from('OpenStreetMap power tags');

const LICENCE_AREA = DNO.text(
  'licence-area',
  'Licence area',
  'licence area | license area | licensearea | dno area | dno licence area | region | gsp group',
);

const AREA_LEVEL = codes({
  'grid-supply-point': 'Grid supply point | GSP',
  'bulk-supply-point': 'Bulk supply point | BSP',
  primary: 'Primary | PRY | primary substation',
  'distribution-substation': 'Distribution substation | secondary | distribution',
  'licence-area': 'Licence area | DNO area',
});

/** Electricity networks, from the transmission grid to the street. */
export const ENERGY_ELECTRICITY: readonly FeatureType[] = [
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
      'pylon | electricity towers | transmission towers | wood poles | electricity poles | power towers',
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
    id: 'energy/substation',
    title: 'Substation',
    plural: 'Substations',
    description:
      'A place where electricity changes voltage or circuits meet, with what it can still take where the operator says.',
    shapes: 'PA',
    synonyms:
      'substation | electricity substations | primary substations | secondary substations | distribution substations | grid supply points | bulk supply points | supply points | gsp | bsp | primaries | heatmap | heat map | headroom | pry heatmap',
    equivalents: {
      osm: 'power=substation|sub_station',
      inspire: 'us-net-el:Substation',
      overture: 'power/substation',
      cim: 'Substation',
    },
    minZoom: 6,
    rankBy: 'voltage-kv-high',
    labelBy: 'class',
    attributes: [
      from('CIM Substation').code(
        'class',
        'Class',
        'substation type | substation_type | substation class | site type | substation | typ | supply point type | type of substation',
        {
          codes: codes({
            'grid-supply-point': 'Grid supply point | GSP | supergrid | transmission | grid',
            'bulk-supply-point': 'Bulk supply point | BSP | bulk supply pt',
            primary: 'Primary substation | primary | PRY | PRIM | 33/11',
            secondary:
              'Secondary substation | secondary | distribution | distribution substation | minor_distribution | ground mounted | pole mounted | local',
            customer: 'Customer substation | customer | industrial | private',
            traction: 'Traction substation | traction | rail | railway',
            converter: 'Converter station | converter | HVDC',
            switching: 'Switching station | switching | switch | transition | compensation',
            generation: 'Generation substation | generation | power station',
          }),
          inTiles: true,
        },
      ),
      CIM.decimal(
        'voltage-kv-high',
        'Highest voltage',
        'voltage | voltage_kv | voltage_mw | voltage kv | primary voltage | high voltage | hv voltage | hv kv | incoming voltage | voltage:primary | voltage (kv) | volts | upper voltage',
        { ...KILOVOLTS, inTiles: true },
      ),
      CIM.decimal(
        'voltage-kv-low',
        'Lowest voltage',
        'secondary voltage | low voltage | lv voltage | lv kv | outgoing voltage | voltage:secondary | lower voltage',
        KILOVOLTS,
      ),
      DNO.text(
        'parent',
        'Fed from',
        'parent substation | upstream substation | fed from | bsp_number | gsp_number | bsp | bsp name | supply point or grid supply point | bulk supply point name | gsp name | grid supply point',
      ),
      DNO.decimal(
        'firm-capacity-mva',
        'Firm capacity',
        'firm capacity | firm_capacity | firmcapacity | site firm capacity | transformer rating | rateds | capacity',
        {
          ...MEGAVOLTAMPERES,
          min: 0,
          inTiles: true,
        },
      ),
      DNO.decimal(
        'peak-demand-mva',
        'Peak demand',
        'peak demand | maximum demand | max demand | maximum_demand_mva_per_primary_substation | maximum load | peak load',
        MEGAVOLTAMPERES,
      ),
      HEAT_MAP.decimal(
        'demand-headroom-mw',
        'Demand headroom',
        'demand headroom | dem_hr_firm_mw | dem_hr_non_firm_mw | headroom | demand capacity available | available demand capacity | demhr',
        { ...MEGAWATTS, inTiles: true },
      ),
      HEAT_MAP.decimal(
        'generation-headroom-mw',
        'Generation headroom',
        'generation headroom | gen_hr_inverter_mw | gen_hr_synchronous_mw | gen_hr_lv_synchronous_mw | gen_hr_hv_synchronous_mw | available generation capacity | genhr',
        { ...MEGAWATTS, inTiles: true },
      ),
      HEAT_MAP.decimal(
        'storage-headroom-mw',
        'Battery storage headroom',
        'batt_storage_hr_mw | battery storage headroom',
        MEGAWATTS,
      ),
      HEAT_MAP.decimal('headroom-mva', 'Headroom', 'headroom_mva | headroom mva', MEGAVOLTAMPERES),
      HEAT_MAP.code(
        'headroom-band',
        'Headroom band',
        'rag | rag status | headroom rag | constraint level | traffic light | demand rag',
        {
          codes: codes({
            green: 'Green | G | unconstrained | available',
            amber: 'Amber | A | orange | yellow | partially constrained',
            red: 'Red | R | constrained | none available',
          }),
          inTiles: true,
        },
      ),
      DNO.decimal(
        'fault-level-ka',
        'Fault level',
        'fault level | fault_level | 3ph fault level | short circuit level',
        { unit: 'kA', min: 0 },
      ),
      HEAT_MAP.date('as-of', 'Figures as of', 'as of | as_of | data date | published | year'),
      HEAT_MAP.code('season', 'Season', 'season of peak', { codes: SEASON }),
      LICENCE_AREA,
    ],
  }),
  featureType({
    id: 'energy/supply-area',
    title: 'Supply area',
    plural: 'Substation supply areas',
    description: 'The ground one substation or grid supply point serves, as its operator draws it.',
    shapes: 'A',
    synonyms:
      'supply area | substation catchments | primary polygons | bsp polygons | gsp polygons | voronoi | substation service area | esa',
    minZoom: 7,
    labelBy: 'substation',
    attributes: [
      DNO.code('level', 'Level', 'area level | polygon type | substation type', {
        codes: AREA_LEVEL,
        inTiles: true,
      }),
      DNO.text(
        'substation',
        'Substation',
        'substation ref | substation reference | substation name | pry_number | group | primary name | gsp',
      ),
      DNO.decimal('firm-capacity-mva', 'Firm capacity', 'firm capacity | capacity', {
        ...MEGAVOLTAMPERES,
        min: 0,
      }),
      HEAT_MAP.decimal('demand-headroom-mw', 'Demand headroom', 'demand headroom | headroom', {
        ...MEGAWATTS,
        inTiles: true,
      }),
      LICENCE_AREA,
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
      'flexibility | flexibility tender | flexible services | constraint area | constraint zone | etys boundary | transmission boundaries | constraint management zone | cmz',
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
        'mw | capacity required | requirement | peak requirement',
        { ...MEGAWATTS, inTiles: true },
      ),
      DNO.text(
        'window',
        'When',
        'service window | time window | availability window | delivery window',
      ),
      DNO.code('season', 'Season', 'season of need', { codes: SEASON }),
      DNO.text('boundary', 'Boundary', 'boundary name | boundary_n | boundary id'),
    ],
  }),
];
