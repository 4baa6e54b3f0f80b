import { useMemo } from 'react';
import { Callout } from '#client/ui/callout.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
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
  const short = (id: string) => search.prefer.find((prefer) => prefer.id === id)?.short ?? id;
  return (
    <>
      {flips.length > 0 && (
        <p className="evidence-flips">
          {flips.map(({ criterion, from, to, leader }) => (
            <span key={criterion}>
              {short(criterion)} at {Math.round(to)} instead of {Number(from.toFixed(1))} would put{' '}
              <b>{answer.sites[leader]?.title ?? 'another'}</b> first.{' '}
            </span>
          ))}
        </p>
      )}
      {doubles.map(({ one, other, r }) => (
        <Callout
          key={`${one} ${other}`}
          tone="warn"
          title={`${short(one)} and ${short(other)} say nearly the same`}
        >
          (r {r.toFixed(2)} over these sites): together they may count one thing twice.
        </Callout>
      ))}
    </>
  );
}
