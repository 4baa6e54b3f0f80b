import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBytes, packBytes, postcodes, uprns } from '#tests/support/gazetteer.ts';
import { openAddressBook } from './lookup.ts';

const metres = (most: number) =>
  fc.integer({ min: 0, max: most * 100 }).map((centimetres) => centimetres / 100);
const ENTRY = fc.record({
  key: fc.integer({ min: 1, max: 2 ** 40 - 1 }),
  easting: metres(700_000),
  northing: metres(1_300_000),
  accuracyM: fc.constantFrom(10, 100, 500),
});

it('openPacked() finds every entry that was packed, and no other', () => {
  const entries = fc.uniqueArray(ENTRY, { selector: ({ key }) => key, maxLength: 900 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 2 ** 40 - 1 }), (all, other) => {
      const { find, range } = openBytes(packBytes('uprn', all));
      for (const entry of all) expect(find(entry.key)).toEqual(entry);
      if (all.every(({ key }) => key !== other)) expect(find(other)).toBeUndefined();
      const [from, to] = [other / 2, other];
      const between = all.filter(({ key }) => key >= from && key < to).map(({ key }) => key);
      expect([...range(from, to)].map(({ key }) => key)).toEqual(between.sort((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

it('openPacked() throws a TypeError for anything that is no gazetteer, or is damaged', () => {
  const whole = packBytes('uprn', [{ key: 7, easting: 1, northing: 2, accuracyM: 10 }]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(() => openBytes(bytes)).toThrow(TypeError);
    }),
  );
  for (const length of [0, 20, whole.length - 1]) {
    expect(() => openBytes(whole.slice(0, length))).toThrow(TypeError);
  }
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const damaged = whole.slice();
      damaged[at] = byte;
      try {
        openBytes(damaged).find(7);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(TypeError);
      }
    }),
  );
});

it('openAddressBook() asks each kind in turn, and lists the districts of a beginning', () => {
  const book = openAddressBook([
    postcodes({
      'M33 7ZF': [379_000, 392_000],
      'M33 7ZG': [379_200, 392_300],
      'M34 1AA': [393_000, 395_000],
    }),
    uprns(new Map([[100012345678, [379_010, 392_020]]])),
  ]);
  expect(book.postcode('m337zf')).toMatchObject({ easting: 379_000, accuracyM: 100 });
  expect(book.postcode('M33')).toBeUndefined();
  expect(book.uprn(100012345678)).toMatchObject({ northing: 392_020, accuracyM: 10 });
  expect(book.propose('M33 7ZF')).toBeUndefined();
  expect(book.propose('M34 IAA')).toBe('M34 1AA');
  expect(book.districts('M3', 6)).toEqual([
    { outward: 'M33', postcodes: 2, box: [379_000, 392_000, 379_200, 392_300] },
    { outward: 'M34', postcodes: 1, box: [393_000, 395_000, 393_000, 395_000] },
  ]);
  expect(openAddressBook([]).postcode('M33 7ZF')).toBeUndefined();
});
