import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, takenFrom } from './define.ts';

const OSM = takenFrom('OpenStreetMap');

const LTN = takenFrom('LTN 1/20 cycle infrastructure design');

/** Routes for walking and cycling. */
export const TRANSPORT_ACTIVE: readonly FeatureType[] = [
  featureType({
    id: 'transport/cycle-route',
    title: 'Cycle route',
    plural: 'Cycle routes',
    description: 'A signed or built route for cycling.',
    shapes: 'L',
    synonyms:
      'cycle routes | cycle network | national cycle network | cycleways | cycle lanes | bee network | sustrans | cycle paths',
    equivalents: { osm: 'highway=cycleway|route=bicycle' },
    minZoom: 9,
    attributes: [
      LTN.code(
        'protection',
        'Protection',
        'protection type | route type | facility | facility type | segregation | cycle facility',
        {
          codes: codes({
            segregated:
              'Segregated | protected | track | cycle track | off-road | off road | traffic free | traffic-free',
            shared: 'Shared | shared use | shared path | shared with pedestrians',
            painted: 'Painted lane | lane | on-road lane | cycle lane | advisory | mandatory',
            quiet: 'Quiet street | quiet | on-road | on road | quietway',
          }),
          inTiles: true,
        },
      ),
      LTN.text(
        'route-number',
        'Route number',
        'route number | ncn | route | routenumber | ncn route',
        { inTiles: true },
      ),
      OSM.text('surface', 'Surface', 'surface type'),
      OSM.flag('lit', 'Lit', 'lighting | street lit'),
    ],
  }),
  featureType({
    id: 'transport/public-right-of-way',
    title: 'Public right of way',
    plural: 'Public rights of way',
    description: 'A footpath, bridleway or byway of the definitive map.',
    shapes: 'L',
    synonyms:
      'public rights of way | prow | rights of way | footpaths | bridleways | public_rights_of_way | definitive map | walking routes',
    equivalents: { osm: 'designation=public_footpath|public_bridleway' },
    minZoom: 10,
    labelBy: 'prow-type',
    attributes: [
      OSM.code(
        'prow-type',
        'Kind',
        'prow type | prow_type | path type | type | status | right of way type | designation | row_type | descriptio | class',
        {
          codes: codes({
            footpath: 'Footpath | FP | public footpath | public_footpath | walking route',
            bridleway: 'Bridleway | BW | BR | public bridleway | public_bridleway',
            'restricted-byway': 'Restricted byway | RB | RUPP',
            'byway-open-to-all-traffic': 'Byway open to all traffic | BOAT | byway',
            permissive: 'Permissive path | permissive',
          }),
          inTiles: true,
        },
      ),
      OSM.text('parish', 'Parish', 'parish name | parish code'),
      OSM.text(
        'path-number',
        'Path number',
        'path number | path no | route no | row number | prow_ref | prow ref',
      ),
      OSM.text('surface', 'Surface', 'surface type'),
      OSM.decimal('length-m', 'Length', 'length | length (m) | shape_length', {
        ...METRES,
        min: 0,
      }),
    ],
  }),
];
