import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, POUNDS, takenFrom } from './define.ts';
import { areaHa, POLICY } from './recurring.ts';

const PDP = takenFrom('Planning data');

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
        'permitted development rights | permitted-development-rights | article_4_direction_rules | rights removed | rights withdrawn | classes | pd rights | pdr | pd rights removed | permitted development rights removed | rights restricted',
      ),
      PDP.text('direction', 'Order', 'article_4 | order | direction reference | direction ref'),
      PDP.date(
        'start-date',
        'In force',
        'date_conf | date in force | in force | from_ | date_mak | made_date | date made | confirmed | date confirmed | start date | start_date | date122 | creat_date',
      ),
    ],
  }),
  featureType({
    id: 'planning/tree-preservation-zone',
    title: 'Tree preservation zone',
    plural: 'Tree preservation orders and zones',
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
        'keyval | tpotreeref | tree_no | tree ref | tree id | tree number | code | gis_ref | objectid_1 | ref | reference | id',
      ),
      PDP.text(
        'order-ref',
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
        'made_date | date made | served | order_made | orderyear | date_creat | date_created | date185 | confirmed | start date | date confirmed | confirmation date | confirmed date | conf date | date_conf | date of order | order date | tpo date',
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
      PDP.text('green-belt-core', 'Green belt', 'green-belt-core | green belt core | gb_code'),
      PDP.text('year', 'Edition', 'perf_notes | edition'),
      areaHa('Planning data'),
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
];
