import type { FeatureType } from '#data/schema/feature-type.ts';
import { PIPE_MATERIAL } from './codes.ts';
import { codes, featureType, METRES, MILLIMETRES, takenFrom } from './define.ts';
import { SYSTEM_OF_PIPE } from './recurring.ts';

const SEWER = takenFrom('INSPIRE us-net-sw');

const CIRIA = takenFrom('CIRIA SuDS Manual');

const OSM = takenFrom('OpenStreetMap');

/** Drainage features and outfalls. */
export const WATER_DRAINAGE: readonly FeatureType[] = [
  featureType({
    id: 'water/outfall',
    title: 'Outfall',
    plural: 'Outfalls',
    description: 'The place where a drain or sewer meets a river, lake or the sea.',
    shapes: 'P',
    synonyms:
      'outfalls | discharge points | headwalls | surface water outfalls | consented discharges',
    equivalents: { inspire: 'us-net-sw:SewerAppurtenance' },
    minZoom: 12,
    attributes: [
      SYSTEM_OF_PIPE,
      SEWER.text(
        'receiving-water',
        'Flows into',
        'receiving water | receiving watercourse | watercourse | receiving environment',
      ),
      SEWER.decimal('invert-m', 'Invert level', 'invert | invert level | il', METRES),
      SEWER.text(
        'permit-ref',
        'Permit',
        'permit ref | permit number | permit reference | consent ref | permit',
      ),
    ],
  }),
  featureType({
    id: 'water/suds-feature',
    title: 'Sustainable drainage feature',
    plural: 'Sustainable drainage features',
    description: 'A swale, basin, pond, tree pit or other feature that holds and slows rainwater.',
    shapes: 'PLA',
    synonyms:
      'suds | sustainable drainage | swales | attenuation basins | rain gardens | balancing ponds | soakaways | gullies | highway gullies | drainage assets',
    minZoom: 12,
    attributes: [
      CIRIA.code('kind', 'Kind', 'suds type | feature type | drainage type | asset type | type', {
        codes: codes({
          swale: 'Swale | filter strip',
          basin: 'Basin | detention basin | attenuation basin | infiltration basin',
          pond: 'Pond | wetland | balancing pond',
          permeable: 'Permeable paving | permeable | pervious paving',
          'tree-pit': 'Tree pit | tree pits',
          'rain-garden': 'Rain garden | bioretention',
          soakaway: 'Soakaway | infiltration trench',
          tank: 'Storage tank | tank | attenuation tank | crates',
          gully: 'Gully | road gully | kerb inlet',
          'green-roof': 'Green roof',
        }),
        inTiles: true,
      }),
      CIRIA.text('adopter', 'Adopted by', 'adopter | adopting authority | adopted by'),
      CIRIA.text(
        'maintained-by',
        'Maintained by',
        'maintainer | maintenance responsibility | maintained by',
      ),
      CIRIA.decimal('volume-m3', 'Volume', 'volume | storage volume | attenuation volume', {
        unit: 'm³',
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'water/culvert',
    title: 'Culvert',
    plural: 'Culverts',
    description: 'A watercourse carried in a pipe or under a structure.',
    shapes: 'PL',
    synonyms: 'culverts | culverted watercourses | trash screens',
    equivalents: { osm: 'tunnel=culvert' },
    minZoom: 12,
    attributes: [
      OSM.decimal(
        'diameter-mm',
        'Diameter',
        'diameter | dia | culvert diameter | culvert size',
        MILLIMETRES,
      ),
      OSM.decimal('length-m', 'Length', 'length | length (m) | culvert length', {
        ...METRES,
        min: 0,
      }),
      OSM.code('material', 'Material', 'culvert material', { codes: PIPE_MATERIAL }),
      OSM.text('watercourse', 'Watercourse', 'watercourse name | river | stream'),
      OSM.text('condition', 'Condition', 'condition grade | condition score'),
    ],
  }),
];
