import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAddressBook } from '#data/gazetteer/lookup.ts';
import type { Cell } from '#data/schema/flow.ts';
import { postcodes, uprns } from '#tests/support/gazetteer.ts';
import { CENTRES, codes, context, degrees, pointOf, TRAFFORD } from '#tests/support/locate.ts';
import { buildLocator } from './index.ts';
import type { LocatorHints } from './locator.ts';

const [EASTING, NORTHING] = CENTRES.E08000009;

const POSTCODES = postcodes({
  'M33 7ZF': [EASTING, NORTHING],
  'M33 0AA': [EASTING + 300, NORTHING],
  'L1 8JQ': [334_500, 390_000],
});
const UPRNS = uprns(new Map([[100012345678, [EASTING + 20, NORTHING + 10]]]));

function place(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  hints: LocatorHints = {},
  gazetteers = [POSTCODES, UPRNS],
) {
  const records = rows.map((values, i) => ({ line: i + 2, values }));
  const gazetteer = gazetteers.length > 0 ? openAddressBook(gazetteers) : undefined;
  const known = { ...context, ...(gazetteer && { gazetteer }) };
  const layer = { name: 'sites', columns, spatial: false };
  const locator = buildLocator(layer, records, known, hints);
  const places = records.map((record) => locator.place(record));
  return { locator, places, told: locator.byGazetteer?.issues() ?? [] };
}

describe('a file with only postcodes', () => {
  const rows = [
    ['Library', 'm33 7zf'],
    ['Depot', 'M33 0AA'],
    ['Hall', 'M33 9ZZ'],
    ['Shed', ''],
  ];

  it('is placed at the centre of each postcode, marked approximate, in one notice', () => {
    const { locator, places, told } = place(['Name', 'Postcode'], rows);
    expect(locator.verdict.evidence.at(-1)).toMatch(/placed by “Postcode”/);
    expect(locator.issues).toEqual([]);
    expect(pointOf(places[0])).toEqual(degrees([EASTING, NORTHING]));
    expect(places[0]).toMatchObject({
      issues: [],
      placement: {
        crs: 'EPSG:27700',
        transform: 'OSTN15',
        from: 'postcode in Postcode',
        approximate: {
          by: 'postcode',
          value: 'M33 7ZF',
          accuracyM: 100,
          gazetteer: 'Made-up postcodes, May 2026',
        },
      },
    });
    expect(told).toMatchObject([
      { code: 'geom.snapped-to-postcode', line: 2, count: 2, column: 'Postcode' },
    ]);
    expect(locator.byGazetteer?.uses()).toMatchObject([{ id: 'made-up-postcode', placed: 2 }]);
  });

  it('tells the postcodes that are not found, by line', () => {
    const { places } = place(['Name', 'Postcode'], rows);
    expect(places[2]?.issues).toMatchObject([
      { code: 'geom.unplaced', line: 4, column: 'Postcode', value: 'M33 9ZZ' },
    ]);
    expect(places[3]?.issues).toMatchObject([{ code: 'geom.unplaced', line: 5 }]);
  });

  it('is judged once and stays unplaced where no gazetteer is loaded', () => {
    const { locator, places } = place(['Name', 'Postcode'], rows, {}, []);
    expect(locator.issues).toMatchObject([
      { code: 'geom.unplaced', column: 'Postcode', message: expect.stringMatching(/gazetteer/) },
    ]);
    expect(places.flatMap(codes)).toEqual([]);
    expect(places.some(({ geometry }) => geometry)).toBe(false);
  });

  it('stays unplaced where the descriptor says so, and goes by the column it names', () => {
    const never = place(['Name', 'Postcode'], rows, { approximate: false });
    expect(never.places.some(({ geometry }) => geometry)).toBe(false);
    const named = place(['Name', 'Where'], rows, { approximate: { postcode: 'Where' } });
    expect(named.places.filter(({ geometry }) => geometry)).toHaveLength(2);
  });
});

it.each([
  ['a district', 'M33', /part of a postcode/],
  ['a sector', 'M33 7', /part of a postcode/],
])('%s is never a point', (_, postcode, said) => {
  const { places } = place(['Postcode'], [[postcode], ['M33 7ZF']]);
  expect(places[0]?.geometry).toBeUndefined();
  expect(places[0]?.issues[0]?.message).toMatch(said);
});

it.each([
  ['M33 7ZF (part)', 'M33 7ZF'],
  ['1 High St, M33 0AA, Sale', 'M33 0AA'],
  ['M33 7ZF and m337zf', 'M33 7ZF'],
  ['M33 7ZF / M33 0AA', undefined],
])('%j is placed by its only postcode', (text, value) => {
  const { places } = place(['Postcode'], [[text], ['M33 7ZF']]);
  const [first] = places;
  expect(first?.geometry && first.placement.approximate?.value).toBe(value);
  if (value === undefined) expect(first?.issues[0]?.message).toMatch(/several postcodes/);
});

it.each([
  [[POSTCODES]],
  [[]],
])('a column of districts is judged once, gazetteer or none', (loaded) => {
  const { locator, places } = place(['Postcode'], [['M33'], ['M33 7']], {}, loaded);
  expect(locator.issues).toMatchObject([
    { code: 'geom.unplaced', value: 'M33', message: expect.stringMatching(/parts of postcodes/) },
  ]);
  expect(places.flatMap(codes)).toEqual([]);
});

it('nothing a cell holds makes placing throw', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const { places, told } = place(
        ['UPRN', 'Postcode', 'Address'],
        [...rows, ['', 'M33 7ZF', '']],
      );
      expect(places.at(-1)?.geometry).toBeDefined();
      expect(told.length).toBeGreaterThan(0);
    }),
  );
});

it('a letter O for a zero is proposed, not applied', () => {
  const { places } = place(['Postcode'], [['M33 OAA'], ['M33 7ZF']]);
  expect(places[0]?.geometry).toBeUndefined();
  expect(places[0]?.issues).toMatchObject([{ value: 'M33 OAA', proposal: 'M33 0AA' }]);
});

it('a UPRN goes before a postcode, a postcode before an address', () => {
  const columns = ['Address', 'Postcode', 'UPRN'];
  const { places } = place(columns, [
    ['1 High St, Sale, M33 0AA', 'M33 7ZF', 100012345678],
    ['1 High St, Sale, M33 0AA', 'M33 7ZF', ''],
    ['1 High St, Sale, M33 0AA', '', '1.00012E+11'],
    ['1 High St, Sale', '', '100012345678.0'],
  ]);
  const by = places.map((each) => each.geometry && each.placement.approximate?.value);
  expect(by).toEqual(['100012345678', 'M33 7ZF', 'M33 0AA', '100012345678']);
});

it('a postcode of an agent, an owner or a head office places nothing', () => {
  const columns = ['Site', 'Agent Postcode', 'Registered Office Postcode', 'Owner postcode'];
  const { places } = place(columns, [['Depot', 'M33 7ZF', 'M33 7ZF', 'M33 7ZF']]);
  expect(places[0]?.geometry).toBeUndefined();
});

describe('a file with coordinates', () => {
  const columns = ['Easting', 'Northing', 'Postcode'];
  const rows = [
    ...Array.from({ length: 9 }, (_, i) => [EASTING + i * 40, NORTHING - i * 30, 'L1 8JQ']),
    ['', '', 'M33 7ZF'],
    ['', '', 'M33 9ZZ'],
    ['379507', 'see plan', 'M33 7ZF'],
  ];

  it('is placed by them, and only records without them by postcode', () => {
    const { locator, places, told } = place(columns, rows, TRAFFORD);
    expect(locator.verdict.id).toBe('EPSG:27700');
    const marked = places.map((each) => Boolean(each.geometry && each.placement.approximate));
    expect(marked.flatMap((is, i) => (is ? [i] : []))).toEqual([9]);
    expect(told).toMatchObject([{ code: 'geom.snapped-to-postcode', line: 11 }]);
    expect(places[10]?.issues).toMatchObject([
      { code: 'geom.missing', message: expect.stringMatching(/not in Made-up postcodes/) },
    ]);
  });

  it('keeps a record whose coordinates cannot be read unplaced: it must be mended, not hidden', () => {
    const { places } = place(columns, rows, TRAFFORD);
    expect(places[11]?.geometry).toBeUndefined();
    expect(codes(places[11] ?? { issues: [] })).toContain('geom.parse-failed');
  });
});

it('a postcode far outside the publisher’s area is told of', () => {
  const { places } = place(['Postcode'], [['L1 8JQ'], ['M33 7ZF']], TRAFFORD);
  expect(codes(places[0] ?? { issues: [] })).toEqual(['crs.out-of-provider-area']);
  expect(places[1]?.issues).toEqual([]);
});

it('a gazetteer that reaches none of a file’s places is said once, not once a record', () => {
  const { locator, places } = place(['Postcode'], [['BA1 0AG'], ['BA1 0AH'], ['BA1 0AJ']]);
  expect(locator.issues).toMatchObject([
    { code: 'geom.unplaced', message: expect.stringMatching(/none of the places in “Postcode”/) },
  ]);
  expect(places.flatMap(codes)).toEqual([]);
});

it('a file that says nothing of where its records are is judged so', () => {
  const { locator } = place(
    ['Name', 'Spend'],
    [
      ['Roads', 12],
      ['Parks', 7],
    ],
  );
  expect(codes(locator)).toEqual(['geom.missing']);
});

it('an address without postcode is never guessed at', () => {
  const { locator } = place(['Address'], [['1 High St, Sale']], {}, []);
  expect(locator.issues[0]?.message).toMatch(/never guessed/);
  const { places } = place(['Address'], [['1 High St, Sale'], ['2 High St, Sale M33 7ZF']]);
  expect(places.map(({ geometry }) => geometry !== undefined)).toEqual([false, true]);
});
