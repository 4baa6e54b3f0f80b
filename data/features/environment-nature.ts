import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, takenFrom } from './define.ts';
import { areaHa } from './recurring.ts';

const NE = takenFrom('Natural England designations');

const DEFRA = takenFrom('Defra');

const OSM = takenFrom('OpenStreetMap');

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
): FeatureType =>
  featureType({
    ...draft,
    shapes: 'PA',
    attributes: [CODE, DESIGNATED, areaHa('Natural England designations')],
  });

/** Sites and habitats protected for nature. */
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
      areaHa('Natural England designations'),
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
      areaHa('Natural England designations'),
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
        'common name | common | common species | vernacular name | species common | english name | species:en | tree name',
      ),
      OSM.decimal('height-m', 'Height', 'tree height | height | height (m) | ht', {
        ...METRES,
        min: 0,
        max: 120,
      }),
      OSM.decimal('girth-m', 'Girth', 'girth | circumference | trunk girth', { ...METRES, min: 0 }),
      OSM.decimal(
        'stem-diameter-mm',
        'Trunk diameter',
        'dbh | stem diameter | dbh_mm | dbh mm | dbh cm | dbh_cm | stem dia | trunk dia | trunk diameter | diameter | diameter_breast_height',
        { unit: 'mm', convertible: { cm: 10, m: 1000 }, min: 0 },
      ),
      OSM.decimal(
        'crown-m',
        'Crown spread',
        'crown spread | crown | canopy spread | diameter_crown | spread',
        { ...METRES, min: 0 },
      ),
      OSM.text('age', 'Age', 'age class | age band | maturity | life stage'),
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
      areaHa('Natural England designations'),
    ],
  }),
];
