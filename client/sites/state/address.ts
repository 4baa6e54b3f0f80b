import { part } from '#client/state/url/part.ts';
import { PROFILES } from '#data/profiles/index.ts';
import type { Profile, SiteSearch } from '#data/siting/search.ts';
import { isFault } from '#data/siting/search-fault.ts';
import { parseSearch, writeSearch } from '#data/siting/search-text.ts';
import {
  COMPARED_MOST,
  type Finder,
  type MapPicture,
  PICTURES,
  type RankingView,
  searchOf,
  startOf,
  VIEWS,
} from './finder.ts';

/** Where the finder is. */
export const FINDER_PATH = '/sites';

/** Where sites stand beside each other. */
export const COMPARE_PATH = '/sites/compare';

/** What an address holds, and what of it could not be read. */
export type ReadAddress = {
  readonly finder: Finder;
  /** In sentences. */
  readonly problem?: string;
};

/**
 * Read the finder out of a query string: `?search=data-centre…&site=…&view=table&map=surface&compare=a,b`. A search
 * that cannot be read is said and replaced by the first profile. Never throws.
 *
 * @param first the profile a new search begins with
 */
export function readFinder(query: string, first: Profile | undefined = PROFILES[0]): ReadAddress {
  const fields = new URLSearchParams(query);
  const text = fields.get('search') ?? '';
  const read = text === '' ? undefined : parseSearch(text);
  const fault = read !== undefined && isFault(read) ? read : undefined;
  const usual = first ? searchOf(first) : NOTHING;
  const search = read === undefined || isFault(read) ? usual : read;
  const site = fields.get('site') || undefined;
  return {
    finder: {
      ...startOf(search),
      ...(site === undefined ? {} : { site, isOpen: fields.get('sheet') !== 'closed' }),
      view: VIEWS.find((view) => view === fields.get('view')) ?? 'list',
      map: PICTURES.find((map) => map === fields.get('map')) ?? 'sites',
      compare: readKeys(fields.get('compare')),
    },
    ...(fault ? { problem: `${fault.what} ${fault.mend}` } : {}),
  };
}

const NOTHING: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: [] },
  must: [],
  prefer: [],
};

/** The query string of the finder; what is as at the start is left out. */
export function writeFinder(finder: Finder): string {
  const { site, isOpen, view, map, compare } = finder;
  return query([
    part('search', writeSearch(finder.search)),
    part('site', site),
    part('sheet', site === undefined || isOpen ? undefined : 'closed'),
    part('view', unless<RankingView>(view, 'list')),
    part('map', unless<MapPicture>(map, 'sites')),
    part('compare', compare.join(',')),
  ]);
}

const unless = <Value>(value: Value, usual: Value): Value | undefined =>
  value === usual ? undefined : value;

const query = (parts: readonly (string | undefined)[]): string => {
  const stated = parts.filter((each) => each !== undefined);
  return stated.length === 0 ? '' : `?${stated.join('&')}`;
};

/** The address of the finder, without the site's name. */
export const addressOf = (finder: Finder): string => `${FINDER_PATH}${writeFinder(finder)}`;

/** The address at which some sites stand beside each other. */
export const compareAddress = (search: SiteSearch, keys: readonly string[]): string =>
  `${COMPARE_PATH}${query([part('search', writeSearch(search)), part('sites', keys.join(','))])}`;

/** The address of a site's report. */
export const reportAddress = (search: SiteSearch, key: string): string =>
  `/report${query([part('site', key), part('search', writeSearch(search))])}`;

/** Keys hold no comma, and each counts once. */
function readKeys(text: string | null): readonly string[] {
  const keys = (text ?? '').split(',').filter((key) => key !== '');
  return [...new Set(keys)].slice(0, COMPARED_MOST);
}

/** Whether Back should undo a change: another profile, ground, must or open sheet is a step of its own. */
export function stepOf(before: Finder, after: Finder): 'push' | 'replace' {
  const isStep =
    before.isOpen !== after.isOpen ||
    before.map !== after.map ||
    before.view !== after.view ||
    before.search.profile !== after.search.profile ||
    before.search.must !== after.search.must ||
    before.search.ground !== after.search.ground ||
    before.search.prefer.length !== after.search.prefer.length;
  return isStep ? 'push' : 'replace';
}
