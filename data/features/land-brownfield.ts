import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { OWNERSHIP_STATUS, PERMISSION_TYPE, PLANNING_STATUS } from './codes.ts';
import { featureType, HECTARES, takenFrom } from './define.ts';

const REGISTER = takenFrom('Brownfield land registers data standard');

/**
 * The 28 columns of the statutory register and the attribute each becomes; `geometry` for the two that
 * place the site. Source: Brownfield land registers data standard (2017 template and its current form).
 */
export const BROWNFIELD_COLUMNS: Readonly<Record<string, string>> = {
  OrganisationURI: 'organisation',
  OrganisationLabel: 'organisation-label',
  SiteReference: 'reference',
  PreviouslyPartOf: 'previously-part-of',
  SiteNameAddress: 'name',
  SiteplanURL: 'site-plan-url',
  CoordinateReferenceSystem: 'stated-crs',
  GeoX: 'geometry',
  GeoY: 'geometry',
  Hectares: 'area-ha',
  OwnershipStatus: 'ownership-status',
  Deliverable: 'deliverable',
  PlanningStatus: 'planning-status',
  PermissionType: 'permission-type',
  PermissionDate: 'permission-date',
  PlanningHistory: 'planning-history',
  ProposedForPIP: 'proposed-for-pip',
  MinNetDwellings: 'min-net-dwellings',
  DevelopmentDescription: 'development-description',
  NonHousingDevelopment: 'non-housing-development',
  Part2: 'part-2',
  NetDwellingsRangeFrom: 'net-dwellings-from',
  NetDwellingsRangeTo: 'net-dwellings-to',
  HazardousSubstances: 'hazardous-substances',
  SiteInformation: 'site-information',
  Notes: 'notes',
  FirstAddedDate: 'start-date',
  LastUpdatedDate: 'entry-date',
};

const DWELLINGS = { min: 0, max: 100_000 } as const;

const WHO_AND_WHERE: readonly Attribute[] = [
  REGISTER.text(
    'organisation',
    'Organisation',
    'organisationuri | organistionuri | organisationurl | organsiationuri | orgainisationurl | organisation url | organisational uri | lpa url | open data website | organisati | org. uri | orgurl | publisher url | publisher uri | uri | organisat2 | organisation uri | council uri | authority uri | la uri | opendatacommunities uri | open data communities uri',
  ),
  REGISTER.text(
    'organisation-label',
    'Organisation name',
    'organisationlabel | organistionlabel | oragisationlabel | org. label | orglabel | organisation label | local authority | council | lpa | local planning authority | publisher | lpa name | council name | name of council | authority | local authority name | local planning authority name',
  ),
  REGISTER.text(
    'reference',
    'Site reference',
    'sitereference | site reference | site ref | siterefere | la site ref | shlaa_ref | shlaa ref | brownfield register reference | alt_ref | sitereference (also shlaa reference) | reference | ref | site_ref | site id | siteid | siteref | blr ref | blr reference | register reference | id | ogc_fid | helaa reference | shelaa reference | shlaa reference | helaa ref | shelaa ref | site code | site no | site number | unique site reference | unique reference | brownfield reference | brownfield site reference | plan reference | objectid',
    { required: true },
  ),
  REGISTER.text(
    'previously-part-of',
    'Previously part of',
    'previouslypartof | previously part of | previously | previous site reference | previously_',
  ),
  REGISTER.text(
    'name',
    'Site',
    'sitenameaddress | site name address | site name & address | site name, address | site name, address, postcode | site name/address | sitename address | sitename/address | sitenameaddresss | sitenamead | name and address of site | site address | site_address | location / address | location___address | location/address | address | title | br_site | site name and address | site name | sitename | site | name | site name/ address | name and address | name & address | site name/location | site location | location | site description | address of site | name of site | site name and location',
    { required: true, inTiles: true },
  ),
  REGISTER.url(
    'site-plan-url',
    'Site plan',
    'siteplanurl | site plan url | siteplan url | site plan (url) | siteplanuri | siteplanur | siteplan | site plan | plan of site | weblink | mapping link [siteplanurl] | site_plan_url | plan url | map link | link to site plan | map | site map | site map url | link to map | url for site plan | web link to map | site plan link | plan link',
  ),
  REGISTER.text(
    'stated-crs',
    'Coordinate system stated',
    'coordinatereferencesystem | coordinate reference system | coordinate system | coordinate_reference_system | crs | coordinate | coord ref system | coordinatereferencesys | coordreferencesystem | coordinate ref sys',
  ),
  REGISTER.decimal(
    'area-ha',
    'Area',
    'hectares | area (ha) | site area (ha) | area of land in hectares | developable area (ha) | hectares (gross) | pdl area on the site (hectares) | site area in ha | total area (hectares) | total site area (hectares) | br_hectares | site area | area | area ha | area_ha | size (ha) | site size (ha) | hectarage | gross area (ha) | ha | area in hectares | site area hectares | gross site area (ha) | net developable area (ha) | hectare | size in hectares | site hectares | area of site (ha)',
    { ...HECTARES, max: 10_000, required: true, inTiles: true },
  ),
];

const PLANNING: readonly Attribute[] = [
  REGISTER.code(
    'ownership-status',
    'Ownership',
    "ownershipstatus | ownership status | ownership | owenrshipstatus | ownerships | ownership: pa_owner, not pa_own., mixed_o'ship, unknown | ownership_status | owner status | ownership type | public/private ownership | land ownership | site ownership | public or private ownership | ownership category | in public ownership",
    { codes: OWNERSHIP_STATUS, required: true, inTiles: true },
  ),
  REGISTER.flag(
    'deliverable',
    'Deliverable',
    'land deliverable? | land deliverable | deliverabl | is deliverable | deliverable within 5 years | deliverability | deliverable within five years | deliverable (yes/no) | is the site deliverable',
    { description: 'The standard allows yes or blank; blank is not read as no.' },
  ),
  REGISTER.code(
    'planning-status',
    'Planning status',
    'planningstatus | planning status | planning permission status | planningst | planning_status | permission status | status of planning | planning permission | permission status (permissioned/not permissioned/pending decision) | planning position',
    { codes: PLANNING_STATUS, required: true, inTiles: true },
  ),
  REGISTER.code(
    'permission-type',
    'Permission type',
    'permissiontype | permission type | planningpermissiontype | planning permission type | permission | br_permission_type | permission_type | type of permission | type of planning permission | consent type | type of consent | application type | planning consent type',
    { codes: PERMISSION_TYPE, inTiles: true },
  ),
  REGISTER.date(
    'permission-date',
    'Permission date',
    'permissiondate | permission date | if permissioned | date of permission | planning permission date | permission_date | permissi_1 | date permission granted | decision date | permission granted date | date granted | consent date | approval date | pp date | date of approval | date of consent | permission granted',
  ),
  REGISTER.text(
    'planning-history',
    'Planning history',
    'planninghistory | planning history | planninghi | planning_history | planning history url | planning ref | planning application number | planning app ref | application reference | application number | planning application no | planning permission reference | permission reference | planning app | planning applications | previous applicationserence | planning application | planning application reference | planning ref',
  ),
  REGISTER.flag(
    'proposed-for-pip',
    'Proposed for permission in principle',
    'proposedforpip | proposed for pip | pip | proposedfo | permission in principle | proposed for permission in principle',
  ),
  REGISTER.flag(
    'part-2',
    'In part 2',
    'part2 | part 2 | part_2 | part two | on part 2 | part 2 of register',
  ),
  REGISTER.flag(
    'hazardous-substances',
    'Hazardous substances',
    'hazardoussubstances | hazardous substance | hazardous substances consent | hazardous substances? | hazardouss | hazardouss | hazardous_substances | br_hazardous_subst | hazardous substances [as identifiied in appl. form] | hazardous substance',
  ),
];

const DEVELOPMENT: readonly Attribute[] = [
  REGISTER.integer(
    'min-net-dwellings',
    'Dwellings at least (2017 form)',
    'minnetdwellings | minnetdwel | min net dwellings | minhomes | min dwellings | minimum net dwellings | minimum dwellings | minimum number of dwellings | minimum homes | min units | minimum units | minimum no. of dwellings | number of dwellings | dwellings | no. of dwellings | capacity | homes',
    DWELLINGS,
  ),
  REGISTER.integer(
    'net-dwellings-from',
    'Dwellings from',
    'netdwellingsrangefrom | netdwellingsrangeform | net dwellings range from | netdwellin | br_net_dwellings_range_from | dwellings from | net dwellings from | range from | dwellings min | minimum net dwellings range | net dwellings minimum | net dwellings range (from) | dwellings lower | lower range | dwelling range lower | net dwellings low',
    { ...DWELLINGS, inTiles: true },
  ),
  REGISTER.integer(
    'net-dwellings-to',
    'Dwellings to',
    'netdwellingsrangeto | net dwellings range to | netdwell_1 | br_net_dwellings_range_to | max dwellings | maximum net dwellings | maximum-net-dwellings | maxnetdwellings | dwellings to | net dwellings to | range to | dwellings max | maximum dwellings | net dwellings maximum | max units | maximum units | maximum number of dwellings | dwellings upper | upper range | maximum homes | net dwellings high',
    { ...DWELLINGS, inTiles: true },
  ),
  REGISTER.text(
    'development-description',
    'Proposed development',
    'developmentdescription | development description | developmen | description of proposed housing development | description of development | proposed development | proposal | description | development proposed | description of proposal | housing development',
  ),
  REGISTER.text(
    'non-housing-development',
    'Other development',
    'nonhousingdev | details of any non-housing development | details of non housing development | non residential development | non-residential floorspaceelopment | non housing development | non-housing development | nonhousing | scale of non housing development | other development | nonhousingdev',
  ),
  REGISTER.text(
    'site-information',
    'Site information',
    'siteinformation | site information | siteinform | site info | site_information | constraints | other site information | further site information | site constraints',
  ),
  REGISTER.text(
    'notes',
    'Notes',
    'note | comments | comment | remarks | additional notes | other information',
  ),
  REGISTER.date(
    'start-date',
    'First added',
    'firstaddeddate | first added date | firstadded | firstadd | first added | date entered on register | date first entered on the register | date first added | date added | added to register | firstaddedd | first_added_date | date added to blr | added date | date on register | date entered | entry on register',
  ),
  REGISTER.date(
    'entry-date',
    'Last updated',
    'lastupdateddate | last updated date | lastupdate | lastupdat | last updated | date last updated | date last updated on the register | br_last_update | lastupdated | updated | last_updated_date | date of last update | update date | date amended | last reviewed | date reviewed | last amended',
  ),
  REGISTER.date(
    'end-date',
    'Removed from the register',
    'enddate | end date | end_date | removed date | removeddate | date removed | date removed from register | removal date | removed',
  ),
];

/** The statutory register of previously developed land. */
export const LAND_BROWNFIELD: readonly FeatureType[] = [
  featureType({
    id: 'land/brownfield-site',
    title: 'Brownfield site',
    plural: 'Brownfield land registers',
    description: 'Previously developed land a council holds suitable for housing.',
    shapes: 'PA',
    synonyms:
      'brownfield | brownfield land | brownfield register | brownfield land register | brownfield sites | blr | brownfield_land_register | previously developed land | brownfieldlandregister',
    equivalents: { planningData: 'brownfield-land', osm: 'landuse=brownfield' },
    minZoom: 8,
    rankBy: 'area-ha',
    labelBy: 'reference',
    attributes: [...WHO_AND_WHERE, ...PLANNING, ...DEVELOPMENT],
  }),
];
