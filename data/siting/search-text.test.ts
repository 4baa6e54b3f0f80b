import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProfile, PROFILES } from '#data/profiles/index.ts';
import { anySearch } from '#tests/support/any-search.ts';
import type { Profile, SiteSearch } from './search.ts';
import { isFault } from './search-fault.ts';
import { parseSearch, readSearch, SEARCH_TEXT_MOST, writeSearch } from './search-text.ts';

function searchOf(id: string): SiteSearch {
  const { ground, must, prefer } = findProfile(id) as Profile;
  return { profile: id, ground, must, prefer };
}

function read(text: string): SiteSearch {
  const search = parseSearch(text);
  if (isFault(search)) throw new TypeError(`${search.what} ${search.where}`);
  return search;
}

const dataCentre = searchOf('data-centre');

describe('writeSearch()', () => {
  it.each(PROFILES.map(({ id }) => id))('writes %s as its id alone', (id) => {
    expect(writeSearch(searchOf(id))).toBe(id);
    expect(read(id)).toEqual(searchOf(id));
  });

  it('writes only what differs from the profile', () => {
    const search: SiteSearch = {
      ...dataCentre,
      must: dataCentre.must.map((each) => {
        if (each.id === 'area') return { ...each, test: { op: 'at-least', value: 1 } };
        return each.id === 'flood-zone-3' ? { ...each, off: true } : each;
      }),
      prefer: dataCentre.prefer.map((each) =>
        each.id === 'headroom'
          ? { ...each, worth: { kind: 'linear', full: 20, none: 5 }, weight: 30, locked: true }
          : each,
      ),
    };
    const text = 'data-centre~area:1..~-flood-zone-3~headroom:5..20*30!';
    expect(writeSearch(search)).toBe(text);
    expect(read(text)).toEqual(search);
  });

  it('writes what was added whole, and what was taken away', () => {
    const search: SiteSearch = {
      ...dataCentre,
      ground: { kind: 'sites', types: ['land/brownfield-site'], districts: ['E08000003'] },
      must: [
        ...dataCentre.must.filter(({ id }) => id !== 'green-belt'),
        {
          id: 'river',
          title: 'River or canal',
          short: 'River',
          what: { kind: 'distance', of: { type: 'environment/watercourse' } },
          test: { op: 'at-least', value: 100 },
        },
      ],
    };
    const text =
      'data-centre~in:land/brownfield-site;E08000003~!green-belt~must:river:distance(environment/watercourse):100..:River or canal:River';
    expect(writeSearch(search)).toBe(text);
    expect(read(text)).toEqual(search);
  });

  it('avoids the signs an address would take for its own', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const plain = writeSearch({ ...search, title: 'A', ground: dataCentre.ground });
        const unquoted = plain.replaceAll(/'(?:[^']|'')*'/g, '');
        expect(unquoted).not.toMatch(/[&#+%"<>\\^`{|}]/);
      }),
    );
  });
});

it('parseSearch() gives back whatever writeSearch() wrote', () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const text = writeSearch(search);
      if (text.length > SEARCH_TEXT_MOST) return;
      const again = read(text);
      expect(writeSearch(again)).toBe(text);
      expect(again.must.map(({ id, test, off }) => [id, test, off])).toEqual(
        search.must.map(({ id, test, off }) => [id, zeroed(test), off]),
      );
      expect(again.prefer.map(({ id, weight, locked }) => [id, weight, locked])).toEqual(
        search.prefer.map(({ id, weight, locked }) => [id, weight, locked]),
      );
      expect([again.profile, again.title, again.ground]).toEqual([
        search.profile,
        search.title,
        search.ground,
      ]);
    }),
  );
});

/** −0 is written as 0. */
const zeroed = <T extends object>(test: T): T =>
  'value' in test && typeof test.value === 'number' ? { ...test, value: test.value + 0 } : test;

describe('parseSearch() says what is wrong, where, and what to do', () => {
  it.each([
    ['', 'The search begins with no profile ODIN has.', undefined],
    ['Data centre', 'The search begins with no profile ODIN has.', 'Data centre'],
    ['own', 'The search does not say what is looked through.', undefined],
    ['own~in:brownfield', 'The search does not say what is looked through.', 'brownfield'],
    [
      'own~in:land/public-land;Bury',
      'The search does not say what is looked through.',
      'land/public-land;Bury',
    ],
    ['own~areas:', 'The areas of the search cannot be read.', undefined],
    [
      'data-centre~in:land/public-land~in:land/public-land',
      'This is said twice.',
      'in:land/public-land',
    ],
    ['data-centre~area', 'This is no part of a search.', 'area'],
    ['data-centre~area:5', 'This is nothing a site could meet.', '5'],
    ['data-centre~area:..', 'This is nothing a site could meet.', '..'],
    ['data-centre~area:1e999..', 'This is nothing a site could meet.', '1e999..'],
    ['data-centre~area:is()', 'This is nothing a site could meet.', 'is()'],
    ['data-centre~headroom:5..5', 'This does not say what a value is worth.', '5..5'],
    ['data-centre~headroom:*-1', 'This does not say what a value is worth.', '*-1'],
    [
      'data-centre~headroom:steps(a@2;@0)',
      'This does not say what a value is worth.',
      'steps(a@2;@0)',
    ],
    ['data-centre~pool:1..', 'The search has no criterion of this name.', 'pool'],
    ['data-centre~-pool', 'The search has no criterion of this name.', 'pool'],
    ['data-centre~on:fibre', 'The search has no criterion of this name.', 'fibre'],
    ['data-centre~must:a:near(land/x):1..', 'This is nothing ODIN measures.', 'near(land/x)'],
    ['data-centre~must:on:site(a):1..', 'This is no part of a search.', 'must:on:site(a):1..'],
    [
      'data-centre~must:a:site(a):1..~prefer:a:site(a):0..1*1',
      'This criterion is there twice.',
      'a',
    ],
    ['data-centre~order:area,area', 'The order of criteria cannot be read.', 'area,area'],
    [
      'data-centre~must:a:site(a):1..:A:A:note:elsewhere(x)',
      'This does not say where a threshold comes from.',
      'elsewhere(x)',
    ],
    [
      'data-centre~must:a:site(a):1..:"A"',
      'A title or note of the search cannot be read.',
      'must:a:site(a):1..:"A"',
    ],
    ['data-centre~must:a:site(a):1:A', 'This is nothing a site could meet.', '1'],
    ['data-centre~prefer:a:site(a):1..2:A', 'This does not say what a value is worth.', '1..2'],
    ['data-centre~title:a"b', 'A title or note of the search cannot be read.', 'a"b'],
  ])('%s', (text, what, where) => {
    const fault = parseSearch(text);
    expect(fault).toMatchObject({ what, ...(where === undefined ? {} : { where }) });
    expect('mend' in fault && fault.mend).toMatch(/\.$/);
  });

  it('a search of too many criteria', () => {
    const many = Array.from({ length: 61 }, (_, index) => `must:a${index}:site(a):1..`).join('~');
    expect(parseSearch(`own~in:land/public-land~${many}`)).toMatchObject({
      what: 'The search has 61 criteria.',
    });
    expect(readSearch(`own~in:land/public-land~${many}`)).toBeUndefined();
    expect(readSearch('solar')).toEqual(searchOf('solar'));
  });

  it('a text too long to be one', () => {
    expect(parseSearch('data-centre'.padEnd(SEARCH_TEXT_MOST + 1, '~'))).toMatchObject({
      what: 'The search is written in 8,001 characters.',
    });
  });
});

it('parseSearch() never throws, whatever the text holds', () => {
  const parts = [
    'data-centre',
    'own',
    '~',
    ':',
    '(',
    ')',
    "'",
    '..',
    '*',
    '!',
    '-',
    'must',
    'area',
    'in',
    '5',
    ',',
    ';',
    '@',
    'steps',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((list) => list.join('')),
        fc
          .array(fc.constantFrom(...parts), { maxLength: 30 })
          .map((list) => `data-centre~${list.join('')}`),
      ),
      (text) => {
        const search = parseSearch(text);
        if (!isFault(search))
          expect(writeSearch(read(writeSearch(search)))).toBe(writeSearch(search));
      },
    ),
    { numRuns: 500 },
  );
});
