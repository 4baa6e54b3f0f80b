import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, from, HECTARES, METRES } from './define.ts';

const NE = from('Natural England designations');
const DEFRA = from('Defra');
const FC = from('Forestry Commission');
const OSM = from('OpenStreetMap');
const BGS = from('British Geological Survey');

const AREA: Attribute = NE.decimal(
  'area-ha',
  'Area',
  'area | hectares | area (ha) | area_ha | sssi_area | gis_area | measure',
  HECTARES,
);
const DESIGNATED: Attribute = NE.date(
  'designation-date',
  'Designated',
  'designation date | date designated | notified | notif_date | declared | declaration date | lnr_date',
);
const CODE: Attribute = NE.text(
  'reference',
  'Reference',
  'ensis_id | ref_code | site code | sitecode | sac_code | spa_code | code | ref | reference | gid | id',
);

const reserve = (
  draft: Omit<Parameters<typeof featureType>[0], 'attributes' | 'shapes'>,
): FeatureType => featureType({ ...draft, shapes: 'PA', attributes: [CODE, DESIGNATED, AREA] });

/** Nature, trees, soil, air and noise. */
export const ENVIRONMENT_NATURE: readonly FeatureType[] = [
  featureType({
    id: 'environment/sssi',
    title: 'Site of special scientific interest',
    plural: 'Sites of special scientific interest',
    description: 'A site protected for its wildlife or geology.',
    shapes: 'PA',
    synonyms: 'sssi | sites of special scientific interest | sssi_england | sssi units',
    equivalents: {
      planningData: 'site-of-special-scientific-interest',
      inspire: 'ps:ProtectedSite',
    },
    minZoom: 6,
    attributes: [
      NE.text('name', 'Name', 'sssi_name | sssi name | site name | name', { inTiles: true }),
      CODE,
      NE.code('condition', 'Condition', 'condition | unit condition', {
        codes: codes({
          favourable: 'Favourable',
          recovering: 'Unfavourable recovering | recovering',
          'no-change': 'Unfavourable no change | no change',
          declining: 'Unfavourable declining | declining',
          destroyed: 'Destroyed | part destroyed',
        }),
        inTiles: true,
      }),
      DESIGNATED,
      AREA,
    ],
  }),
  reserve({
    id: 'environment/special-area-of-conservation',
    title: 'Special area of conservation',
    plural: 'Special areas of conservation',
    description: 'A site protected for habitats of international value.',
    synonyms: 'sac | special areas of conservation | special area of conservation',
    equivalents: { planningData: 'special-area-of-conservation' },
    minZoom: 6,
  }),
  reserve({
    id: 'environment/special-protection-area',
    title: 'Special protection area',
    plural: 'Special protection areas',
    description: 'A site protected for its birds.',
    synonyms: 'spa | special protection areas | special protection area',
    equivalents: { planningData: 'special-protection-area' },
    minZoom: 6,
  }),
  reserve({
    id: 'environment/ramsar',
    title: 'Ramsar wetland',
    plural: 'Ramsar wetlands',
    description: 'A wetland of international importance.',
    synonyms: 'ramsar | ramsar sites',
    equivalents: { planningData: 'ramsar' },
    minZoom: 6,
  }),
  reserve({
    id: 'environment/nature-reserve',
    title: 'Nature reserve',
    plural: 'National and local nature reserves',
    description: 'A national or local nature reserve, or a site of biological importance.',
    synonyms:
      'local nature reserves | national nature reserves | lnr | nnr | sites of biological importance | sbi | local wildlife sites | nature reserves',
    equivalents: { planningData: 'local-nature-reserve', osm: 'leisure=nature_reserve' },
    minZoom: 8,
  }),
  featureType({
    id: 'environment/ancient-woodland',
    title: 'Ancient woodland',
    plural: 'Ancient woodland',
    description: 'Woodland that has stood since at least 1600.',
    shapes: 'A',
    synonyms:
      'ancient woodland | ancient woodlands | national forest inventory | woodland | woodlands',
    equivalents: { planningData: 'ancient-woodland', osm: 'natural=wood' },
    minZoom: 8,
    attributes: [
      NE.code(
        'woodland-status',
        'Status',
        'ancient-woodland-status | status | themname | theme | woodland type',
        {
          codes: codes({
            asnw: 'Ancient and semi-natural | ancient & semi-natural woodland | ASNW',
            paws: 'Replanted ancient woodland | ancient replanted woodland | PAWS | ARW',
            'wood-pasture': 'Ancient wood pasture | AWP',
            infilled: 'Infilled | IAWPP',
            other: 'Other woodland | woodland | broadleaved | conifer',
          }),
          inTiles: true,
        },
      ),
      AREA,
    ],
  }),
  featureType({
    id: 'environment/tree',
    title: 'Tree',
    plural: 'Trees',
    description: 'A single tree in a council’s record.',
    shapes: 'P',
    synonyms:
      'trees | street trees | highways trees | highways_trees | tree inventory | veteran trees | ancient trees',
    equivalents: { planningData: 'tree', osm: 'natural=tree' },
    minZoom: 13,
    labelBy: 'species',
    attributes: [
      OSM.text(
        'reference',
        'Tree number',
        'treeid | tree id | tree_id | tree number | tree no | treeno | tag | ref | reference | id',
      ),
      OSM.text(
        'species',
        'Species',
        'species | tree species | latin name | scientific name | botanical name | treespecies | spec_name | species latin',
        { inTiles: true },
      ),
      OSM.text(
        'common-name',
        'Common name',
        'common name | species common | english name | species:en | tree name',
      ),
      OSM.decimal('tree-height-m', 'Height', 'tree height | height | height (m) | ht', {
        ...METRES,
        min: 0,
        max: 120,
      }),
      OSM.decimal('girth-m', 'Girth', 'girth | circumference | trunk girth', { ...METRES, min: 0 }),
      OSM.decimal(
        'stem-diameter-mm',
        'Trunk diameter',
        'dbh | stem diameter | trunk diameter | diameter_breast_height',
        { unit: 'mm', convertible: { cm: 10, m: 1000 }, min: 0 },
      ),
      OSM.decimal(
        'crown-m',
        'Crown spread',
        'crown spread | crown | canopy spread | diameter_crown | spread',
        { ...METRES, min: 0 },
      ),
      OSM.text('age', 'Age', 'age class | maturity | life stage'),
      OSM.text('street', 'Street', 'street name | road | road name | street'),
    ],
  }),
  featureType({
    id: 'environment/nature-recovery-area',
    title: 'Nature recovery or biodiversity gain site',
    plural: 'Nature recovery and biodiversity gain sites',
    description: 'Land where nature is to be restored, or that sells biodiversity units.',
    shapes: 'A',
    synonyms:
      'local nature recovery | lnrs | biodiversity net gain | bng | biodiversity gain sites | habitat network | nature improvement area | priority habitat',
    equivalents: { planningData: 'biodiversity-gain-site' },
    minZoom: 8,
    attributes: [
      DEFRA.list('habitats', 'Habitats', 'habitat | habitat type | main habitat | mainhabs'),
      DEFRA.decimal(
        'units',
        'Biodiversity units',
        'biodiversity units | bng units | units available',
        { min: 0 },
      ),
      AREA,
    ],
  }),
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
      AREA,
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
      'noise contours | noise mapping | noise action planning important areas | road noise | rail noise | strategic noise',
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
      AREA,
    ],
  }),
];
