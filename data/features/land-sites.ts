import type { FeatureType } from '#data/schema/feature-type.ts';
import { PLANNING_STATUS, TENURE } from './codes.ts';
import { codes, featureType, from, HECTARES, POUNDS, SQUARE_METRES } from './define.ts';

const PDP = from('Planning data');
const SUPPLY = from('Housing and employment land supply statements');
const TRANSPARENCY = from('Local Government Transparency Code: land and buildings');
const HMLR = from('HM Land Registry INSPIRE index polygons');
const INVEST = from('ODIN common schema');

/** Use classes of England since 1 September 2020, with the older letters registers still carry. */
const USE_CLASS = codes({
  b2: 'B2 general industrial | B2 | general industrial | industrial',
  b8: 'B8 storage and distribution | B8 | storage and distribution | warehousing | logistics | distribution',
  c1: 'C1 hotels | C1 | hotel',
  c2: 'C2 residential institutions | C2 | C2A | care | residential institution',
  c3: 'C3 dwellings | C3 | housing | residential | dwellings',
  c4: 'C4 small houses in multiple occupation | C4 | HMO',
  e: 'E commercial, business and service | E | class e | A1 | A2 | A3 | B1 | B1a | B1b | B1c | D1 | E(g) | offices | office | retail | light industrial | research and development',
  f1: 'F1 learning and institutions | F1 | education',
  f2: 'F2 local community | F2 | community | D2',
  'sui-generis': 'Sui generis | SG | A4 | A5 | other',
  mixed: 'Mixed use | mixed',
});

const area = (headings = '') =>
  SUPPLY.decimal(
    'area-ha',
    'Area',
    `area | hectares | area (ha) | site area | site area (ha) | area ha | size | gross area | net area${headings}`,
    { ...HECTARES, inTiles: true },
  );

const dwellings = (name: string, title: string, headings: string) =>
  SUPPLY.integer(name, title, headings, { min: 0, max: 200_000, inTiles: true });

/** Land for building, buying and knowing who holds it. */
export const LAND_SITES: readonly FeatureType[] = [
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
    id: 'land/employment-site',
    title: 'Employment land',
    plural: 'Employment land',
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
    id: 'land/traveller-site',
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
  featureType({
    id: 'land/investment-site',
    title: 'Investment site',
    plural: 'Investment sites',
    description: 'A site offered for investment or development.',
    shapes: 'PA',
    synonyms:
      'investment sites | investment opportunities | development sites | sites for sale | opportunity sites | inward investment | available sites',
    minZoom: 8,
    rankBy: 'area-ha',
    labelBy: 'area-ha',
    attributes: [
      INVEST.text('promoter', 'Promoter', 'agent | promoted by | marketed by | site promoter'),
      INVEST.code('tenure', 'Tenure', 'tenure type | tenuretype', { codes: TENURE, inTiles: true }),
      INVEST.list(
        'use-class',
        'Use classes',
        'use class | use classes | uses | suitable for | permitted use | proposed use',
        { codes: USE_CLASS },
      ),
      area(' | plot size'),
      INVEST.decimal(
        'floorspace-m2',
        'Floor space',
        'floorspace | floor space | floor area | building size | sqm',
        { ...SQUARE_METRES, inTiles: true },
      ),
      INVEST.decimal('price-gbp', 'Price', 'price | guide price | asking price | value', {
        ...POUNDS,
        min: 0,
      }),
      INVEST.decimal(
        'power-mva',
        'Power available',
        'power available | electrical capacity | available power | power',
        { unit: 'MVA', convertible: { kva: 0.001 }, min: 0 },
      ),
      INVEST.list('utilities', 'Utilities', 'utilities available | services | utilities on site'),
      INVEST.url('contact-url', 'Contact', 'contact url | contact | enquiries'),
    ],
  }),
  featureType({
    id: 'land/public-land',
    title: 'Public land or building',
    plural: 'Public land and buildings',
    description: 'Land or a building a public body owns or leases, from its transparency list.',
    shapes: 'PA',
    synonyms:
      'land and building assets | local authority land | council land | public land | asset register | land and property | council owned land | land_and_building_assets | property assets',
    minZoom: 10,
    rankBy: 'land-area-ha',
    attributes: [
      TRANSPARENCY.text(
        'reference',
        'Asset code',
        'assetcode | asset code | property reference | property ref | unique asset identity | asset id | ref | reference',
      ),
      TRANSPARENCY.text(
        'name',
        'Name',
        'propertyname | property name | name of the building or land | building name | site name | asset name | name',
        { inTiles: true },
      ),
      TRANSPARENCY.code('tenure', 'Tenure', 'tenuretype | tenure type | tenure', {
        codes: TENURE,
        inTiles: true,
      }),
      TRANSPARENCY.code('tenure-detail', 'Held as', 'tenuredetail | tenure detail', {
        codes: codes({
          'owner-occupied': 'Owner occupied',
          'leased-in': 'Leased in | leasehold in',
          'leased-out': 'Leased out | leasehold out',
          vacant: 'Vacant',
          licence: 'Licence',
          other: 'Other',
        }),
        inTiles: true,
      }),
      TRANSPARENCY.code('holding', 'Holding', 'holdingtype | holding type | land or building', {
        codes: codes({
          land: 'Land',
          building: 'Building | buildings',
          both: 'Land and buildings | land/buildings | both',
        }),
        inTiles: true,
      }),
      TRANSPARENCY.text(
        'asset-use',
        'Use',
        'otherdetail | other detail | asset use | purpose | purpose for which asset is held | asset category | asset type | use',
      ),
      TRANSPARENCY.decimal(
        'land-area-ha',
        'Land area',
        'landarea | land area | land area (ha) | site area | size of asset | area | hectares',
        HECTARES,
      ),
      TRANSPARENCY.decimal(
        'building-size-m2',
        'Building size',
        'buildingsize | building size | gross internal area | gia | floor area',
        SQUARE_METRES,
      ),
      TRANSPARENCY.text(
        'energy-rating',
        'Energy rating',
        'energyrating | energy rating | dec rating | epc rating | epc',
      ),
      TRANSPARENCY.text(
        'street-number',
        'Street number',
        'streetnumber | street number | house number',
      ),
      TRANSPARENCY.text(
        'stated-crs',
        'Coordinate system stated',
        'coordinatereferencesystem | coordinate reference system',
      ),
    ],
  }),
  featureType({
    id: 'land/title-parcel',
    title: 'Registered title parcel',
    plural: 'Registered title parcels',
    description: 'The indicative extent of a registered title.',
    shapes: 'A',
    synonyms:
      'title boundaries | inspire index polygons | land registry parcels | cadastral parcels | title parcel | title boundary',
    equivalents: { planningData: 'title-boundary', inspire: 'cp:CadastralParcel' },
    minZoom: 13,
    attributes: [
      HMLR.text(
        'reference',
        'INSPIRE id',
        'inspireid | inspire id | inspire_id | nationalcadastralreference | label | reference',
        { required: true },
      ),
      HMLR.code('tenure', 'Tenure', 'estate interest', { codes: TENURE, inTiles: true }),
      HMLR.text('title-number', 'Title number', 'title no | title_no'),
    ],
  }),
];
