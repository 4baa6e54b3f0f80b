import type { Attribute } from '#data/schema/attribute.ts';
import { SEWER_SYSTEM } from './codes.ts';
import { HECTARES, takenFrom } from './define.ts';

const PDP = takenFrom('Planning data');
const DNO = takenFrom('DNO Long Term Development Statement');
const NHLE = takenFrom('National Heritage List for England');
const OPENMAP = takenFrom('OS OpenMap Local');
const SEWER = takenFrom('INSPIRE us-net-sw');

/** Stated area of a site or designation. */
export const areaHa = (standard: string): Attribute =>
  takenFrom(standard).decimal(
    'area-ha',
    'Area',
    'area | hectares | area (ha) | area_ha | site area | site_area_hectares | gis_area | sssi_area | measure',
    HECTARES,
  );

/** When a designation began. */
export const DESIGNATED: Attribute = PDP.date(
  'designation-date',
  'Designated',
  'designation_date | designation date | designationdate | date designated | designated | designated_date | desig_date | desi_date | date_of_de | date of designation | designatio | date_desig | desigdate | designated on | date_conf | confirmed',
);

/** Policy that a designation or allocation comes from. */
export const POLICY: Attribute = PDP.text(
  'policy',
  'Policy',
  'policy ref | policy reference | policy number | plan policy',
);

/** Number of the National Heritage List, as the record's reference. */
export const LIST_ENTRY: Attribute = NHLE.text(
  'reference',
  'List entry',
  'listentry | list entry | list_entry | list entry number | list entry no | listentryn | nhle | nhle id | he_entry | he ref | uid | entry number | legacy uid | ref | reference | id',
);

/** What a sewer, manhole or outfall carries. */
export const SYSTEM_OF_PIPE: Attribute = SEWER.code(
  'system',
  'Carries',
  'system | sewer type | purpose | sewer_type | sewerwatertype | sewer use | use | function | water type | content | pipe use',
  { codes: SEWER_SYSTEM, inTiles: true },
);

/** Area in which one company distributes electricity. */
export const LICENCE_AREA: Attribute = DNO.text(
  'licence-area',
  'Licence area',
  'licence area | license area | licensearea | dno area | dno licence area | region | gsp group',
);

/** Water or sewerage company. */
export const WATER_COMPANY: Attribute = takenFrom('Environment Agency').text(
  'company',
  'Company',
  'company | water company | water_company | company name | sewerage undertaker | watersiteowner',
);

/** Theme of an important building in OS OpenMap Local. */
export const BUILDING_THEME: Attribute = OPENMAP.text(
  'building-theme',
  'Building theme',
  'buildgthem | building theme',
);

/** Ordnance Survey's number for a kind of feature. */
export const FEATURE_CODE: Attribute = OPENMAP.integer(
  'feature-code',
  'OS feature code',
  'featcode | feature code',
);
