import { Button } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteColumn } from '#data/schema/sites.ts';
import type { Must } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { FunnelStep } from '#data/siting/ranking.ts';
import type { SitesDesk } from '../state/desk.ts';
import { NotTested } from './not-tested.tsx';
import { OriginLine } from './origin-line.tsx';
import { testParts, titleParts } from './parts.ts';
import { Sentence } from './sentence.tsx';

type MustRowProps = {
  readonly must: Must;
  readonly step: FunnelStep | undefined;
  readonly desk: SitesDesk;
};

/** One thing every site must meet: whether it is in force, its sentence, whose it is, and how many it leaves. */
export function MustRow({ must, step, desk }: MustRowProps) {
  const { answer, changes, dispatch } = desk;
  const column = answer && columnFor(answer, must);
  const change = changes.changes.find(({ id }) => id === must.id);
  const isTested = step?.state !== 'not-supplied';
  return (
    <li className={must.off ? 'criterion off' : 'criterion'}>
      {isTested ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={must.off !== true}
            onChange={({ target }) =>
              dispatch({ kind: 'must-on', id: must.id, on: target.checked })
            }
          />
          <span className="hidden">{must.title}: in force</span>
        </label>
      ) : (
        <i className="hatched-box" aria-hidden="true" />
      )}
      <div className="criterion-words">
        <p className="criterion-sentence">
          <Sentence
            parts={[...titleParts(must), ...testParts(must)]}
            choices={choicesOf(column)}
            dispatch={dispatch}
          />
        </p>
        {isTested ? (
          <OriginLine criterion={must} change={change} column={column} answer={answer}>
            {change?.kind === 'added' && (
              <>
                {' · '}
                <Button
                  className="text-button"
                  onPress={() => dispatch({ kind: 'drop', id: must.id })}
                >
                  Remove<span className="hidden"> {must.title}</span>
                </Button>
              </>
            )}
            {step !== undefined && step.untold > 0 && (
              <span> · nobody can tell of {formatCount(step.untold)}</span>
            )}
          </OriginLine>
        ) : (
          <NotTested column={column} />
        )}
        {must.note !== undefined && <span className="criterion-note">{must.note}</span>}
      </div>
      <div className="criterion-side">
        {step !== undefined && <Counts step={step} />}
        {column?.synthetic && <SyntheticBadge />}
      </div>
    </li>
  );
}

function Counts({ step }: { readonly step: FunnelStep }) {
  const { before, after, alone, state } = step;
  return (
    <span
      className="criterion-counts"
      title={alone > 0 ? `It alone rules out ${formatCount(alone)}` : undefined}
    >
      <span aria-hidden="true">
        {formatCount(before)} →{' '}
        <b>{state === 'off' ? <s>{formatCount(after)}</s> : formatCount(after)}</b>
      </span>
      <span className="hidden">
        {formatCount(before)} sites before, {formatCount(after)} after
        {alone > 0 && `; it alone rules out ${formatCount(alone)}`}
      </span>
    </span>
  );
}

/** Values the data has. */
const choicesOf = (column: SiteColumn | undefined): readonly string[] => [
  ...new Set(
    (column?.text ?? []).flatMap((value) =>
      value === null ? [] : value.split(';').map((each) => each.trim()),
    ),
  ),
];
