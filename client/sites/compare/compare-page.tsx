import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import { countOf } from '#client/ui/format.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { useMedia } from '#client/ui/use-media.ts';
import { findProfile } from '#data/profiles/index.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { sayDay } from '#data/siting/words.ts';
import { addressOf, FINDER_PATH } from '../state/address.ts';
import { startOf } from '../state/finder.ts';
import { BesidePicker } from './beside-picker.tsx';
import './compare.css';
import './compare-print.css';
import { CompareSources } from './compare-sources.tsx';
import { CompareTable } from './compare-table.tsx';
import { type Comparison, type ComparisonState, useComparison } from './use-comparison.ts';
import { useStills } from './use-stills.ts';

/** Two to four sites of a search beside each other, at `/sites/compare?search=…&sites=k1,k2`. */
export function ComparePage() {
  const state = useComparison();
  const { comparison } = state;
  const count = comparison?.sites.length ?? state.asked.keys.length;
  useEffect(() => {
    document.title = `Compare ${countOf(count, 'site')} · ODIN`;
  }, [count]);
  return (
    <div className="compare">
      <CompareHeader state={state} count={count} />
      {comparison === undefined ? (
        <Waiting state={state} />
      ) : (
        <Beside comparison={comparison} state={state} />
      )}
    </div>
  );
}

function CompareHeader({
  state,
  count,
}: {
  readonly state: ComparisonState;
  readonly count: number;
}) {
  const { asked, comparison } = state;
  const back = asked.search
    ? addressOf({ ...startOf(asked.search), compare: asked.keys })
    : FINDER_PATH;
  const ranked = comparison?.ranking.ranked.length;
  return (
    <header className="compare-head">
      <a className="compare-back" href={back}>
        ‹ {ranked === undefined ? 'Sites' : countOf(ranked, 'site')}
      </a>
      <h1>Compare {countOf(count, 'site')}</h1>
      {comparison && (
        <p>
          {titleOf(comparison.search)} profile · {sayDay(comparison.answer.asOf)} · distances in a
          straight line
        </p>
      )}
      <div className="compare-tools">
        {count < 4 && (
          <a className="button" href={back}>
            Add a site
          </a>
        )}
        <Button className="button" onPress={() => print()} isDisabled={comparison === undefined}>
          Print
        </Button>
        <Button className="button primary" onPress={() => void copyLink()}>
          Copy link
        </Button>
      </div>
    </header>
  );
}

const titleOf = ({ title, profile }: SiteSearch): string =>
  title ?? findProfile(profile)?.title ?? 'Own';

/** Put the address on the clipboard and say so; where the browser forbids it, say that. */
async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    announce('Link copied.');
  } catch {
    announce('It could not be copied: take it from the address bar.');
  }
}

/** What stands there while there is nothing to compare, or never will be. */
function Waiting({ state }: { readonly state: ComparisonState }) {
  const { asked, problem, lost } = state;
  if (asked.search === undefined || asked.keys.length < 2) {
    return (
      <Notice icon="compare" title="Nothing to compare yet">
        Choose two to four sites in <a href={FINDER_PATH}>the finder</a>: tick Compare on their
        rows.
      </Notice>
    );
  }
  if (problem !== undefined) {
    return (
      <Notice
        icon="warning"
        title="The sites could not be measured"
        action={{ label: 'Try again', onPress: state.askAgain }}
      >
        {problem} The address keeps what you chose.
      </Notice>
    );
  }
  if (lost.length > 0) {
    return (
      <Notice icon="info" title="Too few of these sites are left to compare">
        {countOf(lost.length, 'site')} of this address {lost.length === 1 ? 'is' : 'are'} no longer
        in the data the search looks through.
      </Notice>
    );
  }
  return <Skeleton label="Comparison" rows={10} rowPx={52} />;
}

/** The table and its sources; on a phone the first site stays and one other stands beside it. */
function Beside({
  comparison,
  state,
}: {
  readonly comparison: Comparison;
  readonly state: ComparisonState;
}) {
  const { sites, answer } = comparison;
  const isPhone = useMedia('(width < 720px)');
  const [other, setOther] = useState(1);
  const stills = useStills(comparison);
  const shown = isPhone ? [0, Math.min(other, sites.length - 1)] : sites.map((_, at) => at);
  return (
    <>
      {state.lost.length > 0 && (
        <Callout tone="warn" title={`${countOf(state.lost.length, 'site')} left out.`}>
          No longer in the data the search looks through.
        </Callout>
      )}
      {answer.columns.some(({ synthetic, state: known }) => synthetic && known === 'measured') && (
        <p className="compare-synthetic">
          What is marked Synthetic is invented to show the method. Do not act on it.
        </p>
      )}
      {isPhone && sites.length > 2 && (
        <BesidePicker sites={sites} other={other} onOther={setOther} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is scrolled by keys */}
      <section className="compare-scroll" aria-label="Comparison" tabIndex={0}>
        <CompareTable comparison={comparison} shown={shown} stills={stills} />
      </section>
      <CompareSources answer={answer} />
    </>
  );
}
