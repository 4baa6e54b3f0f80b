import type { FeatureType } from '#data/schema/feature-type.ts';
import { PLANNING_STATUS, USE_CLASS } from './codes.ts';
import { codes, featureType, HECTARES, SQUARE_METRES, takenFrom } from './define.ts';

const PDP = takenFrom('Planning data');

const SUPPLY = takenFrom('Housing and employment land supply statements');

const area = (headings = '') =>
  SUPPLY.decimal(
    'area-ha',
    'Area',
    `area | hectares | area (ha) | site area | site area (ha) | area ha | size | gross area | net area${headings}`,
    { ...HECTARES, inTiles: true },
  );

const dwellings = (name: string, title: string, headings: string) =>
  SUPPLY.integer(name, title, headings, { min: 0, max: 200_000, inTiles: true });

/** Land plans set aside for building. */
export const LAND_SUPPLY: readonly FeatureType[] = [
  featureType({
    id: 'land/housing-land-site',
    title: 'Housing land site',
    plural: 'Housing land supply',
    description: 'A site a council counts in its supply of land for homes.',
    shapes: 'PA',
    synonyms:
      'housing land supply | shlaa | housing sites | strategic housing land availability | baseline housing land supply | five year supply | shelaa | housing land availability | call for sites',
    minZoom: 9,
    rankBy: 'dwellings-max',
    labelBy: 'dwellings-max',
    attributes: [
      SUPPLY.text(
        'reference',
        'Site reference',
        'site ref | shlaa ref | site reference | shlaa reference | site id | siteref | ref | reference | id',
      ),
      area(),
      dwellings(
        'dwellings-min',
        'Dwellings at least',
        'min dwellings | minimum dwellings | dwellings min | minimum-net-dwellings',
      ),
      dwellings(
        'dwellings-max',
        'Dwellings',
        'dwellings | capacity | max dwellings | units | homes | total dwellings | net dwellings | number of dwellings | housing capacity | site capacity | maximum-net-dwellings',
      ),
      SUPPLY.integer(
        'dwellings-built',
        'Dwellings built',
        'completions | completed | dwellings completed | built',
        { min: 0 },
      ),
      SUPPLY.text(
        'delivery-period',
        'Delivery',
        'delivery period | phasing | period | timescale | delivery timescale | years',
      ),
      SUPPLY.code(
        'planning-status',
        'Planning status',
        'planning status | planning permission status | permission status | status',
        { codes: PLANNING_STATUS, inTiles: true },
      ),
      SUPPLY.code(
        'land-type',
        'Land type',
        'land type | brownfield/greenfield | greenfield/brownfield | pdl',
        {
          codes: codes({
            brownfield: 'Brownfield | previously developed | PDL | BF',
            greenfield: 'Greenfield | GF',
            mixed: 'Mixed',
          }),
          inTiles: true,
        },
      ),
    ],
  }),
  featureType({
    id: 'land/employment-allocation',
    title: 'Employment allocation',
    plural: 'Employment land and allocations',
    description: 'Land or buildings for offices, industry or warehousing.',
    shapes: 'PA',
    synonyms:
      'employment land | employment allocation | employment sites | industrial sites | business parks | office supply | industry and warehousing supply | enterprise zones',
    minZoom: 9,
    rankBy: 'floorspace-m2',
    attributes: [
      area(),
      SUPPLY.decimal(
        'floorspace-m2',
        'Floor space',
        'floorspace | floor space | floorspace (sqm) | sqm | gross floorspace | gia | floor area',
        { ...SQUARE_METRES, inTiles: true },
      ),
      SUPPLY.list(
        'use-class',
        'Use classes',
        'use class | use classes | useclass | use | proposed use',
        { codes: USE_CLASS },
      ),
      SUPPLY.text('delivery-period', 'Delivery', 'delivery period | phasing | timescale'),
      SUPPLY.code('planning-status', 'Planning status', 'planning status | status', {
        codes: PLANNING_STATUS,
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'land/plan-allocation',
    title: 'Plan allocation',
    plural: 'Plan allocations',
    description: 'Land a local or joint plan sets aside for a use.',
    shapes: 'A',
    synonyms:
      'allocations | site allocations | local plan allocations | places for everyone | plan allocation | pfe allocations | gmsf allocations | policies map',
    equivalents: { planningData: 'site-allocation' },
    minZoom: 8,
    rankBy: 'area-ha',
    attributes: [
      PDP.text('plan', 'Plan', 'plan name | development plan | local plan | plan ref'),
      PDP.text('policy', 'Policy', 'policy ref | policy reference | policy number | policy_no'),
      PDP.list(
        'use-class',
        'Use',
        'use class | allocated use | allocation type | proposed use | use',
        { codes: USE_CLASS },
      ),
      area(),
      dwellings(
        'dwellings-max',
        'Dwellings',
        'dwellings | capacity | homes | units | indicative dwellings',
      ),
      PDP.decimal(
        'floorspace-m2',
        'Floor space',
        'floorspace | floor space | employment floorspace',
        SQUARE_METRES,
      ),
    ],
  }),
  featureType({
    id: 'land/gypsy-traveller-site',
    title: 'Gypsy and Traveller site',
    plural: 'Gypsy and Traveller sites',
    description: 'A site for Gypsies, Travellers or travelling showpeople.',
    shapes: 'PA',
    synonyms: 'gypsy and traveller sites | traveller sites | gypsy traveller',
    equivalents: { planningData: 'gypsy-and-traveller-site' },
    minZoom: 10,
    attributes: [
      PDP.integer('pitches', 'Pitches', 'number of pitches | plots', { min: 0 }),
      area(),
    ],
  }),
];
