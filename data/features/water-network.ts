import type { FeatureType } from '#data/schema/feature-type.ts';
import { PIPE_MATERIAL } from './codes.ts';
import { codes, featureType, METRES, MILLIMETRES, takenFrom } from './define.ts';
import { SYSTEM_OF_PIPE } from './recurring.ts';

const WATER = takenFrom('INSPIRE us-net-wa');

const SEWER = takenFrom('INSPIRE us-net-sw');

const DIAMETER =
  'diameter | dia | diam | pipe diameter | nominal diameter | pipe size | diameter (mm) | width | pipe_dia | size | internal diameter | dia_mm';

/** Pipes and manholes. */
export const WATER_NETWORK: readonly FeatureType[] = [
  featureType({
    id: 'water/water-main',
    title: 'Water main',
    plural: 'Water mains',
    description: 'A pipe that carries drinking water or raw water.',
    shapes: 'L',
    synonyms:
      'water mains | trunk mains | distribution mains | clean water network | water pipes | aqueduct',
    equivalents: { osm: 'man_made=pipeline[substance=water]', inspire: 'us-net-wa:WaterPipe' },
    minZoom: 10,
    rankBy: 'diameter-mm',
    labelBy: 'diameter-mm',
    attributes: [
      WATER.decimal('diameter-mm', 'Diameter', DIAMETER, {
        ...MILLIMETRES,
        max: 5000,
        inTiles: true,
      }),
      WATER.code('material', 'Material', 'pipe material | mat | material type', {
        codes: PIPE_MATERIAL,
        inTiles: true,
      }),
      WATER.code('purpose', 'Purpose', 'main type | pipe type | water type | use | function', {
        codes: codes({
          trunk: 'Trunk main | trunk | TM | strategic',
          distribution: 'Distribution main | distribution | DM',
          raw: 'Raw water | raw water main | aqueduct | RW',
          fire: 'Fire main | fire',
          service: 'Service pipe | service | communication pipe',
        }),
        inTiles: true,
      }),
      WATER.decimal('pressure-m', 'Pressure head', 'pressure | head | pressure head', {
        unit: 'm',
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'water/sewer',
    title: 'Sewer',
    plural: 'Sewers',
    description: 'A pipe that carries foul water, surface water or both away.',
    shapes: 'L',
    synonyms:
      'sewers | sewer network | public sewers | wastewater pipes | gravity sewers | rising mains | drains | surface water sewers | foul sewers | drainage network',
    equivalents: { osm: 'man_made=pipeline[substance=sewage]', inspire: 'us-net-sw:SewerPipe' },
    minZoom: 11,
    rankBy: 'diameter-mm',
    labelBy: 'diameter-mm',
    attributes: [
      SYSTEM_OF_PIPE,
      SEWER.code(
        'flow',
        'Flow',
        'flow type | gravity/pumped | gravity or pressure | pipe type | pressure type | sewer class',
        {
          codes: codes({
            gravity: 'Gravity | G | gravity sewer',
            pressure: 'Pressure | P | rising main | pumped | pressure main | RM | pumping main',
            vacuum: 'Vacuum | V',
          }),
          inTiles: true,
        },
      ),
      SEWER.decimal('diameter-mm', 'Diameter', DIAMETER, {
        ...MILLIMETRES,
        max: 8000,
        inTiles: true,
      }),
      SEWER.code('material', 'Material', 'pipe material | mat | material type | pipe_mat', {
        codes: PIPE_MATERIAL,
      }),
      SEWER.decimal(
        'invert-up-m',
        'Invert upstream',
        'invert up | upstream invert | us invert | us_il | upstream invert level | us invert level | inv_up',
        METRES,
      ),
      SEWER.decimal(
        'invert-down-m',
        'Invert downstream',
        'invert down | downstream invert | ds invert | ds_il | downstream invert level | ds invert level | inv_down',
        METRES,
      ),
      SEWER.flag(
        'adopted',
        'Adopted',
        'adoption status | is adopted | public sewer | adopted sewer',
        { inTiles: true },
      ),
      SEWER.text(
        'upstream-node-id',
        'Upstream manhole',
        'us node | upstream node | us_node_id | us manhole | from node',
      ),
      SEWER.text(
        'downstream-node-id',
        'Downstream manhole',
        'ds node | downstream node | ds_node_id | ds manhole | to node',
      ),
    ],
  }),
  featureType({
    id: 'water/manhole',
    title: 'Manhole',
    plural: 'Manholes',
    description: 'An access chamber on a sewer or drain.',
    shapes: 'P',
    synonyms: 'manholes | sewer manholes | inspection chambers | sewer nodes | access chambers',
    equivalents: { osm: 'man_made=manhole', inspire: 'us-net-common:Manhole' },
    minZoom: 14,
    attributes: [
      SYSTEM_OF_PIPE,
      SEWER.decimal(
        'cover-level-m',
        'Cover level',
        'cover level | cl | coverlevel | cover_level | ground level',
        METRES,
      ),
      SEWER.decimal(
        'invert-m',
        'Invert level',
        'invert | invert level | il | invert_level | chamber floor',
        METRES,
      ),
    ],
  }),
  featureType({
    id: 'water/valve',
    title: 'Valve or hydrant',
    plural: 'Valves and hydrants',
    description: 'A valve, hydrant, washout or meter on a water network.',
    shapes: 'P',
    synonyms: 'valves | hydrants | fire hydrants | washouts | air valves | water meters',
    equivalents: { osm: 'emergency=fire_hydrant', inspire: 'us-net-wa:WaterAppurtenance' },
    minZoom: 14,
    attributes: [
      WATER.code('kind', 'Kind', 'valve type | fitting type | hydrant type | asset type | type', {
        codes: codes({
          sluice: 'Sluice valve | sluice | SV | gate',
          hydrant: 'Hydrant | fire hydrant | FH',
          air: 'Air valve | AV',
          washout: 'Washout | WO',
          'pressure-reducing': 'Pressure reducing valve | PRV',
          meter: 'Meter | water meter',
          other: 'Other',
        }),
        inTiles: true,
      }),
      WATER.decimal(
        'diameter-mm',
        'Diameter',
        'diameter | dia | size | main size | main diameter | pipe size',
        MILLIMETRES,
      ),
    ],
  }),
];
