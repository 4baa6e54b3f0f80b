import { Fragment } from 'react';
import { useDistricts } from '#client/api/queries.ts';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { SitesDesk } from '../state/desk.ts';
import { figuresOf, sayGround } from './figures.ts';
import './funnel.css';

type FunnelProps = { readonly desk: SitesDesk };

/** How many sites there are, and how many are left: figures, and bars to one scale. */
export function Funnel({ desk }: FunnelProps) {
  const { ranking, finder, isAsking } = desk;
  const { ground, must } = finder.search;
  const { data: all = [] } = useDistricts();
  const asked = ground.kind === 'sites' ? (ground.districts ?? []) : [];
  const names = asked.map((code) => all.find(({ gssCode }) => gssCode === code)?.name ?? code);
  const figures = ranking ? figuresOf(ranking, must, sayGround(ground, names)) : [];
  const total = Math.max(1, ranking?.total ?? 0);
  const untold = ranking?.ranked.filter((standing) => standing.untold.length > 0).length ?? 0;
  return (
    <section
      className={isAsking ? 'funnel counting' : 'funnel'}
      aria-label="Sites left"
      aria-busy={isAsking}
    >
      {ranking === undefined && <p className="funnel-wait">Counting…</p>}
      <div className="funnel-figures">
        {figures.map(({ count, words }, index) => (
          <Fragment key={words}>
            {index > 0 && (
              <span className="funnel-arrow" aria-hidden="true">
                →
              </span>
            )}
            <p className={index === figures.length - 1 ? 'funnel-figure last' : 'funnel-figure'}>
              <b>{formatCount(count)}</b>
              <span>{words}</span>
            </p>
          </Fragment>
        ))}
      </div>
      <div className="funnel-bars" aria-hidden="true">
        {figures.map(({ count, words }) => (
          <i key={words}>
            <i style={{ width: `${(count / total) * 100}%` }} />
          </i>
        ))}
      </div>
      {untold > 0 && (
        <p className="funnel-note">
          <Icon name="help" size={14} /> Of {formatCount(untold)} of the{' '}
          {formatCount(ranking?.ranked.length ?? 0)} it cannot be told whether they meet every must.
        </p>
      )}
    </section>
  );
}
