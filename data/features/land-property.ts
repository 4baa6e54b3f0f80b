import type { FeatureType } from '#data/schema/feature-type.ts';
import { TENURE, USE_CLASS } from './codes.ts';
import { codes, featureType, HECTARES, POUNDS, SQUARE_METRES, takenFrom } from './define.ts';

const SUPPLY = takenFrom('Housing and employment land supply statements');

const TRANSPARENCY = takenFrom('Local Government Transparency Code: land and buildings');

const HMLR = takenFrom('HM Land Registry INSPIRE index polygons');

const INVEST = takenFrom('ODIN common schema');

const area = (headings = '') =>
  SUPPLY.decimal(
    'area-ha',
    'Area',
    `area | hectares | area (ha) | site area | site area (ha) | area ha | size | gross area | net area${headings}`,
    { ...HECTARES, inTiles: true },
  );

/** Land offered, held and registered. */
export const LAND_PROPERTY: readonly FeatureType[] = [
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
        { unit: 'MVA', convertible: { kVA: 0.001 }, min: 0 },
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
        'assetcode | asset code | property reference | property ref | unique asset identity | unique asset id | unique asset identifier | asset unique id | asset id | ref | reference',
      ),
      TRANSPARENCY.text(
        'name',
        'Name',
        'propertyname | property name | name of the building/land | name of the building or land or both | name of the building or land | building name | site name | asset name | name',
        { inTiles: true },
      ),
      TRANSPARENCY.code('tenure', 'Tenure', 'tenuretype | tenure type | tenure', {
        codes: TENURE,
        inTiles: true,
      }),
      TRANSPARENCY.code('tenure-detail', 'Held as', 'tenuredetail | tenure detail', {
        codes: codes({
          'owner-occupied': 'Owner occupied',
          'leased-in': 'Leased in | leasehold in | ground lease',
          'leased-out': 'Leased out | leasehold out',
          vacant: 'Vacant',
          licence: 'Licence',
          other: 'Other',
        }),
        inTiles: true,
      }),
      TRANSPARENCY.code('holding', 'Holding', 'holdingtype | holding type | land or building', {
        codes: codes({
          land: 'Land | land only',
          building: 'Building | buildings | building only',
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
