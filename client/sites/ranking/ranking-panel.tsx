import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { countOf, formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { titleOf } from '../criteria/profile-chooser.tsx';
import { SlotHeads } from '../slots/slot-heads.tsx';
import type { SitesDesk } from '../state/desk.ts';
import { EmptyRanking } from './empty-ranking.tsx';
import { MovedNote } from './moved-note.tsx';
import { RankedList } from './ranked-list.tsx';
import { RankingFoot } from './ranking-foot.tsx';
import './ranking.css';
import { TroubleNote } from './trouble-note.tsx';
import { ViewSwitch } from './view-switch.tsx';

type RankingPanelProps = {
  readonly desk: SitesDesk;
  /** Leads back to the criteria, where these are not beside it. */
  readonly onCriteria: (() => void) | undefined;
  /** Phones have no room for a table. */
  readonly hasTable: boolean;
  /** What stands in the panel's head besides. */
  readonly children?: ReactNode;
};

/** The sites that meet every must, best first. */
export function RankingPanel({ desk, onCriteria, hasTable, children }: RankingPanelProps) {
  const { ranking, finder, dispatch, answer } = desk;
  const [first] = ranking?.ranked ?? [];
  return (
    <>
      <header className="ranking-head">
        {onCriteria && (
          <Button className="text-button ranking-back" onPress={onCriteria}>
            <Icon name="chevron-left" size={14} /> Criteria and weights
          </Button>
        )}
        <div className="section-head">
          <h2>{ranking ? `${countOf(ranking.ranked.length, 'site')}, best first` : 'Sites'}</h2>
          {hasTable && <ViewSwitch view={finder.view} dispatch={dispatch} />}
          {children}
        </div>
        {onCriteria ? <Steps desk={desk} /> : <Whence desk={desk} />}
        <MovedNote desk={desk} />
      </header>
      <TroubleNote desk={desk} />
      {answer === undefined && desk.trouble === undefined && (
        <Skeleton label="Sites" rows={10} rowPx={59} />
      )}
      {first !== undefined && (
        <div className="ranking-slots">
          <SlotHeads prefers={finder.search.prefer} points={first.points} />
        </div>
      )}
      {ranking?.ranked.length === 0 ? <EmptyRanking desk={desk} /> : <RankedList desk={desk} />}
      <RankingFoot desk={desk} />
    </>
  );
}

/** `Data centre · 214 → 12`. */
function Steps({ desk }: { readonly desk: SitesDesk }) {
  const { ranking } = desk;
  if (ranking === undefined) return null;
  return (
    <p className="meta-line">
      {titleOf(desk)} · {formatCount(ranking.total)} → {formatCount(ranking.ranked.length)} meet
      every must
    </p>
  );
}

/** Whose registers the sites are of. */
function Whence({ desk }: { readonly desk: SitesDesk }) {
  const { ranking, answer } = desk;
  if (ranking === undefined || answer === undefined) return null;
  const sites = ranking.ranked.flatMap(({ index }) => answer.sites[index] ?? []);
  const synthetic = sites.filter((site) => site.synthetic).length;
  const titles = new Set(
    sites.flatMap(({ source, synthetic: isMadeUp }) =>
      source === undefined || isMadeUp ? [] : [answer.sources[source]?.publisher.shortName ?? ''],
    ),
  );
  const real = sites.length - synthetic;
  return (
    <p className="meta-line">
      {real > 0 && titles.size > 0 && (
        <span title={[...titles].join(', ')}>
          {formatCount(real)} from{' '}
          {titles.size === 1 ? [...titles][0] : `${titles.size} publishers`}
        </span>
      )}
      {synthetic > 0 && (
        <>
          {real > 0 && ' · '}
          {countOf(synthetic, 'invented site')} <SyntheticBadge />
        </>
      )}
    </p>
  );
}
