import { lazy, Suspense } from 'react';
import { Finder } from './finder.tsx';
import { Frame } from './frame/frame.tsx';
import { COMPARE_PATH } from './state/address.ts';

const ComparePage = lazy(async () => ({
  default: (await import('./compare/compare-page.tsx')).ComparePage,
}));

const FINDER_LINKS = [
  ['criteria', 'Skip to the criteria'],
  ['ranking', 'Skip to the sites'],
  ['sites-map', 'Skip to the map'],
] as const;

const COMPARE_LINKS = [['work', 'Skip to the comparison']] as const;

/** Where could this go? The finder, and the page at which some of its sites stand beside each other. */
export function Sites() {
  if (location.pathname.startsWith(COMPARE_PATH)) {
    return (
      <Frame links={COMPARE_LINKS}>
        <main className="sites-page" id="work" tabIndex={-1}>
          <Suspense>
            <ComparePage />
          </Suspense>
        </main>
      </Frame>
    );
  }
  return (
    <Frame links={FINDER_LINKS}>
      <Finder />
    </Frame>
  );
}
