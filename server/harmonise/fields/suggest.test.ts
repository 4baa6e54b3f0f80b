import { describe, expect, it } from 'vitest';
import { findFeatureType } from '#data/features/index.ts';
import { buildProfiler } from '../profile.ts';
import { columnsFor, rankTypes, takeType } from './suggest-type.ts';
import { typesNamed } from './suggest-words.ts';

type Table = Readonly<Record<string, readonly (string | number)[]>>;

/** Facts of a table given column by column. */
function factsOf(table: Table) {
  const columns = Object.keys(table);
  const profiler = buildProfiler(columns);
  const length = Math.max(...Object.values(table).map((cells) => cells.length));
  for (let row = 0; row < length; row++) {
    profiler.see({ line: row + 2, values: columns.map((name) => table[name]?.[row] ?? null) });
  }
  return profiler.facts().columns;
}

function rank(name: string, table: Table, shape: 'point' | 'line' | 'polygon' | 'none' = 'none') {
  const clues = { columns: factsOf(table), usedColumns: [], shape, names: [name] };
  return rankTypes({ ...clues, places: new Set(['trafford']) });
}

const typeOf = (...given: Parameters<typeof rank>): string | undefined =>
  takeType(rank(...given))?.type.id;

/**
 * Spellings of the headings of brownfield registers met in England.
 * Source: planning data configuration, pipeline/brownfield-land/column.csv (Open Government Licence v3.0).
 */
const REGISTER_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  reference: [
    'SiteReference',
    'Site reference',
    'Site Ref',
    'LA SITE REF',
    'SHLAA_REF',
    'SiteRefere',
    'siterefere',
    'Brownfield Register Reference',
    'SiteReference (also SHLAA Reference)',
  ],
  name: [
    'SiteNameAddress',
    'Site Name & Address',
    'Site name/address',
    'SiteNameAddresss',
    'NAME AND ADDRESS OF SITE',
    'sitenamead',
    'Site Name, Address, Postcode',
    'Location___Address',
  ],
  'site-plan-url': ['SiteplanURL', 'Site plan (url)', 'PLAN OF SITE', 'siteplanur', 'SiteplanURI'],
  'area-ha': [
    'Hectares',
    'AREA (HA)',
    'Site Area in ha',
    'Total site area (hectares)',
    'Hectares (gross)',
    'br_hectares',
  ],
  'ownership-status': [
    'OwnershipStatus',
    'OwenrshipStatus',
    'ownerships',
    'Ownership',
    "Ownership: PA_owner, not PA_own., mixed_o'ship, unknown",
  ],
  'planning-status': [
    'PlanningStatus',
    'PLANNING STATUS',
    'planningst',
    'Planning Permission Status',
  ],
  'permission-type': ['PermissionType', 'permission', 'br_permission_type'],
  deliverable: ['Deliverable', 'LAND DELIVERABLE?', 'deliverabl'],
  'hazardous-substances': [
    'HazardousSubstances',
    'hazardouss',
    'Hazardous Substances [as identifiied in Appl. form]',
  ],
  'entry-date': ['LastUpdatedDate', 'DATE LAST UPDATED', 'LastUpdate', 'br_last_update'],
  'start-date': ['FirstAddedDate', 'DATE ENTERED ON REGISTER', 'FirstAdded'],
};

/** Values a register holds in the column of an attribute. */
const REGISTER_VALUES: Readonly<Record<string, readonly string[]>> = {
  reference: ['BF001', 'BF002', 'BF003'],
  name: ['Mill, Bridge Street', 'Depot, Quay Road', 'Garage, High Lane'],
  'site-plan-url': ['https://a.gov.uk/1', 'https://a.gov.uk/2', 'https://a.gov.uk/3'],
  'area-ha': ['0.4', '1.25', '3'],
  'ownership-status': ['owned by a public authority', 'mixed ownership', 'unknown'],
  'planning-status': ['permissioned', 'not permissioned', 'pending decision'],
  'permission-type': ['full planning permission', 'outline planning permission', 'other'],
  deliverable: ['yes', '', 'yes'],
  'hazardous-substances': ['', 'yes', ''],
  'entry-date': ['2024-01-31', '2024-02-01', '2024-02-02'],
  'start-date': ['2019-12-31', '2020-12-01', '2018-06-30'],
};

const headings = Object.entries(REGISTER_HEADINGS).flatMap(([attribute, spellings]) =>
  spellings.map((heading) => [heading, attribute] as const),
);

describe('a brownfield register', () => {
  const brownfield = findFeatureType('land/brownfield-site');
  if (brownfield === undefined) throw new TypeError('No brownfield type');

  it.each(headings)('maps “%s” to %s', (heading, attribute) => {
    const table = { [heading]: REGISTER_VALUES[attribute] ?? [] };
    const pairings = columnsFor(brownfield, { columns: factsOf(table), usedColumns: [] });
    expect(pairings.map((pairing) => pairing.attribute.name)).toEqual([attribute]);
  });

  it.each([0, 1, 2])('is known by its headings alone, whatever the file is called (%i)', (turn) => {
    const table = Object.fromEntries(
      Object.entries(REGISTER_HEADINGS).map(([attribute, spellings]) => [
        spellings[turn % spellings.length] ?? attribute,
        REGISTER_VALUES[attribute] ?? [],
      ]),
    );
    expect(typeOf('export (3)', table)).toBe('land/brownfield-site');
  });

  it('tells netdwellin from netdwell_1 as a shapefile cut them', () => {
    const table = { netdwellin: [5, 10, 12], netdwell_1: [8, 10, 15] };
    const pairings = columnsFor(brownfield, { columns: factsOf(table), usedColumns: [] });
    expect(pairings.map((pairing) => pairing.attribute.name)).toEqual([
      'net-dwellings-from',
      'net-dwellings-to',
    ]);
  });
});

describe('rankTypes()', () => {
  it.each([
    [
      'trafford_libraries',
      { name: ['Sale Library', 'Urmston Library'] },
      'point',
      'social/library',
    ],
    ['ConservationAreas2012', { NAME: ['Leazes'] }, 'polygon', 'planning/conservation-area'],
    ['Public_Rights_of_Way_-_Bath', { Name: ['BA1/2'] }, 'line', 'transport/public-right-of-way'],
    [
      'download',
      { pharmacy_name: ['A', 'B'], opening_hours_monday: ['9-5', '9-6'], ods_code: ['FA1', 'FA2'] },
      'point',
      'social/health-site',
    ],
  ] as const)('takes %j for what it is', (name, table, shape, type) => {
    expect(typeOf(name, table, shape)).toBe(type);
  });

  it.each([
    ['parking fines 2024', { id: ['1', '2'], amount: [35, 70], street: ['A Road', 'B Road'] }],
    ['library_visitor_statistics', { quarter: ['Q1', 'Q2'], visits: [100, 200] }],
    ['Sheet1', { a: ['x', 'y'], b: ['1', '2'] }],
    ['councillors', { name: ['A', 'B'], ward: ['North', 'South'], party: ['P', 'Q'] }],
  ])('leaves %j unclassified rather than guess', (name, table) => {
    expect(typeOf(name, table)).toBeUndefined();
  });

  it('hears little in headings any file may have', () => {
    const table = {
      SiteID: [1, 2, 3],
      SiteName: ['Longford Park', 'Turn Moss', 'Moss Park'],
      Floodlit: ['Yes', 'No', 'Yes'],
      SurfaceType: ['Grass', '3G', 'Grass'],
      OwnershipType: ['Local Authority', 'Academies', 'Local Authority'],
    };
    expect(rank('Active_Places_Facilities', table, 'point')[0]?.type.id).toBe(
      'social/sports-pitch',
    );
  });

  it.each(['GMFRS_Fire_Stations', 'fire_stations'])('%j is about fire stations', (name) => {
    expect(typeOf(name, { a: ['x'] }, 'point')).toBe('social/emergency-station');
  });

  it('takes words for the kinds of things, not for where they are', () => {
    const [best] = typesNamed('trafford_listed_buildings', new Set(['trafford']));
    expect(best?.type.id).toBe('planning/listed-building');
    expect(best?.coverage).toBe(1);
    const station = typesNamed('polling stations', new Set()).find(
      ({ type }) => type.id === 'transport/rail-station',
    );
    expect(station?.coverage ?? 0).toBeLessThan(0.7);
  });

  it('doubts a type whose things have another shape', () => {
    const table = { name: ['A', 'B'] };
    const point = rank('sewers', table, 'point')[0]?.confidence ?? 0;
    const line = rank('sewers', table, 'line')[0]?.confidence ?? 0;
    expect(point).toBeLessThan(line);
  });
});

describe('columnsFor()', () => {
  const type = findFeatureType('energy/generation-site');
  if (type === undefined) throw new TypeError('No generation type');
  const mapped = (table: Table): readonly string[] =>
    columnsFor(type, { columns: factsOf(table), usedColumns: [] }).map(
      ({ column, attribute }) => `${column.name} → ${attribute.name}`,
    );

  it('leaves columns about persons alone', () => {
    expect(
      mapped({ 'Contact email': ['a.b@c.uk'], Surname: ['Smith'], 'Applicant Name': ['J'] }),
    ).toEqual([]);
  });

  it('does not take megawatt-hours for megawatts', () => {
    expect(mapped({ 'Installed Capacity (MWelec)': ['5', '7.5'] })).toEqual([
      'Installed Capacity (MWelec) → capacity-mw',
    ]);
    expect(mapped({ 'Installed Capacity (m2)': ['5', '7.5'] })).toEqual([]);
  });

  it('does not take a charge for a tariff, a name of the parent for its own, or one value for a reference', () => {
    const carPark = findFeatureType('transport/car-park');
    const substation = findFeatureType('energy/substation');
    if (carPark === undefined || substation === undefined) throw new TypeError('No such type');
    const attributes = (asked: typeof type, table: Table): readonly string[] =>
      columnsFor(asked, { columns: factsOf(table), usedColumns: [] }).map(
        ({ column, attribute }) => `${column.name} → ${attribute.name}`,
      );
    expect(attributes(carPark, { 'Charge (Y/N)': ['Y', 'N', 'Y'] })).toEqual([
      'Charge (Y/N) → chargeable',
    ]);
    expect(
      attributes(substation, {
        bsp_name: ['Sale', 'Sale', 'Sale'],
        pry_name: ['Ardwick', 'Agecroft', 'Chassen Road'],
      }),
    ).toEqual(['pry_name → name']);
    expect(attributes(substation, { Substation: ['ALDERSHOT', 'ALTON'] })).toEqual([
      'Substation → name',
    ]);
    expect(attributes(type, { Local_authority_id: ['85', '85', '85'] })).toEqual([]);
  });

  it('does not take a column that is renumbered at each export for a reference', () => {
    expect(mapped({ OBJECTID: [1, 2, 3] })).toEqual([]);
  });
});
