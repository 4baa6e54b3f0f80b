import { readFileSync } from 'node:fs';

/** Headings of brownfield registers by the attribute they must reach, from `statutory.txt`. */
export const SPELLINGS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  readFileSync(new URL('./statutory.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => '))
    .map((line) => {
      const [attribute = '', spellings = ''] = line.split(' => ');
      return [attribute, spellings.split(' | ')];
    }),
);

/** What a made-up register holds in the column of an attribute, row by row. */
export const VALUES: Readonly<Record<string, (row: number) => string>> = {
  organisation: () => 'http://opendatacommunities.org/id/metropolitan-district-council/trafford',
  'organisation-label': () => 'Trafford',
  reference: (i) => `BF${100 + i}`,
  'previously-part-of': (i) => (i === 4 ? 'BF99' : ''),
  name: (i) =>
    `${['Former mill', 'Land at depot', 'Car park', 'Garage site', 'Former school'][i % 5]}, ${i + 1} Bridge Street, Sale`,
  'site-plan-url': (i) => `https://www.example.gov.uk/plan/${i}.pdf`,
  'stated-crs': () => 'OSGB36',
  x: (i) => String(377000 + i * 310),
  y: (i) => String(391000 + i * 270),
  'area-ha': (i) => String(0.3 + i * 0.27),
  'ownership-status': (i) =>
    ['owned by a public authority', 'not owned by a public authority', 'mixed ownership'][i % 3] ??
    '',
  deliverable: (i) => (i % 2 ? 'yes' : ''),
  'planning-status': (i) => ['permissioned', 'not permissioned', 'pending decision'][i % 3] ?? '',
  'permission-type': (i) =>
    ['full planning permission', '', 'outline planning permission'][i % 3] ?? '',
  'permission-date': (i) => (i % 3 === 1 ? '' : `2${i % 8}/03/2019`),
  'planning-history': (i) => (i % 2 ? `${80000 + i}/FUL/19` : ''),
  'proposed-for-pip': (i) => (i % 4 ? '' : 'yes'),
  'min-net-dwellings': (i) => String(5 + i),
  'development-description': (i) => (i % 2 ? 'Conversion of mill to flats' : 'Erection of houses'),
  'non-housing-development': (i) => (i % 5 ? '' : '200 sqm retail'),
  'part-2': (i) => (i % 6 ? '' : 'yes'),
  'net-dwellings-from': (i) => String(5 + i),
  'net-dwellings-to': (i) => String(9 + i),
  'hazardous-substances': (i) => (i % 7 ? '' : 'yes'),
  'site-information': (i) => (i % 3 ? '' : 'Adjacent to canal'),
  notes: (i) => (i % 2 ? '' : 'Site cleared'),
  'start-date': (i) => `1${i % 10}/12/2017`,
  'entry-date': (i) => `2${i % 9}/12/2020`,
  'end-date': (i) => (i === 2 ? '2021-03-04' : ''),
};
