import { useCallback, useState } from 'react';
import { formatCount } from '#client/ui/format.ts';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { DraftProgress } from '#data/schema/desk.ts';
import type { DraftChange, DraftCompare } from '#data/schema/desk-compare.ts';
import { Reading } from '../file/reading.tsx';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import { useDraft } from '../state/draft-context.ts';
import { go, useRoute } from '../state/navigate.ts';
import { ChangesTable } from './changes-table.tsx';
import './compare.css';
import { Counts, Sign } from './counts.tsx';
import { Guards } from './guards.tsx';
import { COUNTS, countIn, sayCount } from './kinds.ts';
import { useCompareMap } from './use-compare-map.ts';

/** What will change when it is published, with the checks that ask before. */
export function CompareStep({ progress }: { readonly progress: DraftProgress }) {
  const { draft } = useDraft();
  const { compare } = draft;
  const open = compare?.guards.filter(({ isSettled }) => !isSettled).length ?? 0;
  return (
    <div className="compare-step">
      <StepHeading title={open > 0 ? `Compare, ${open} to answer` : 'Compare'}>
        What will change when you publish
      </StepHeading>
      <Reading progress={progress} />
      {compare ? (
        <Comparing compare={compare} open={open} />
      ) : (
        <Skeleton label="The comparison" rows={8} rowPx={40} />
      )}
    </div>
  );
}

type ComparingProps = { readonly compare: DraftCompare; readonly open: number };

function Comparing({ compare, open }: ComparingProps) {
  const { draft } = useDraft();
  const route = useRoute();
  const at = route.kind === 'step' ? route : undefined;
  const shown = countIn(at?.show, compare);
  const [change, setChange] = useState<DraftChange>();
  const { id } = draft;
  const show = useCallback(
    (count: string, line?: number) =>
      go(
        {
          kind: 'step',
          draft: id,
          step: 'compare',
          show: count,
          ...(line !== undefined && { line }),
        },
        'replace',
      ),
    [id],
  );
  const onPick = useCallback(
    ({ line }: { readonly line: number }) => {
      setChange(undefined);
      show(shown, line);
    },
    [show, shown],
  );
  const map = useCompareMap(compare, { change, onPick });
  return (
    <>
      <p className="compare-words">
        {compare.words} {compare.against?.synthetic && <SyntheticBadge />}
      </p>
      {compare.against === undefined && (
        <p className="compare-words">
          There is no edition to compare it with. From the next one on, this step shows what is
          added, removed, moved and changed.
        </p>
      )}
      {compare.against && (
        <>
          <Counts {...{ compare, shown }} onShow={show} />
          <div id="changes" role="tabpanel" aria-labelledby={`count-${shown}`}>
            <ChangesTable
              key={shown}
              count={shown}
              line={at?.line}
              onLine={(next) => {
                setChange(next);
                show(shown, next.line);
              }}
            />
          </div>
        </>
      )}
      <Guards guards={compare.guards} />
      <Side title="Map" map={map}>
        {compare.against && <Legend compare={compare} />}
      </Side>
      <Bar {...{ compare, open }} />
    </>
  );
}

function Legend({ compare }: { readonly compare: DraftCompare }) {
  return (
    <ul className="compare-legend">
      {COUNTS.map((count) => (
        <li key={count}>
          <Sign count={count} /> {sayCount(count, compare)} {formatCount(compare[count])}
        </li>
      ))}
    </ul>
  );
}

function Bar({ compare, open }: ComparingProps) {
  const { draft } = useDraft();
  return (
    <ActionBar
      note={
        compare.against
          ? `Goes live in one step. People see edition ${compare.against.edition} until it does, and you can go back to it at any time.`
          : 'Goes live in one step, and you can take it down at any time.'
      }
    >
      {open > 0 ? (
        <button type="button" className="button primary" aria-disabled="true">
          Continue to publish: {open} to answer
        </button>
      ) : (
        <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'publish' }}>
          Continue to publish
        </Link>
      )}
      <Link className="button" to={{ kind: 'step', draft: draft.id, step: 'licence' }}>
        Back
      </Link>
    </ActionBar>
  );
}
