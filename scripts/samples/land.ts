import { findDistrict, type Metres, somewhereIn } from './ground.ts';
import { between, pick, type Random, seeded } from './random.ts';
import type { Sample } from './sample.ts';
import { plotAround } from './shape.ts';
import { writeCsv } from './write/csv.ts';
import { writeGeopackage } from './write/geopackage.ts';
import { writeWorkbook } from './write/workbook.ts';

type Site = {
  readonly number: number;
  readonly at: Metres;
  readonly hectares: number;
  readonly ownership: string;
  readonly status: string;
  readonly permission: string;
  readonly homes: readonly [number, number];
  readonly added: Date;
};

function sitesIn(random: Random, district: string, count: number): Site[] {
  return Array.from({ length: count }, (_, index) => {
    const hectares = between(random, 0.1, 6, 2);
    const status = pick(random, ['permissioned', 'not permissioned', 'pending decision']);
    const low = Math.max(5, Math.round(hectares * between(random, 25, 45)));
    return {
      number: index + 1,
      at: somewhereIn(random, findDistrict(district)),
      hectares,
      ownership: pick(random, [
        'owned by a public authority',
        'not owned by a public authority',
        'mixed ownership',
        'unknown ownership',
      ]),
      status,
      permission:
        status === 'permissioned'
          ? pick(random, ['full planning permission', 'outline planning permission'])
          : '',
      homes: [low, low + between(random, 0, 20)],
      added: new Date(
        Date.UTC(between(random, 2017, 2025), between(random, 0, 11), between(random, 1, 28)),
      ),
    };
  });
}

const dayFirst = (date: Date): string =>
  date.toISOString().slice(0, 10).split('-').reverse().join('/');

/** The headings of the brownfield land registers data standard (MHCLG, 2017; planning.data.gov.uk). */
const STATUTORY = [
  'OrganisationURI',
  'SiteReference',
  'SiteNameAddress',
  'SiteplanURL',
  'CoordinateReferenceSystem',
  'GeoX',
  'GeoY',
  'Hectares',
  'OwnershipStatus',
  'Deliverable',
  'PlanningStatus',
  'PermissionType',
  'PermissionDate',
  'NetDwellingsRangeFrom',
  'NetDwellingsRangeTo',
  'HazardousSubstances',
  'Notes',
  'FirstAddedDate',
  'LastUpdatedDate',
  'EndDate',
] as const;

/** Manchester: the statutory headings, a CRS column, and one northing that lost a digit. */
const manchesterRegister = () => registerOf(sitesIn(seeded(2001), 'Manchester', 96));

/** The year before: six sites not yet there, one that has gone since, a few smaller, permissioned later or moved. */
function manchesterRegisterBefore() {
  const sites = sitesIn(seeded(2001), 'Manchester', 97);
  return registerOf(sites.filter(({ number }) => number <= 90 || number > 96).map(asBefore));
}

function asBefore(site: Site): Site {
  const { number, at, hectares } = site;
  if (number % 17 === 0) return { ...site, hectares: Math.round(hectares * 80) / 100 };
  if (number === 20) return { ...site, at: [at[0] + 120, at[1] - 60] };
  if (number % 23 === 0) return { ...site, status: 'not permissioned', permission: '' };
  return site;
}

function registerOf(sites: readonly Site[]) {
  const rows = sites.map((site) => [
    'http://opendatacommunities.org/id/metropolitan-district-council/manchester',
    `DEMO/MCC/${String(site.number).padStart(3, '0')}`,
    `Demonstration site ${site.number}, synthetic`,
    '',
    'OSGB36',
    site.at[0],
    site.number === 41 ? Math.floor(site.at[1] / 10) : site.at[1],
    site.hectares,
    site.ownership,
    site.number % 3 === 0 ? 'yes' : '',
    site.status,
    site.permission,
    site.permission === '' ? '' : dayFirst(site.added),
    ...site.homes,
    '',
    site.number % 10 === 0 ? 'Former depot; ground conditions to be confirmed, "see file"' : '',
    dayFirst(site.added),
    site.number === 12 ? '31/02/2024' : '01/12/2025',
    '',
  ]);
  return writeCsv({ columns: STATUTORY, rows }, { encoding: 'windows-1252' });
}

/** Oldham: a workbook with its own headings, real Excel dates, a title and a row of totals. */
function oldhamRegister() {
  const random = seeded(2002);
  const sites = sitesIn(random, 'Oldham', 58);
  const homes = sites.reduce((sum, site) => sum + site.homes[0], 0);
  return writeWorkbook(
    [
      {
        name: 'Register',
        above: [['Brownfield register – synthetic demonstration data'], []],
        merged: ['A1:J1'],
        columns: [
          'Site Ref',
          'Site Name & Address',
          'Easting',
          'Northing',
          'Site Area (m2)',
          'Ownership',
          'Planning Status',
          'Min homes',
          'Max homes',
          'Date added to register',
        ],
        rows: sites.map((site) => [
          `OLD-${site.number}`,
          `Demonstration site ${site.number}, Oldham`,
          ...site.at,
          Math.round(site.hectares * 10_000),
          site.ownership,
          site.status,
          ...site.homes,
          site.added,
        ]),
        below: [['Total', '', '', '', '', '', '', homes]],
      },
      {
        name: 'Example Data',
        columns: ['Site Ref', 'Site Name & Address', 'Easting', 'Northing'],
        rows: [['EXAMPLE-1', 'An example, not a site', 400_000, 400_000]],
      },
    ],
    'xlsx',
  );
}

/** Wigan: a GeoPackage with a layer of allocations and a lookup table beside it. */
function wiganAllocations() {
  const random = seeded(2003);
  const uses: readonly (readonly [string, string])[] = [
    ['E', 'Employment: industry and distribution'],
    ['H', 'Housing'],
    ['M', 'Mixed use'],
  ];
  return writeGeopackage(
    [
      {
        name: 'employment_allocations',
        title: 'Employment allocations, synthetic demonstration data',
        srs: 27700,
        columns: [
          'policy_ref',
          'site_name',
          'use_class',
          'gross_area_ha',
          'floorspace_sqm',
          'status',
        ],
        rows: Array.from({ length: 30 }, (_, index) => {
          const hectares = between(random, 1, 24, 1);
          const ring = plotAround(random, somewhereIn(random, findDistrict('Wigan')), hectares);
          return {
            geometry: { type: 'Polygon', coordinates: [ring.map(([e, n]) => [e, n])] },
            cells: [
              `EA${index + 1}`,
              `Demonstration allocation ${index + 1}`,
              pick(random, ['B2', 'B8', 'E(g)', 'B2; B8']),
              hectares,
              Math.round(hectares * 3800),
              pick(random, ['Adopted', 'Proposed', 'adopted']),
            ],
          };
        }),
      },
    ],
    [{ name: 'use_lookup', columns: ['code', 'meaning'], rows: uses }],
  );
}

/** Synthetic land: two registers in two spellings, and allocations. */
export const LAND_SAMPLES: readonly Sample[] = [
  { path: 'demonstration-manchester/brownfield-register.csv', make: manchesterRegister },
  {
    path: 'demonstration-manchester/brownfield-register-2024.csv',
    make: manchesterRegisterBefore,
  },
  { path: 'demonstration-oldham/brownfield-register.xlsx', make: oldhamRegister },
  { path: 'demonstration-wigan/employment-allocations.gpkg', make: wiganAllocations },
];
