import type { Must, Prefer, Test, What, Worth } from '#data/siting/criterion.ts';
import type { Profile, SearchGround, SiteSearch } from '#data/siting/search.ts';
import { addPrefer, dropPrefer, moveWeight } from './weighing.ts';

/** What the ranking is read as. */
export const VIEWS = ['list', 'table'] as const;
export type RankingView = (typeof VIEWS)[number];

/** What the map shows: sites, or hexagons over all the ground. */
export const PICTURES = ['sites', 'surface'] as const;
export type MapPicture = (typeof PICTURES)[number];

/** Most sites that are compared. */
export const COMPARED_MOST = 4;

/** The finder as one plain value; all of it but `moving` and `undone` travels in the address. */
export type Finder = {
  readonly search: SiteSearch;
  /** Key of the site selected in list, table and map. */
  readonly site?: string;
  /** Its evidence is open. */
  readonly isOpen: boolean;
  readonly view: RankingView;
  readonly map: MapPicture;
  /** Keys, in the order ticked. */
  readonly compare: readonly string[];
  /** A weight being dragged: what the others were when it began, so that going back gives them back. */
  readonly moving?: { readonly id: string; readonly from: readonly Prefer[] };
  /** The search before the last edit. */
  readonly before?: SiteSearch;
};

/** What can be done in the finder. */
export type FinderAction =
  | { readonly kind: 'restored'; readonly finder: Finder }
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'search'; readonly search: SiteSearch }
  | { readonly kind: 'ground'; readonly ground: SearchGround }
  /** Other ground, looked at as sites. */
  | { readonly kind: 'start'; readonly ground: SearchGround }
  | { readonly kind: 'must-on'; readonly id: string; readonly on: boolean }
  | { readonly kind: 'must-test'; readonly id: string; readonly test: Test }
  /** Another measure; `title` where the old one named a value of it. */
  | { readonly kind: 'what'; readonly id: string; readonly what: What; readonly title?: string }
  | { readonly kind: 'worth'; readonly id: string; readonly worth: Worth }
  | {
      readonly kind: 'weight';
      readonly id: string;
      readonly weight: number;
      readonly isMoving: boolean;
    }
  | { readonly kind: 'weight-rest' }
  | { readonly kind: 'lock'; readonly id: string; readonly on: boolean }
  | { readonly kind: 'add-must'; readonly must: Must }
  | { readonly kind: 'add-prefer'; readonly prefer: Prefer }
  | { readonly kind: 'drop'; readonly id: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'select'; readonly key: string | undefined }
  | { readonly kind: 'open'; readonly key: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'view'; readonly view: RankingView }
  | { readonly kind: 'map'; readonly map: MapPicture }
  | { readonly kind: 'compare'; readonly key: string; readonly on: boolean }
  | { readonly kind: 'compare-none' };

/** The finder at the start of a search. */
export const startOf = (search: SiteSearch): Finder => ({
  search,
  isOpen: false,
  view: 'list',
  map: 'sites',
  compare: [],
});

/** A profile as a search, nothing of it changed. */
export const searchOf = ({ id, ground, must, prefer }: Profile): SiteSearch => ({
  profile: id,
  ground,
  must,
  prefer,
});

/** The finder after something was done. */
export function find(finder: Finder, action: FinderAction): Finder {
  const search = edit(finder, action);
  if (search !== undefined) return edited(finder, search, action);
  switch (action.kind) {
    case 'restored':
      return action.finder;
    case 'weight-rest':
      return still(finder);
    case 'undo':
      return finder.before === undefined
        ? finder
        : { ...without(finder, 'before'), search: finder.before };
    case 'view':
      return { ...finder, view: action.view, isOpen: false };
    case 'map':
      return { ...finder, map: action.map, isOpen: false };
    default:
      return point(finder, action);
  }
}

/** Which site is pointed at, opened, ticked. */
function point(finder: Finder, action: FinderAction): Finder {
  switch (action.kind) {
    case 'select':
      return action.key === undefined
        ? { ...without(finder, 'site'), isOpen: false }
        : { ...finder, site: action.key };
    case 'open':
      return { ...finder, site: action.key, isOpen: true };
    case 'close':
      return { ...finder, isOpen: false };
    case 'compare':
      return { ...finder, compare: tick(finder.compare, action.key, action.on) };
    case 'compare-none':
      return { ...finder, compare: [] };
    default:
      return finder;
  }
}

function tick(compare: readonly string[], key: string, on: boolean): readonly string[] {
  const others = compare.filter((each) => each !== key);
  if (!on) return others;
  return others.length >= COMPARED_MOST ? compare : [...others, key];
}

/** The search after an action that edits it; undefined for every other. */
function edit({ search, moving }: Finder, action: FinderAction): SiteSearch | undefined {
  switch (action.kind) {
    case 'profile':
      return searchOf(action.profile);
    case 'search':
      return action.search;
    case 'ground':
      return { ...search, ground: action.ground };
    case 'start':
      return { ...search, ground: action.ground };
    case 'weight': {
      const from = moving?.id === action.id ? moving.from : search.prefer;
      return { ...search, prefer: moveWeight(from, action.id, action.weight) };
    }
    case 'add-prefer':
      return { ...search, prefer: addPrefer(search.prefer, action.prefer) };
    case 'drop':
      return {
        ...search,
        must: search.must.filter(({ id }) => id !== action.id),
        prefer: dropPrefer(search.prefer, action.id),
      };
    default:
      return editOne(search, action);
  }
}

/** An edit of one criterion where it stands. */
function editOne(search: SiteSearch, action: FinderAction): SiteSearch | undefined {
  switch (action.kind) {
    case 'must-on':
      return withMust(search, action.id, ({ off: _, ...must }) =>
        action.on ? must : { ...must, off: true },
      );
    case 'must-test':
      return withMust(search, action.id, (must) => ({ ...must, test: action.test }));
    case 'add-must':
      return { ...search, must: [...search.must, action.must] };
    case 'worth':
      return withPrefer(search, action.id, (prefer) => ({ ...prefer, worth: action.worth }));
    case 'lock':
      return withPrefer(search, action.id, ({ locked: _, ...prefer }) =>
        action.on ? { ...prefer, locked: true } : prefer,
      );
    case 'what': {
      const { id, what, title } = action;
      const part = title === undefined ? { what } : { what, title };
      const changed = withMust(search, id, (must) => ({ ...must, ...part }));
      return withPrefer(changed, id, (prefer) => ({ ...prefer, ...part }));
    }
    default:
      return undefined;
  }
}

const withMust = (search: SiteSearch, id: string, change: (must: Must) => Must): SiteSearch => ({
  ...search,
  must: search.must.map((must) => (must.id === id ? change(must) : must)),
});

const withPrefer = (
  search: SiteSearch,
  id: string,
  change: (prefer: Prefer) => Prefer,
): SiteSearch => ({
  ...search,
  prefer: search.prefer.map((prefer) => (prefer.id === id ? change(prefer) : prefer)),
});

/** The finder with another search; a drag is one edit, whatever it passes. */
function edited(finder: Finder, search: SiteSearch, action: FinderAction): Finder {
  const isDrag = action.kind === 'weight' && finder.moving?.id === action.id;
  const rest = still(finder);
  const next = { ...rest, search, before: isDrag ? (finder.before ?? search) : finder.search };
  const isElsewhere = ['profile', 'ground', 'start'].includes(action.kind);
  if (isElsewhere) {
    const map = action.kind === 'start' ? 'sites' : next.map;
    return { ...without(next, 'site'), isOpen: false, compare: [], map };
  }
  if (action.kind !== 'weight' || !action.isMoving) return next;
  return { ...next, moving: finder.moving ?? { id: action.id, from: finder.search.prefer } };
}

const still = (finder: Finder): Finder => without(finder, 'moving');

function without<Name extends 'site' | 'moving' | 'before'>(finder: Finder, name: Name): Finder {
  const { [name]: _, ...rest } = finder;
  return rest as Finder;
}
