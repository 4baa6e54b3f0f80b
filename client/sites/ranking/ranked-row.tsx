import { type KeyboardEvent, memo } from 'react';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteCandidate } from '#data/schema/sites.ts';
import { sayStanding } from '#data/siting/announce.ts';
import type { Prefer } from '#data/siting/criterion.ts';
import type { Standing } from '#data/siting/ranking.ts';
import { sayScore } from '#data/siting/words.ts';
import { SlotBar } from '../slots/slot-bar.tsx';
import './ranked-row.css';
import { sayFacts } from './say-site.ts';

/** What a row can be asked for. */
export type RowAct = 'select' | 'open' | 'tick';

type RankedRowProps = {
  readonly site: SiteCandidate;
  readonly standing: Standing;
  readonly prefers: readonly Prefer[];
  readonly isSelected: boolean;
  /** Its evidence is open. */
  readonly isOpen: boolean;
  /** The one row that Tab reaches. */
  readonly isStop: boolean;
  readonly isTicked: boolean;
  /** As many are ticked as can be compared. */
  readonly isTickFull: boolean;
  /** Short names of the musts nobody can tell of. */
  readonly untold: string;
  readonly onAct: (key: string, act: RowAct) => void;
};

/** One site of the ranking: its place, its score, what it is made of, and what the site is. */
export const RankedRow = memo(function RankedRow(props: RankedRowProps) {
  const {
    site,
    standing,
    prefers,
    isSelected,
    isOpen,
    isStop,
    isTicked,
    isTickFull,
    untold,
    onAct,
  } = props;
  const act = (what: RowAct) => () => onAct(site.key, what);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    onAct(site.key, 'tick');
  };
  return (
    <li className={isSelected ? 'ranked selected' : 'ranked'} data-key={site.key}>
      <button
        type="button"
        className="ranked-main"
        tabIndex={isStop ? 0 : -1}
        aria-current={isSelected ? 'true' : undefined}
        onClick={act(isSelected ? 'open' : 'select')}
        onDoubleClick={act('open')}
        onKeyDown={onKeyDown}
      >
        <span className="ranked-rank">{standing.rank}</span>
        <span className="ranked-name">{site.title}</span>
        <span className="ranked-score" aria-hidden="true">
          {sayScore(standing)}
        </span>
        <span className="hidden">, {sayStanding(standing, prefers)}</span>
        <SlotBar prefers={prefers} points={standing.points} size="list" />
        <span className="ranked-facts">
          <span>{sayFacts(site, untold)}</span>
          {site.synthetic && <SyntheticBadge />}
        </span>
      </button>
      <span className="ranked-side">
        {isSelected && !isOpen && (
          <button type="button" className="text-button" tabIndex={-1} onClick={act('open')}>
            Why this score<span className="hidden"> has {site.title}</span>
          </button>
        )}
        <label className="tick">
          <input
            type="checkbox"
            tabIndex={isStop ? 0 : -1}
            checked={isTicked}
            disabled={isTickFull && !isTicked}
            onChange={act('tick')}
          />
          <span className="hidden">Compare {site.title}</span>
        </label>
      </span>
    </li>
  );
});
