import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROFILES } from '#data/profiles/index.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import { searchOf } from './finder.ts';
import { ownSearch, readOwnProfiles, withOwnProfile, withoutOwnProfile } from './own-profiles.ts';
import { backTo } from './profile-of.ts';

const [base] = PROFILES;
if (base === undefined) throw new TypeError('There are no profiles');
const mine = ownSearch(searchOf(base), 'Depots');

it('readOwnProfiles() reads what was kept, whole', () => {
  const [profile] = readOwnProfiles(withOwnProfile(null, mine));
  expect(profile?.title).toBe('Depots');
  expect(profile && writeSearch(backTo(profile))).toBe(writeSearch(mine));
});

it('withOwnProfile() replaces one of the same title', () => {
  const twice = withOwnProfile(withOwnProfile(null, mine), { ...mine, must: [] });
  expect(readOwnProfiles(twice).map(({ must }) => must.length)).toEqual([0]);
  expect(readOwnProfiles(withoutOwnProfile(twice, 'Depots'))).toEqual([]);
});

it('readOwnProfiles() never throws, whatever the browser kept', () => {
  fc.assert(fc.property(fc.option(fc.string()), (text) => void readOwnProfiles(text)));
  fc.assert(fc.property(fc.json(), (text) => void readOwnProfiles(text)));
  expect(readOwnProfiles('["nonsense", 3, null]')).toEqual([]);
});
