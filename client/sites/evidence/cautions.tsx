import { useMemo } from 'react';
import { Callout } from '#client/ui/callout.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { sayDouble, sayFlip } from '#data/siting/announce.ts';
import { doubleCounts } from '#data/siting/double-counting.ts';
import { flipsOf } from '#data/siting/flips.ts';
import type { SiteSearch } from '#data/siting/search.ts';

type CautionsProps = { readonly answer: SitesAnswer; readonly search: SiteSearch };

/** Changes of the winner that are told. */
const FLIPS_MOST = 2;

/** What to bear in mind of the whole list: what would change its first, and what counts twice in it. */
export function Cautions({ answer, search }: CautionsProps) {
  const flips = useMemo(() => flipsOf(answer, search).slice(0, FLIPS_MOST), [answer, search]);
  const doubles = useMemo(() => doubleCounts(answer, search), [answer, search]);
  return (
    <>
      {flips.length > 0 && (
        <p className="evidence-flips">
          {flips.map((flip) => (
            <span key={flip.criterion}>
              {sayFlip(flip, search.prefer)} would put{' '}
              <b>{answer.sites[flip.leader]?.title ?? 'another'}</b> first.{' '}
            </span>
          ))}
        </p>
      )}
      {doubles.map((double) => (
        <Callout
          key={`${double.one} ${double.other}`}
          tone="warn"
          title={sayDouble(double, search.prefer)}
        >
          (r {double.r.toFixed(2)} over these sites): together they may count one thing twice.
        </Callout>
      ))}
    </>
  );
}
