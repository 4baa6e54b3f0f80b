/**
 * Headings of brownfield registers met in England, by the attribute they must reach; `x` and `y` are the position's.
 * Source: planning data configuration, pipeline/brownfield-land/column.csv (Open Government Licence v3.0), and
 * others of the same making.
 */
export const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  organisation: ['OrganisationURI','OrganistionURI','OrganisationURL','OrgansiationURI','OrgainisationURL','Organisation URL','Organisational URI','LPA URL','OPEN DATA WEBSITE','Organisati','Org. URI','OrgURL','Publisher URL','Publisher URI','URI','ORGANISAT2','Organisation Uri','organisation-uri','Council URI','Organisation URI (opendatacommunities)'],
  'organisation-label': ['OrganisationLabel','OrganistionLabel','OragisationLabel','Org. Label','OrgLabel','Organisation Label','Council','Local Planning Authority','LPA name','Local Authority','Name of council'],
  reference: ['SiteReference','Alt_Ref','Brownfield Register Reference','Reference','LA SITE REF','SHLAA_REF','SiteRefere','Site reference','SiteReference (also SHLAA Reference)','Site Ref','Site Ref.','Site ID','BLR Ref','Ref No','Site Reference Number','Site No','SITE_REF_NO','BLR Site Ref','Unique Site Ref','SHLAA Ref','Site Code','HELAA reference'],
  'previously-part-of': ['PreviouslyPartOf','Previously Part Of','Previous Site Reference','previously','PreviouslyP'],
  name: ['SiteNameAddress','Address','Location / Address','Location___Address','NAME AND ADDRESS OF SITE','Site Address','Site Name & Address','Site Name Address','Site Name, Address','Site Name, Address, Postcode','Site name/address','SiteName Address','SiteName/Address','SiteNameAddresss','Site_Address','Title','br_site','sitenamead','Site name and address','Name & Address','Site','Site Name/Location','Site Location','SiteAddress','Site Name'],
  'site-plan-url': ['SiteplanURL','Mapping link [SiteplanURL]','PLAN OF SITE','Site Plan','Site Plan URL','SitePlanURL','Site plan (url)','Siteplan','SiteplanUR','SiteplanURI','Weblink','Link to site plan','Site Plan Link','Map link','Web link to map','URL for site plan'],
  'stated-crs': ['CoordinateReferenceSystem','Coordinate Reference System','CoordReferenceSystem','CRS','Coordinate','CoordinateReferenceSys','Coordinate System','Coordinate Ref System','coordinate'],
  x: ['GeoX','BNG_Easting','GeoX (Longitude or east grid)','GeoX [East]','Grid reference easting','Easting','Eastings','Eastings (Geo X)','OSEasting','OSGB36Easting','Locations Coordinates East West','x','EASTING','X Coordinate','X_COORD','East'],
  y: ['GeoY','BNG_Northing','GeoY (Latitude or north grid)','GeoY [North]','Grid reference northing','Northing','Northings','Northings (Geo Y)','OSNorthing','OSGB36Northing','Location Coordinates North South','y','NORTHING','Y Coordinate','Y_COORD','North'],
  'area-ha': ['Hectares','AREA (HA)','Area of Land in Hectares','Developable area (ha)','Hectares (gross)','PDL area on the site (hectares)','Site Area in ha','Site area (ha)','Total area (Hectares)','Total site area (hectares)','br_hectares','Area (Ha)','Site size (hectares)','Area_Ha','SiteAreaHa','Gross Site Area (ha)','Site Area Hectares','Area Hectares','Hectarage','Hectare','HA'],
  'ownership-status': ['OwnershipStatus','OwenrshipStatus',"Ownership: PA_owner, not PA_own., mixed_o'ship, unknown",'Ownership','ownerships','Ownership Status','Owner Status','Site Ownership','Land ownership','Public/private ownership','Owner type'],
  deliverable: ['Deliverable','LAND DELIVERABLE?','deliverabl','Deliverable?','Deliverable (Yes/No)','Deliverable within 5 years','Is the site deliverable?','Deliverable Y/N'],
  'planning-status': ['PlanningStatus','Planning Permission Status','PLANNING STATUS','planningst','Status of planning permission','Permission Status','Planning Status (permissioned / not permissioned / pending)','Current planning status'],
  'permission-type': ['PermissionType','permission','br_permission_type','Permission Type','Type of Permission','Type of planning permission','Planning Permission Type','Permission type (full/outline/etc)','Consent type'],
  'permission-date': ['PermissionDate','Permission Date','Date of permission','Permission granted date','Date Permission Granted','Planning permission date','permissi_1','Date of planning permission','If permissioned, date','Decision Date','Permission Date (dd/mm/yyyy)'],
  'planning-history': ['PlanningHistory','planninghi','Planning History','Planning application reference','Planning Ref','Planning App Ref','Planning history (URL)','Application Ref','App Ref','Application Number'],
  'proposed-for-pip': ['ProposedForPIP','Proposed for PIP','ProposedFo','Proposed for permission in principle','PIP?','Proposed For PiP'],
  'min-net-dwellings': ['MinNetDwellings','MINHOMES','Min dwellings','MINIMUM NET DWELLINGS','Min net dwellings','MinNetDwel','Minimum number of dwellings','Min no. of dwellings','Minimum homes'],
  'development-description': ['DevelopmentDescription','Development Description','Developmen','Description of proposed housing development','Proposal','Description of development','Proposed development','Development proposed'],
  'non-housing-development': ['NonHousingDevelopment','Non Housing Development','NonHousing','Non-housing development','Scale of non housing development','Other development','Non residential development','Details of any non-housing development'],
  'part-2': ['Part2','Part 2','Part_2','Part 2?','On Part 2','Part 2 of the register','Part 2 (Yes/No)'],
  'net-dwellings-from': ['NetDwellingsRangeFrom','NetDwellingsRangeForm','netdwellin','br_net_dwellings_range_from','Net Dwellings Range From','Net dwellings (from)','Dwellings From','Range From','Net dwellings range: from','Net Dwellings - From','Dwelling range from','NetDwellings From','Net Dwellings Minimum'],
  'net-dwellings-to': ['NetDwellingsRangeTo','Max dwellings','MAXIMUM NET DWELLINGS','netdwell_1','br_net_dwellings_range_to','Net Dwellings Range To','Net dwellings (to)','Dwellings To','Range To','Net dwellings range: to','Net Dwellings - To','Dwelling range to','NetDwellings To','Net Dwellings Maximum'],
  'hazardous-substances': ['HazardousSubstances','Hazardous Substances [as identifiied in Appl. form]','hazardouss','br_hazardous_subst','Hazardous Substances','Hazardous substances?','Hazardous Substances Consent','Haz Substances','HazSubstances'],
  'site-information': ['SiteInformation','Site Information','siteinform','Site info','Other site information','Further site information','Site Constraints'],
  notes: ['Notes','Comments','Additional notes','Note','Remarks','Notes / comments','Other Notes','General notes'],
  'start-date': ['FirstAddedDate','Date first entered on the register','DATE ENTERED ON REGISTER','FirstAdded','First Added Date','Date First Added','firstadded','Date added','Date added to register','First Added','Date Added to BLR','FirstAddDate'],
  'entry-date': ['LastUpdatedDate','LastUpdate','DATE LAST UPDATED','Date last updated on the register','Last Updated Date','br_last_update','lastupdate','Last Updated','Date updated','Date of last update','Last Update Date','LastUpdateDate','Updated date'],
  'end-date': ['EndDate','End Date','end-date','Date removed','Removed date','Date removed from register'],
};

/** What a made-up register holds in the column of an attribute, row by row. */
export const VALUES: Readonly<Record<string, (row: number) => string>> = {
  organisation: () => 'http://opendatacommunities.org/id/metropolitan-district-council/trafford',
  'organisation-label': () => 'Trafford', reference: (i) => `BF${100 + i}`, 'previously-part-of': (i) => (i === 4 ? 'BF99' : ''),
  name: (i) => `${['Former mill','Land at depot','Car park','Garage site','Former school'][i % 5]}, ${i + 1} Bridge Street, Sale`,
  'site-plan-url': (i) => `https://www.example.gov.uk/plan/${i}.pdf`, 'stated-crs': () => 'OSGB36',
  x: (i) => String(377000 + i * 310), y: (i) => String(391000 + i * 270), 'area-ha': (i) => String(0.3 + i * 0.27),
  'ownership-status': (i) => ['owned by a public authority','not owned by a public authority','mixed ownership'][i % 3] ?? '',
  deliverable: (i) => (i % 2 ? 'yes' : ''), 'planning-status': (i) => ['permissioned','not permissioned','pending decision'][i % 3] ?? '',
  'permission-type': (i) => ['full planning permission','','outline planning permission'][i % 3] ?? '',
  'permission-date': (i) => (i % 3 === 1 ? '' : `2${i % 8}/03/2019`), 'planning-history': (i) => (i % 2 ? `${80000 + i}/FUL/19` : ''),
  'proposed-for-pip': (i) => (i % 4 ? '' : 'yes'), 'min-net-dwellings': (i) => String(5 + i), 'development-description': (i) => (i % 2 ? 'Conversion of mill to flats' : 'Erection of houses'),
  'non-housing-development': (i) => (i % 5 ? '' : '200 sqm retail'), 'part-2': (i) => (i % 6 ? '' : 'yes'), 'net-dwellings-from': (i) => String(5 + i), 'net-dwellings-to': (i) => String(9 + i),
  'hazardous-substances': (i) => (i % 7 ? '' : 'yes'), 'site-information': (i) => (i % 3 ? '' : 'Adjacent to canal'), notes: (i) => (i % 2 ? '' : 'Site cleared'),
  'start-date': (i) => `1${i % 10}/12/2017`, 'entry-date': (i) => `2${i % 9}/12/2020`, 'end-date': (i) => (i === 2 ? '2021-03-04' : ''),
};
