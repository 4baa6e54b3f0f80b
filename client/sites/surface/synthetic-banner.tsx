import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { columnFor } from '#data/siting/prepared.ts';
import { listed } from '#data/words/figures.ts';
import type { SurfaceState } from './use-surface-state.ts';

/** Says over the map which of what is scored is invented. */
export function SyntheticBanner({ surface }: { readonly surface: SurfaceState }) {
  const names = inventedOf(surface);
  if (names.length === 0) return null;
  const text = listed(names.map((name, index) => (index === 0 ? name : name.toLowerCase())));
  return (
    <p className="surface-banner">
      <SyntheticBadge />
      <span className="surface-banner-names">
        {text} {names.length === 1 ? 'is' : 'are'} invented to show the method. Do not act on this
        map.
      </span>
      <span className="surface-banner-short" aria-hidden="true">
        Do not act on this map.
      </span>
    </p>
  );
}

/** Short names of criteria that rest on invented data. */
export function inventedOf({ answer, search }: Pick<SurfaceState, 'answer' | 'search'>): string[] {
  if (answer === undefined) return [];
  const invented = [...search.prefer, ...search.must.filter(({ off }) => !off)].filter((each) => {
    const column = columnFor(answer, each);
    return column?.synthetic === true && column.state === 'measured';
  });
  return [...new Set(invented.map(({ short }) => short))];
}
