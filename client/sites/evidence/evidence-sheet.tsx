import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteCandidate, SitesAnswer } from '#data/schema/sites.ts';
import type { Points, Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { sayDay, sayPoints, sayScore } from '#data/siting/words.ts';
import { sourceTitle } from '../criteria/source-name.ts';
import { SlotBar } from '../slots/slot-bar.tsx';
import { SlotHeads } from '../slots/slot-heads.tsx';
import { reportAddress } from '../state/address.ts';
import type { SitesDesk } from '../state/desk.ts';
import { COMPARED_MOST } from '../state/finder.ts';
import { useRobustness } from '../state/use-robustness.ts';
import { Answers } from './answers.tsx';
import { Cautions } from './cautions.tsx';
import './evidence.css';
import { EvidenceTable } from './evidence-table.tsx';

type EvidenceSheetProps = {
  readonly desk: SitesDesk;
  readonly site: SiteCandidate;
  readonly onClose: () => void;
};

/** One score opened: what it is made of, how firm it is, and whose data says so. */
export function EvidenceSheet({ desk, site, onClose }: EvidenceSheetProps) {
  const { answer, ranking, finder, dispatch } = desk;
  const { search, compare } = finder;
  const robustness = useRobustness(desk);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another site is read from its top
  useEffect(() => heading.current?.focus(), [site.key]);
  const standing = answer && ranking && standingOf(answer, ranking, site.key);
  if (answer === undefined || ranking === undefined || standing === undefined) return null;
  const isTicked = compare.includes(site.key);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section
      className="under evidence"
      id="evidence"
      aria-label="Evidence"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="evidence-head">
        <div>
          <SiteLine answer={answer} site={site} />
          <h2 ref={heading} tabIndex={-1}>
            {site.title}
          </h2>
        </div>
        <Button
          className="button"
          isDisabled={!isTicked && compare.length >= COMPARED_MOST}
          onPress={() => dispatch({ kind: 'compare', key: site.key, on: !isTicked })}
        >
          {isTicked ? 'Ticked to compare' : 'Compare'}
        </Button>
        <a className="button primary" href={reportAddress(search, site.key)}>
          Open report
        </a>
        <Button className="text-button" onPress={onClose}>
          Close
        </Button>
      </header>
      <Score standing={standing} ranking={ranking} search={search} />
      <Answers {...{ answer, search, standing, robustness }} />
      <EvidenceTable {...{ answer, search, standing }} />
      <Cautions answer={answer} search={search} />
      <Musts search={search} ranking={ranking} standing={standing} />
    </section>
  );
}

const standingOf = (
  { sites }: SitesAnswer,
  { ranked, ruledOut }: Ranking,
  key: string,
): Standing | undefined => {
  const at = sites.findIndex((site) => site.key === key);
  return [ranked, ruledOut].flatMap((list) => list.filter(({ index }) => index === at))[0];
};

/** Reference, register, date and licence, above the name. */
function SiteLine({
  answer,
  site,
}: {
  readonly answer: SitesAnswer;
  readonly site: SiteCandidate;
}) {
  const source = site.source === undefined ? undefined : answer.sources[site.source];
  return (
    <p className="meta-line">
      {site.reference !== undefined && <code>{site.reference}</code>}
      {source && (
        <>
          <span>
            {sourceTitle(source)}, {sayDay(source.updated)}
          </span>
          <LicenceChip kind={source.licence.chip} title={source.licence.title} />
        </>
      )}
      {site.district !== undefined && <span>{answer.districts[site.district]}</span>}
      {site.synthetic && <SyntheticBadge />}
    </p>
  );
}

type ScoreProps = {
  readonly standing: Standing;
  readonly ranking: Ranking;
  readonly search: SiteSearch;
};

function Score({ standing, ranking, search }: ScoreProps) {
  const { rank, low, high, points } = standing;
  const isRange = high - low >= 0.5;
  return (
    <div className="evidence-score">
      <p>
        <b>{sayScore(standing)}</b>
        <span>
          of 100 · {rank === undefined ? 'ruled out' : `rank ${rank} of ${ranking.ranked.length}`}
          {isRange && rank !== undefined && ', placed by the middle of the range'}
        </span>
      </p>
      <div className="evidence-bar">
        <SlotHeads prefers={search.prefer} points={points} />
        <SlotBar prefers={search.prefer} points={points} size="opened" />
        <div className="slot-heads evidence-points" aria-hidden="true">
          {points.map((each, at) =>
            each.of > 0 ? (
              <span key={search.prefer[at]?.id} style={{ flexGrow: each.of }}>
                <SlotPoints points={each} />
              </span>
            ) : null,
          )}
        </div>
      </div>
    </div>
  );
}

/** `13.4 / 30`, on two lines where the slot is narrow: half a weight would be another weight. */
function SlotPoints({ points }: { readonly points: Points }) {
  const [got = '', of = ''] = sayPoints(points).split('/');
  return (
    <>
      <i>{got.trim()}</i> <i>/ {of.trim()}</i>
    </>
  );
}

/** `Passes 4 of 4 tested musts. Flood zone 3 is not tested. Headroom … not a connection offer.` */
function Musts({ search, ranking, standing }: ScoreProps) {
  const tested = ranking.funnel.filter(({ state }) => state === 'tested').length;
  const passed = tested - standing.fails.length - standing.untold.length;
  const names = (ids: readonly string[]) =>
    search.must.filter(({ id }) => ids.includes(id)).map(({ short }) => short);
  const untested = names(
    ranking.funnel.filter(({ state }) => state === 'not-supplied').map(({ must }) => must),
  );
  const notes = new Set([...search.must, ...search.prefer].flatMap(({ note }) => note ?? []));
  return (
    <p className="evidence-foot meta-line">
      Passes {passed} of {tested} tested musts.
      {standing.fails.length > 0 && ` Fails: ${names(standing.fails).join(', ')}.`}
      {standing.untold.length > 0 && ` Cannot tell: ${names(standing.untold).join(', ')}.`}
      {untested.length > 0 && ` Not tested, nobody supplied it: ${untested.join(', ')}.`}{' '}
      {[...notes].join(' ')}
    </p>
  );
}
