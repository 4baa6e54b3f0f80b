import type { Must, Prefer } from '#data/siting/criterion.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** A search as a hexagon can answer it, and what of it needs a site. */
export type SurfaceSearch = {
  readonly search: SiteSearch;
  /** Titles of what is left out. */
  readonly leftOut: readonly string[];
};

/** Leave out what is asked of the site itself: its area, its permission. Open ground has neither. */
export function surfaceSearchOf(search: SiteSearch): SurfaceSearch {
  const isOfGround = ({ what }: Must | Prefer): boolean => what.kind !== 'site';
  const left = [...search.must.filter(({ off }) => !off), ...search.prefer].filter(
    (criterion) => !isOfGround(criterion),
  );
  return {
    search: {
      ...search,
      must: search.must.filter(isOfGround),
      prefer: search.prefer.filter(isOfGround),
    },
    leftOut: [...new Set(left.map(({ title }) => title))],
  };
}
