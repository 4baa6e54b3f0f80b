import type { Attribute } from '#data/schema/attribute.ts';
import { LIFECYCLE } from './codes.ts';
import { codes, METRES, takenFrom } from './define.ts';
import { censusColumns } from './vintages.ts';

const PDP = takenFrom('Planning data');
const OS = takenFrom('OS open identifiers');
const OSM = takenFrom('OpenStreetMap');
const INSPIRE = takenFrom('INSPIRE utility networks');
const ONS = takenFrom('ONS names and codes');

/**
 * Attributes every feature may carry, in the order a card shows them.
 *
 * A feature type's own attribute of the same name replaces the one here, and a heading a type claims is
 * its own: see `attributesOf`. Source: ODIN common schema (docs/schema.md).
 */
export const ENVELOPE: readonly Attribute[] = [
  PDP.text(
    'reference',
    'Reference',
    'ref | id | code | uid | unique id | unique_ref | refval | keyval | ukeyval | int_id | gis_ref | gisref | gisid | gis id | ogc_fid | objectid | fid | qgs_fid | mi_prinx | globalid | gml_id | layerreference | asset id | asset_id | assetid | asset code | assetcode | asset no | asset number | asset ref | feature id | feature_id | featureid | feature_no | facility id | facilityid | identifier | local id | site id | site ref | ref no | ref_no | reference number | reference no | record id | @id | orn | planningsystemid',
  ),
  PDP.text(
    'name',
    'Name',
    'title | site_name | sitename | site name | s_name | name_ | nm | label | asset name | assetname | distname | distname1 | distinctivename1 | name1 | site | project name | scheme name | text | common name | addressinfo.title | location name | facility name | place name | full name | odp_name | locationtext',
    { inTiles: true },
  ),
  PDP.text(
    'description',
    'Description',
    'descript | descriptio | desc | desc_ | full_desc | details | detail | summary | descriptn | long description | feature description',
  ),
  PDP.text(
    'notes',
    'Notes',
    'note | comment | comments | remarks | remark | more_information | more information | more_infor | further information | other information | additional information | additional notes | policy',
  ),
  PDP.text(
    'organisation',
    'Organisation',
    'organisationuri | organisation uri | organisationlabel | organisation label | organisation name | organization | organisati | provider | data provider | data owner | publisher | publisher uri | publisher label | service | council name | orglabel',
    { description: 'The body responsible for the record.' },
  ),
  OSM.text(
    'owner',
    'Owner',
    'owned by | owner name | asset owner | assetowner | landowner | land owner | proprietor | ownership name',
  ),
  OSM.text(
    'operator',
    'Operator',
    'operated by | operator name | operator (or applicant) | run by | company | provider name | managed by | maintained by | maintainer | asset maintainer | device controller name | licence holder | lic_holder | permit holder | dno | dno name | dno_name | network operator | operating company | management',
  ),
  INSPIRE.code(
    'lifecycle-status',
    'Lifecycle',
    'status | lifecycle | lifecycle status | life cycle status | state | condition of facility | development status | development status (short) | asset status | operational status | current status | stage | status description | chargedevicestatus | establishmentstatus (name) | establishment status',
    { codes: LIFECYCLE, inTiles: true },
  ),
  PDP.date(
    'start-date',
    'Start date',
    'startdate | start_date | startd | date from | from date | from_ | opened | date opened | dateopened | open date | opening date | opendate | commissioned | date commissioned | commissioning date | install date | installed | installation date | inst_date | date laid | datelaid | year laid | laid | date installed | built | year built | construction date | made_date | created | creation date | creationdatetime | date created | date_creat | datecreated | creat_date | whencreate | effectivedate | effective date | effective_date | valid from | validfrom',
  ),
  PDP.date(
    'end-date',
    'End date',
    'enddate | end_date | date to | to date | closed | date closed | date_closed | close date | closing date | dateclosed | removeddate | removed date | date removed | daterem | expiry date | expiry_dat | expires | decommissioned | date decommissioned | ceased | ceasedd | revoked | valid to | validto',
  ),
  PDP.date(
    'entry-date',
    'Record updated',
    'entrydate | entry_date | amenddate | amend date | amended | date_modif | datemodified | date_modified | date modified | modified | modification date | modificationdatetime | last updated | lastupdated | last update | lastupdateddate | last_updated | updated | date updated | updated date | record last updated | record last updated (dd/mm/yyyy) | gis_date | editdate | edit date | last_edited_date | extractdate | extract date | capture date | timestamp | as at',
  ),
  PDP.url(
    'documentation-url',
    'Web page',
    'documentation url | hyperlink | hyper_link | website | web site | web page | webpage | weblink | web link | link | url | uri | hotlink | more info | moreinfo | info url | homepage | documentsurl | con_doc1 | listing_de | information url | web address',
  ),
  PDP.url(
    'document-url',
    'Document',
    'document url | document | document link | documenturl | doc url | pdf | pdf link | plan url | con_doc2 | file link | map url | mapurl',
  ),
  OS.text(
    'uprn',
    'UPRN',
    'unique property reference number | uprn_1 | uprn number | property ref | property reference | blpu uprn | os uprn',
    { description: 'Unique property reference number, up to 12 digits.' },
  ),
  OS.text(
    'usrn',
    'USRN',
    'unique street reference number | street ref | street reference | street usrn | nsg ref | nsgref',
    { description: 'Unique street reference number, up to 8 digits.' },
  ),
  OS.text('toid', 'TOID', 'os toid | topographic identifier | mastermap id | os mastermap toid'),
  OSM.text(
    'osm-id',
    'OpenStreetMap id',
    'osm id | osmid | osm_id | osm way id | osm_way_id | osm type id',
  ),
  PDP.text(
    'address',
    'Address',
    'address-text | address text | addresstext | full address | fulladdress | addr | site address | siteaddress | address line | address line 1 | addressinfo.addressline1 | address1 | address_1 | address 1 | addressline1 | location | location description | location address | street address | property address | postal address | addr:full | road | street | street name | streetname | street_name | road name | roadname | addr:street | mainrd',
  ),
  OSM.text(
    'locality',
    'Town or locality',
    'town | city | village | township | suburb | post town | posttown | postal town | town/city | localityname | locality name | neighbourhood | addr:city',
  ),
  PDP.text(
    'postcode',
    'Postcode',
    'post code | post_code | postal code | postalcode | pcode | pc | pcd | pcds | zip | addr:postcode | post code of supply point | postcode of site',
  ),
  ONS.text(
    'gss',
    'District code',
    `gss code | gsscode | gss_code | ons code | onscode | local authority code | local_authority_area_code | la code | lacode | la_code | council code | district code | area code | area_code | areacode | organisation code | ladcode | lad code | authority code | laua | ${censusColumns('LAD', 'CD')} | ${censusColumns('LTLA', 'CD')}`,
    { description: 'ONS (GSS) code of the district the record lies in.' },
  ),
  ONS.text(
    'district',
    'District',
    `local authority | localauthority | local authority name | local_authority_area_name | la name | laname | la_name | council | district name | borough | lpa | lpa name | local planning authority | planning authority | area name | area_name | areaname | authority | authority name | laua_name | la | ${censusColumns('LAD', 'NM')} | ${censusColumns('LTLA', 'NM')}`,
  ),
  ONS.text(
    'ward',
    'Ward',
    `ward name | ward_name | wardname | electoral ward | administrativeward (name) | administrative ward | ${censusColumns('WD', 'NM')}`,
  ),
  ONS.text(
    'ward-code',
    'Ward code',
    `ward_code | wardcode | ward gss | ${censusColumns('WD', 'CD')}`,
  ),
  ONS.text(
    'lsoa',
    'LSOA',
    `lsoa code | lsoa_code | lower layer super output areas (LSOA) | lower super output area | ${censusColumns('LSOA', 'CD')}`,
  ),
  ONS.text('lsoa-name', 'LSOA name', `lsoa name | lsoa_name | ${censusColumns('LSOA', 'NM')}`),
  ONS.text(
    'msoa',
    'MSOA',
    `msoa code | msoa_code | middle layer super output areas (MSOA) | ${censusColumns('MSOA', 'CD')}`,
  ),
  ONS.text(
    'msoa-name',
    'MSOA name',
    `msoa name | msoa_name | msoa_hcl_name | ${censusColumns('MSOA', 'NM')}`,
  ),
  ONS.text('county', 'County', 'county name | ceremonial county | shire county'),
  ONS.text('region', 'Region', `region name | english region | ${censusColumns('RGN', 'NM')}`),
  ONS.text('country', 'Country', `country name | nation | ${censusColumns('CTRY', 'NM')}`),
  INSPIRE.code(
    'vertical-position',
    'Above or below ground',
    'vertical position | underground | location type | overhead or underground | oh/ug | oh ug | position type | above or below ground',
    {
      codes: codes({
        underground: 'Underground | UG | below ground | buried | underground cable | U',
        'on-surface': 'On the surface | surface | ground | on surface | at grade | outdoor | OG',
        elevated: 'Overhead | OH | OHL | elevated | above ground | pole | overground | O',
        submerged: 'Under water | submarine | underwater | subsea | submerged',
      }),
    },
  ),
  INSPIRE.decimal('depth-m', 'Depth', 'depth | depth of cover | cover depth | depth (m)', METRES),
  OSM.decimal('height-m', 'Height', 'height | ht | height (m) | height above ground', METRES),
  INSPIRE.decimal(
    'horizontal-accuracy-m',
    'Position accuracy',
    'horizontal accuracy | positional accuracy | accuracy | position accuracy | location accuracy | accuracy (m)',
    { ...METRES, min: 0 },
  ),
  INSPIRE.code(
    'capture-method',
    'How it was placed',
    'capture method | survey method | data capture method | position source | source of position',
    {
      codes: codes({
        surveyed: 'Surveyed | survey | total station | topographic survey | site survey',
        digitised: 'Digitised | digitized | traced | drawn | from plans | paper plan',
        gps: 'GPS | GNSS | handheld GPS',
        derived: 'Derived | calculated | inferred | assumed',
        'geocoded-uprn': 'From its UPRN | uprn | addressbase | geocoded uprn',
        'geocoded-postcode': 'From its postcode | postcode | postcode centroid | geocoded',
        schematic: 'Schematic | indicative | not to scale',
        unknown: 'Unknown | not known',
      }),
    },
  ),
];
