import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeSearch } from '#data/siting/search-text.ts';
import { anySearch } from '#tests/support/any-search.ts';
import { compareAddress, readFinder, reportAddress, stepOf, writeFinder } from './address.ts';
import { type Finder, find, PICTURES, startOf, VIEWS } from './finder.ts';

const key = fc.stringMatching(/^odin:[a-z/-]{1,12}:[A-Za-z0-9._-]{1,12}$/);

const anyFinder: fc.Arbitrary<Finder> = fc
  .record({
    search: anySearch,
    site: fc.option(key, { nil: undefined }),
    isOpen: fc.boolean(),
    view: fc.constantFrom(...VIEWS),
    map: fc.constantFrom(...PICTURES),
    compare: fc.uniqueArray(key, { maxLength: 4 }),
  })
  .map(({ site, isOpen, ...rest }) => ({
    ...rest,
    ...(site === undefined ? {} : { site }),
    isOpen: isOpen && site !== undefined,
  }));

describe('readFinder()', () => {
  it('reads what writeFinder() wrote', () => {
    fc.assert(
      fc.property(anyFinder, (finder) => {
        const { finder: read, problem } = readFinder(writeFinder(finder));
        expect(problem).toBeUndefined();
        expect({ ...read, search: writeSearch(read.search) }).toEqual({
          ...finder,
          search: writeSearch(finder.search),
        });
      }),
    );
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, rest) => {
        readFinder(`?search=${encodeURIComponent(search)}&${rest}`);
      }),
    );
  });

  it('begins with the first profile, and says so where a search cannot be read', () => {
    expect(readFinder('').finder.search.profile).toBe('data-centre');
    expect(readFinder('').problem).toBeUndefined();
    const { finder, problem } = readFinder('?search=data-centre~nonsense%21%21');
    expect(finder.search.profile).toBe('data-centre');
    expect(problem).toMatch(/\.$/u);
  });

  it('opens the evidence of a site that somebody links to', () => {
    expect(readFinder('?search=data-centre&site=odin:x').finder).toMatchObject({
      site: 'odin:x',
      isOpen: true,
    });
    expect(readFinder('?site=odin:x&sheet=closed').finder.isOpen).toBe(false);
  });
});

it('stepOf() makes a must or an open sheet a step of Back, and a weight none', () => {
  const start = readFinder('').finder;
  const [must] = start.search.must;
  const [prefer] = start.search.prefer;
  const off = find(start, { kind: 'must-on', id: must?.id ?? '', on: false });
  const weighed = find(start, { kind: 'weight', id: prefer?.id ?? '', weight: 3, isMoving: false });
  expect(stepOf(start, off)).toBe('push');
  expect(stepOf(start, find(start, { kind: 'open', key: 'a' }))).toBe('push');
  expect(stepOf(start, weighed)).toBe('replace');
  expect(stepOf(start, find(start, { kind: 'select', key: 'a' }))).toBe('replace');
});

it('compareAddress() and reportAddress() carry the search', () => {
  const { search } = startOf(readFinder('').finder.search);
  expect(compareAddress(search, ['a', 'b'])).toBe('/sites/compare?search=data-centre&sites=a,b');
  expect(reportAddress(search, 'odin:land/x:1')).toBe(
    '/report?site=odin:land/x:1&search=data-centre',
  );
});
