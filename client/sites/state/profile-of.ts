import { findProfile } from '#data/profiles/index.ts';
import type { Profile, SiteSearch } from '#data/siting/search.ts';
import { searchOf } from './finder.ts';

/** What a search began from: a profile of ODIN's, or the reader's own of that title; undefined of one that came by link. */
export const profileOf = (search: SiteSearch, own: readonly Profile[]): Profile | undefined =>
  findProfile(search.profile) ?? own.find(({ title }) => title === search.title);

/** A profile as a search, nothing of it changed. */
export const backTo = (profile: Profile): SiteSearch =>
  findProfile(profile.id) === undefined
    ? { ...searchOf(profile), profile: 'own', title: profile.title }
    : searchOf(profile);
