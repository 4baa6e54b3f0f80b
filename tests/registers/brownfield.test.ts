import { describe, expect, it } from 'vitest';
import { BROWNFIELD_COLUMNS } from '#data/features/land-brownfield.ts';
import { run } from '#tests/support/harmonise.ts';
import { STYLES } from './kinds.ts';
import { SPELLINGS, VALUES } from './statutory.ts';

/** Headings of one register; those of the position are `x` and `y`. */
type Register = readonly (readonly [attribute: string, heading: string])[];

const attributeOf = (heading: string): string => {
  if (heading === 'GeoX') return 'x';
  return heading === 'GeoY' ? 'y' : (BROWNFIELD_COLUMNS[heading] ?? '');
};

/** The statutory headings of 2017 and the fewer of today, in every style. */
const statutory = Object.keys(BROWNFIELD_COLUMNS);
const today = statutory.filter(
  (heading) =>
    !/^(OrganisationLabel|PreviouslyPartOf|CoordinateReferenceSystem|ProposedForPIP|MinNetDwellings|DevelopmentDescription|NonHousingDevelopment|Part2|SiteInformation)$/.test(
      heading,
    ),
);
const styled = [statutory, today].flatMap((headings) =>
  Object.entries(STYLES).map(([style, rewrite]): readonly [string, Register] => [
    `${headings.length} columns, ${style}`,
    rewrite(headings).map((heading, index) => [attributeOf(headings[index] ?? ''), heading]),
  ]),
);

/** Registers mixed from the spellings met: each turn takes the next spelling of every column. */
const mixed = Array.from({ length: 42 }, (_, turn): readonly [string, Register] => [
  `mixed spellings ${turn}`,
  Object.entries(SPELLINGS)
    .filter(([name], index) => name === 'x' || name === 'y' || (turn + index) % 7 !== 0)
    .map(([attribute, spellings], index) => {
      // The two coordinates are spelt alike.
      const step = attribute === 'x' || attribute === 'y' ? turn : turn * (index + 1);
      return [attribute, spellings[step % spellings.length] ?? ''];
    }),
]);

const ROWS = 10;
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function csvOf(register: Register): string {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    register.map(([attribute]) => quote(VALUES[attribute]?.(row) ?? '')).join(','),
  );
  return [register.map(([, heading]) => quote(heading)).join(','), ...rows, ''].join('\n');
}

const NAMES = ['export (3).csv', 'Book1.csv', 'brownfield_land_register.csv', 'BLR final v2.csv'];

describe('a statutory register in any council’s spelling', () => {
  it.each(
    [...styled, ...mixed].filter(
      ([, register]) => new Set(register.map(([, heading]) => heading)).size === register.length,
    ),
  )('is known, placed and mapped: %s', (label, register) => {
    const read = run(NAMES[label.length % NAMES.length] ?? '', csvOf(register));
    expect(read.featureType).toBe('land/brownfield-site');
    expect(read.features).toHaveLength(ROWS);
    const taken = read.lock[0]?.columns ?? {};
    const wrong = register.flatMap(([attribute, heading]) =>
      attribute === 'x' || attribute === 'y' || taken[attribute]?.[0]?.trim() === heading.trim()
        ? []
        : [`${heading} is not ${attribute}`],
    );
    expect(wrong).toEqual([]);
  });

  it('is tried in more than sixty spellings', () => {
    expect(styled.length + mixed.length).toBeGreaterThan(60);
  });
});
