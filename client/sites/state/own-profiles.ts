import { useSyncExternalStore } from 'react';
import type { Profile, SiteSearch } from '#data/siting/search.ts';
import { readSearch, writeSearch } from '#data/siting/search-text.ts';

/** Where the browser keeps profiles a reader made. */
const KEY = 'odin.site-profiles';

/** Profiles kept at most. */
const KEPT_MOST = 30;

/**
 * Profiles out of the text they are kept as: a list of searches, each written whole. What cannot be read is left out.
 */
export function readOwnProfiles(text: string | null): readonly Profile[] {
  const seen = new Set<string>();
  return textsOf(text).flatMap((each) => {
    const search = readSearch(each);
    const title = search?.title;
    if (search === undefined || title === undefined || seen.has(title)) return [];
    seen.add(title);
    const { ground, must, prefer } = search;
    return [{ id: `own:${title}`, title, summary: 'Your own profile.', ground, must, prefer }];
  });
}

function textsOf(text: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** The search of a profile of one's own: it holds everything, so that a link to it needs nothing kept. */
export const ownSearch = (search: SiteSearch, title: string): SiteSearch => ({
  ...search,
  profile: 'own',
  title,
});

/** The text with one profile more; one of the same title is replaced. */
export function withOwnProfile(text: string | null, search: SiteSearch): string {
  const others = textsOf(text).filter((each) => readSearch(each)?.title !== search.title);
  return JSON.stringify([writeSearch(search), ...others].slice(0, KEPT_MOST));
}

/** The text without the profile of a title. */
export const withoutOwnProfile = (text: string | null, title: string): string =>
  JSON.stringify(textsOf(text).filter((each) => readSearch(each)?.title !== title));

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** The text read last, and what it said: one list for as long as the text is the same. */
const read = { text: null as string | null, profiles: [] as readonly Profile[] };

function current(): readonly Profile[] {
  const text = recall();
  if (text !== read.text) {
    read.text = text;
    read.profiles = readOwnProfiles(text);
  }
  return read.profiles;
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The reader's own profiles, newest first. */
export const useOwnProfiles = (): readonly Profile[] => useSyncExternalStore(subscribe, current);

/** Keep a profile of one's own for the next visit; false where the browser keeps nothing. */
export const keepOwnProfile = (search: SiteSearch): boolean =>
  write(withOwnProfile(recall(), search));

/** Throw a profile of one's own away. */
export const dropOwnProfile = (title: string): boolean => write(withoutOwnProfile(recall(), title));

function write(text: string): boolean {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}
