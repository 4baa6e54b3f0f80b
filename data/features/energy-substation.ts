import type { FeatureType } from '#data/schema/feature-type.ts';
import { SEASON } from './codes.ts';
import { codes, featureType, KILOVOLTS, MEGAVOLTAMPERES, MEGAWATTS, takenFrom } from './define.ts';
import { LICENCE_AREA } from './recurring.ts';

const CIM = takenFrom('CIM (IEC 61970/61968)');

const DNO = takenFrom('DNO Long Term Development Statement');

const HEAT_MAP = takenFrom('DNO capacity heat map');

const AREA_LEVEL = codes({
  'grid-supply-point': 'Grid supply point | GSP',
  'bulk-supply-point': 'Bulk supply point | BSP',
  primary: 'Primary | PRY | primary substation',
  'distribution-substation': 'Distribution substation | secondary | distribution',
  'licence-area': 'Licence area | DNO area',
});

/** Substations and the ground they serve. */
export const ENERGY_SUBSTATION: readonly FeatureType[] = [
  featureType({
    id: 'energy/substation',
    title: 'Substation',
    plural: 'Substations',
    description:
      'A place where electricity changes voltage or circuits meet, with what it can still take where the operator says.',
    shapes: 'PA',
    synonyms:
      'substation | electricity substations | primary substations | secondary substations | distribution substations | grid supply points | bulk supply points | supply points | gsp | bsp | pry | primaries | heatmap | heat map | headroom | pry heatmap',
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
      DNO.text(
        'reference',
        'Substation number',
        'gsp id | substation number | substation id | pry_number | primary number | site number | sub number | ref | reference | id | asset id | functional location | site functional location | floc | site functional loc | bsp id | primary id | pry id | substation ref',
      ),
      takenFrom('CIM Substation').code(
        'class',
        'Class',
        'substation type | substation_type | substation class | site type | substation | typ | supply point type | type of substation',
        {
          codes: codes({
            'grid-supply-point':
              'Grid supply point | GSP | supergrid | transmission | grid | grid substation',
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
        'parent substation | upstream substation | fed from | bsp_number | gsp_number | bsp | supply point or grid supply point | bulk supply point name | grid supply point | bsp number | gsp number | bulk supply point | upstream bsp | upstream gsp | gsp group name',
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
        'peak demand | maximum demand | max demand | maximum_demand_mva_per_primary_substation | maximum load | peak load | max demand winter | winter maximum demand | winter peak demand',
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
      HEAT_MAP.decimal(
        'headroom-mva',
        'Headroom (MVA)',
        'headroom_mva | headroom mva | demand headroom (mva) | estimated demand headroom (mva)',
        MEGAVOLTAMPERES,
      ),
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
      'supply area | substation catchments | primary polygons | bsp polygons | gsp polygons | voronoi | substation service area | esa | primary supply areas | bsp supply areas | gsp supply areas | substation polygons | substation primary polygons | substation bsp polygons | substation gsp polygons | primary substation areas | substation supply areas | primary areas',
    minZoom: 7,
    labelBy: 'substation-ref',
    attributes: [
      DNO.code('level', 'Level', 'area level | polygon type | substation type', {
        codes: AREA_LEVEL,
        inTiles: true,
      }),
      DNO.text(
        'substation-ref',
        'Substation',
        'substation ref | substation reference | substation number | pry_number | group | gsp | substation id | substation',
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
];
