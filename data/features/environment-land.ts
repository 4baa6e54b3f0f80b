import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, takenFrom } from './define.ts';
import { areaHa } from './recurring.ts';

const DEFRA = takenFrom('Defra');

const FC = takenFrom('Forestry Commission');

const BGS = takenFrom('British Geological Survey');

/** Soil, air, noise and ground. */
export const ENVIRONMENT_LAND: readonly FeatureType[] = [
  featureType({
    id: 'environment/agricultural-land',
    title: 'Agricultural land class',
    plural: 'Agricultural land classification',
    description: 'How good farmland is; the provisional map does not split grade 3.',
    shapes: 'A',
    synonyms:
      'agricultural land classification | alc | provisional agricultural land | farmland grade | best and most versatile',
    equivalents: { planningData: 'agricultural-land-classification' },
    minZoom: 7,
    labelBy: 'grade',
    attributes: [
      DEFRA.code(
        'grade',
        'Grade',
        'alc_grade | alc grade | agricultural-land-classification-grade | land grade | class',
        {
          codes: codes({
            '1': 'Grade 1 | 1',
            '2': 'Grade 2 | 2',
            '3': 'Grade 3 | 3',
            '3a': 'Grade 3a | 3a',
            '3b': 'Grade 3b | 3b',
            '4': 'Grade 4 | 4',
            '5': 'Grade 5 | 5',
            urban: 'Urban | exclusion',
            'non-agricultural': 'Non-agricultural | non agricultural | other',
          }),
          inTiles: true,
        },
      ),
      areaHa('Natural England designations'),
    ],
  }),
  featureType({
    id: 'environment/peat',
    title: 'Peat',
    plural: 'Peat',
    description: 'Ground with peat beneath, or moss.',
    shapes: 'A',
    synonyms: 'peat | peaty soils | deep peat | lowland raised bog | mosses | peatland',
    minZoom: 8,
    attributes: [
      DEFRA.code('peat-class', 'Class', 'peat class | pclassdesc | peat type | class', {
        codes: codes({
          deep: 'Deep peaty soils | deep',
          shallow: 'Shallow peaty soils | shallow',
          pockets: 'Soils with peaty pockets | pockets',
        }),
        inTiles: true,
      }),
      DEFRA.decimal('depth-m', 'Depth', 'peat depth | depth', METRES),
    ],
  }),
  featureType({
    id: 'environment/noise-contour',
    title: 'Noise contour',
    plural: 'Noise contours',
    description: 'An area with the noise of roads, railways, aircraft or industry.',
    shapes: 'LA',
    synonyms:
      'noise contours | noise important areas | noise mapping | noise action planning important areas | road noise | rail noise | strategic noise',
    minZoom: 8,
    rankBy: 'level-db',
    attributes: [
      DEFRA.decimal(
        'level-db',
        'Noise',
        'noise level | db | noiseclass | noise class | lden | laeq | lnight | level',
        { unit: 'dB', min: 0, max: 200, inTiles: true },
      ),
      DEFRA.code('noise-source', 'From', 'source | noise source | origin', {
        codes: codes({
          road: 'Road | roads',
          rail: 'Rail | railway',
          air: 'Aircraft | airport',
          industry: 'Industry',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'environment/air-monitor',
    title: 'Air quality monitor',
    plural: 'Air quality monitors',
    description: 'A station or tube that measures the air, with its yearly mean.',
    shapes: 'P',
    synonyms:
      'air quality monitoring | air monitors | diffusion tubes | air quality monitors | aurn | no2 monitoring | air quality sensors',
    minZoom: 9,
    rankBy: 'annual-mean-ug-m3',
    labelBy: 'pollutant',
    attributes: [
      DEFRA.code('pollutant', 'Pollutant', 'pollutant measured | pollutants | species', {
        codes: codes({
          no2: 'Nitrogen dioxide | NO2',
          pm10: 'PM10',
          'pm2-5': 'PM2.5 | PM25',
          o3: 'Ozone | O3',
          so2: 'Sulphur dioxide | SO2',
        }),
        inTiles: true,
      }),
      DEFRA.decimal(
        'annual-mean-ug-m3',
        'Annual mean',
        'annual mean | mean | concentration | annual mean (ug/m3) | bias adjusted annual mean',
        { unit: 'µg/m³', min: 0, inTiles: true },
      ),
      DEFRA.integer('year', 'Year', 'monitoring year', { min: 1900, max: 2100 }),
      DEFRA.code('monitor-type', 'Kind', 'monitor type | site type | monitoring type | type', {
        codes: codes({
          automatic: 'Automatic | continuous | analyser',
          'diffusion-tube': 'Diffusion tube | tube | passive',
          sensor: 'Sensor | low cost sensor',
        }),
      }),
    ],
  }),
  featureType({
    id: 'environment/ground-hazard',
    title: 'Ground or groundwater hazard',
    plural: 'Ground and groundwater hazards',
    description:
      'Landfill gas, unstable ground, vulnerable groundwater or another hazard below ground.',
    shapes: 'PA',
    synonyms:
      'groundwater vulnerability | landfill gas | ground stability | geohazard | radon | subsidence | geology | bedrock',
    minZoom: 8,
    attributes: [
      BGS.text('hazard', 'Hazard', 'hazard type | feature type | type'),
      BGS.text('class', 'Class', 'vulnerability | risk | rating | score'),
    ],
  }),
  featureType({
    id: 'environment/planting-opportunity',
    title: 'Planting or green infrastructure opportunity',
    plural: 'Planting and green infrastructure opportunities',
    description: 'Land where trees or other green infrastructure would help.',
    shapes: 'PA',
    synonyms:
      'woodland creation | planting opportunities | green infrastructure | ecosystem services | natural capital | tree planting',
    minZoom: 8,
    attributes: [
      FC.text('benefit', 'Benefit', 'ecosystem service | benefits | opportunity type'),
      FC.text('priority', 'Priority', 'opportunity score | sensitivity'),
      areaHa('Natural England designations'),
    ],
  }),
];
