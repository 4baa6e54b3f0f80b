import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, from, HECTARES, METRES, POUNDS } from './define.ts';

const PDP = from('Planning data');
const DEFRA = from('Defra UK-AIR AQMA');
const MRA = from('Mining Remediation Authority');

const DESIGNATED: Attribute = PDP.date(
  'designation-date',
  'Designated',
  'designation date | designated | date designated | designated_date | desig_date | date_of_de | date of designation | adoption date | adopted',
);
const AREA: Attribute = PDP.decimal(
  'area-ha',
  'Area',
  'area | hectares | area (ha) | area_ha | site area',
  HECTARES,
);
const POLICY: Attribute = PDP.text(
  'policy',
  'Policy',
  'policy ref | policy reference | policy number | plan policy',
);

/** A designation that carries little beyond its name, its dates and its policy. */
const simple = (
  draft: Omit<Parameters<typeof featureType>[0], 'attributes' | 'shapes'>,
): FeatureType => featureType({ ...draft, shapes: 'PA', attributes: [DESIGNATED, POLICY, AREA] });

/** Policy: what limits or steers building. */
export const PLANNING_POLICY: readonly FeatureType[] = [
  featureType({
    id: 'planning/article-4-direction',
    title: 'Article 4 direction',
    plural: 'Article 4 directions',
    description: 'An area in which some works need permission they would not need elsewhere.',
    shapes: 'PA',
    synonyms:
      'article 4 | article 4 direction | article 4 direction area | article4 | art4 | art4_hmo | hmo article 4',
    equivalents: { planningData: 'article-4-direction-area' },
    minZoom: 8,
    attributes: [
      PDP.text(
        'name',
        'Name',
        'name_ | location_1 | summary | dev_type | article_4_direction | article 4 direction | title | address | name',
        { inTiles: true },
      ),
      PDP.list(
        'permitted-development-rights',
        'Rights withdrawn',
        'permitted development rights | permitted-development-rights | article_4_direction_rules | rights removed | rights withdrawn | classes',
      ),
      PDP.text(
        'direction',
        'Direction',
        'article-4-direction | article_4 | direction reference | direction ref',
      ),
      PDP.date(
        'start-date',
        'In force',
        'date_conf | date in force | in force | from_ | date_mak | made_date | date made | confirmed | date confirmed | start date | start_date | date122 | creat_date',
      ),
    ],
  }),
  featureType({
    id: 'planning/tree-preservation-order',
    title: 'Tree preservation order',
    plural: 'Tree preservation orders',
    description: 'A tree, group, area or woodland protected by order.',
    shapes: 'PA',
    synonyms:
      'tree preservation orders | tpo | tree preservation zone | protected trees | env_tpo_tree | tpo zones | tpo trees',
    equivalents: { planningData: 'tree-preservation-zone' },
    minZoom: 11,
    labelBy: 'zone-type',
    attributes: [
      PDP.text(
        'reference',
        'Reference',
        'keyval | tpotreeref | tree_no | tree number | code | gis_ref | objectid_1 | ref | reference | id',
      ),
      PDP.text(
        'order',
        'Order',
        'tporef | tpo | tpo_no | tpo_number | tpo number | tpo ref | tpo reference | orderref | refval | tree-preservation-order | order reference | order number',
      ),
      PDP.code(
        'zone-type',
        'Kind',
        'tree-preservation-zone-type | tpo_type | tpo type | tptreecat | zone type | treetype | tree type | type',
        {
          codes: codes({
            tree: 'Tree | individual | T | individual tree',
            group: 'Group | G | group of trees',
            area: 'Area | A',
            woodland: 'Woodland | W',
          }),
          inTiles: true,
        },
      ),
      PDP.list(
        'species',
        'Species',
        'species | spec_name | species_1_name | tree species | tree-species-list | tree-species',
      ),
      PDP.date(
        'start-date',
        'Made',
        'made_date | date made | served | order_made | orderyear | date_creat | date_created | date185 | confirmed | start date',
      ),
      PDP.url(
        'document-url',
        'Order document',
        'tpo_docume | tpo document | order document | document url',
      ),
    ],
  }),
  featureType({
    id: 'planning/green-belt',
    title: 'Green belt',
    plural: 'Green belt',
    description: 'Land kept open by national green belt policy.',
    shapes: 'A',
    synonyms: 'green belt | greenbelt | england_green_belt | green belt boundary',
    equivalents: { planningData: 'green-belt' },
    minZoom: 6,
    attributes: [
      PDP.text(
        'green-belt-core',
        'Green belt',
        'green-belt-core | gb_name | green belt name | gb_code',
      ),
      PDP.text('year', 'Edition', 'perf_notes | edition'),
      AREA,
    ],
  }),
  featureType({
    id: 'planning/air-quality-management-area',
    title: 'Air quality management area',
    plural: 'Air quality management areas',
    description: 'An area in which a limit for a pollutant of the air is not met.',
    shapes: 'A',
    synonyms:
      'aqma | air quality management areas | air quality management | inspire_aqma | uk-air aqma | air quality areas',
    equivalents: { planningData: 'air-quality-management-area' },
    minZoom: 7,
    attributes: [
      DEFRA.list('pollutants', 'Pollutants', 'pollutant | pollutants declared', {
        codes: codes({
          no2: 'Nitrogen dioxide | NO2 | nitrogen dioxide no2',
          pm10: 'Particulates PM10 | PM10',
          'pm2-5': 'Fine particulates PM2.5 | PM2.5',
          so2: 'Sulphur dioxide | SO2',
          benzene: 'Benzene',
        }),
      }),
      DEFRA.date(
        'declared-date',
        'Declared',
        'date declared | declared | date_declared | order date',
      ),
      DEFRA.date('revoked-date', 'Revoked', 'date revoked | revoked | date_revoked'),
    ],
  }),
  featureType({
    id: 'planning/coal-risk-area',
    title: 'Coal mining risk area',
    plural: 'Coal mining risk areas',
    description: 'An area in which past coal mining may affect building.',
    shapes: 'PA',
    synonyms:
      'coal development high risk area | coal mining risk | coal authority | high risk development area | mine entries | coal mining reporting area | surface coal resource',
    equivalents: { planningData: 'coal-mining-high-risk-area' },
    minZoom: 8,
    attributes: [
      MRA.code('risk', 'Risk', 'risk area | risk level | hazard | feature type', {
        codes: codes({
          high: 'High risk area | high | development high risk area',
          low: 'Low risk area | low | standing advice',
          'mine-entry': 'Mine entry | shaft | adit',
          'shallow-workings':
            'Probable shallow workings | shallow workings | past shallow coal mine workings',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'planning/protected-view',
    title: 'Protected view',
    plural: 'Protected views',
    description: 'A view, or the land beneath it, kept clear of tall building.',
    shapes: 'PLA',
    synonyms: 'protected views | strategic views | sight lines | viewing corridors | view cones',
    equivalents: { planningData: 'protected-view' },
    minZoom: 9,
    attributes: [
      PDP.text('viewpoint', 'Viewpoint', 'view point | viewed from'),
      PDP.decimal('height-limit-m', 'Height limit', 'height limit | threshold height', METRES),
      POLICY,
    ],
  }),
  featureType({
    id: 'planning/cil-charging-zone',
    title: 'Community infrastructure levy zone',
    plural: 'Community infrastructure levy zones',
    description: 'An area with its rate of community infrastructure levy.',
    shapes: 'A',
    synonyms: 'community infrastructure levy | cil | cil zones | charging zones | cil schedule',
    equivalents: { planningData: 'community-infrastructure-levy-schedule' },
    minZoom: 8,
    attributes: [
      PDP.decimal('rate-gbp-m2', 'Rate', 'rate | cil rate | charge | rate per sqm | levy', {
        ...POUNDS,
        unit: '£/m²',
        min: 0,
        inTiles: true,
      }),
      PDP.text('development-type', 'For', 'development type | use | use class'),
    ],
  }),
  featureType({
    id: 'planning/asset-of-community-value',
    title: 'Asset of community value',
    plural: 'Assets of community value',
    description: 'A building or land listed because it serves the community.',
    shapes: 'PA',
    synonyms: 'assets of community value | acv | community right to bid | community assets',
    equivalents: { planningData: 'asset-of-community-value' },
    minZoom: 11,
    attributes: [
      PDP.text('nominated-by', 'Nominated by', 'nominator | nominating group | nominating body'),
      PDP.date('start-date', 'Listed', 'date listed | listed date | date of listing | date added'),
      PDP.date(
        'end-date',
        'Listing ends',
        'expiry date | expires | listing expires | date listing ends',
      ),
      PDP.text('outcome', 'Outcome', 'decision | listing status'),
    ],
  }),
  featureType({
    id: 'planning/major-hazard-site',
    title: 'Major accident hazard site',
    plural: 'Major accident hazard sites',
    description:
      'A site under the control of major accident hazards rules, or a nuclear safety zone.',
    shapes: 'PA',
    synonyms:
      'comah | control of major accident hazards | major hazard sites | nuclear safety zone | hazardous substances consent | comah sites',
    equivalents: { planningData: 'control-of-major-accident-hazards-site' },
    minZoom: 9,
    attributes: [
      PDP.code('tier', 'Tier', 'comah tier | site tier', {
        codes: codes({
          upper: 'Upper tier | upper | top tier',
          lower: 'Lower tier | lower',
          nuclear: 'Nuclear',
        }),
        inTiles: true,
      }),
    ],
  }),
  simple({
    id: 'planning/local-green-space',
    title: 'Local green space',
    plural: 'Local green spaces',
    description: 'Green land of special value to a community, protected by a plan.',
    synonyms: 'local green space | local green spaces | protected green space',
    equivalents: { planningData: 'local-green-space' },
    minZoom: 10,
  }),
  simple({
    id: 'planning/metropolitan-open-land',
    title: 'Metropolitan open land',
    plural: 'Metropolitan open land',
    description: 'Open land in London protected as green belt is.',
    synonyms: 'metropolitan open land | mol | protected open land | other protected open land',
    equivalents: { planningData: 'metropolitan-open-land' },
    minZoom: 9,
  }),
  simple({
    id: 'planning/mineral-safeguarding-area',
    title: 'Mineral safeguarding area',
    plural: 'Mineral safeguarding areas',
    description: 'Land under which minerals are kept from being built over.',
    synonyms:
      'mineral safeguarding | mineral safeguarding areas | msa | minerals safeguarding area',
    equivalents: { planningData: 'mineral-safeguarding-area' },
    minZoom: 8,
  }),
  simple({
    id: 'planning/aerodrome-safeguarding',
    title: 'Aerodrome safeguarding',
    plural: 'Aerodrome safeguarding and public safety zones',
    description: 'Land round an airport on which height or use is limited.',
    synonyms:
      'aerodrome safeguarding | safeguarded aerodrome | public safety zone | psz | airport safeguarding',
    equivalents: { planningData: 'safeguarded-aerodrome' },
    minZoom: 8,
  }),
  simple({
    id: 'planning/design-code-area',
    title: 'Design code area',
    plural: 'Design code areas',
    description: 'An area with its own code for how buildings should look.',
    synonyms: 'design code | design code areas | special character area',
    equivalents: { planningData: 'design-code-area' },
    minZoom: 9,
  }),
  simple({
    id: 'planning/local-plan-area',
    title: 'Plan area',
    plural: 'Local and neighbourhood plan areas',
    description: 'The ground a local or neighbourhood plan covers.',
    synonyms:
      'local plan boundary | neighbourhood plan area | neighbourhood areas | plan boundary | neighbourhood forum area | central activities zone',
    equivalents: { planningData: 'local-plan-boundary' },
    minZoom: 7,
  }),
];
