import { type KeyboardEvent, useId } from 'react';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { Tone } from '#data/schema/desk-choice.ts';
import type { IssueBand, IssueGroup } from '#data/schema/desk-issues.ts';
import { draftPath } from '../api/drafts.ts';
import { Link } from '../frame/link.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { useDraft } from '../state/draft-context.ts';
import { BANDS, type Band, bandsOf } from './order.ts';

const HEADS = {
  blocks: { words: 'You cannot publish until you settle', short: 'Blocks publishing', tone: 'bad' },
  later: { words: 'You can publish and fix later', short: 'Fix later', tone: 'warn' },
  mended: { words: 'Mended for you', short: 'Mended for you', tone: 'good' },
} as const satisfies Record<IssueBand, { words: string; short: string; tone: Tone }>;

type IssueListProps = {
  readonly groups: readonly IssueGroup[];
  readonly selected: string | undefined;
  /** The band shown alone. */
  readonly only: IssueBand | undefined;
  readonly onOnly: (band: IssueBand | undefined) => void;
  readonly onSelect: (group: IssueGroup) => void;
  /** Enter: go to what is selected. */
  readonly onOpen: (group: IssueGroup) => void;
  /** False when there are more than are listed. */
  readonly isWhole: boolean;
};

/** All issues in their bands; arrows move the selection, Enter goes to it. */
export function IssueList(props: IssueListProps) {
  const { groups, selected, only, onOnly, onSelect, onOpen, isWhole } = props;
  const { draft } = useDraft();
  const bands = bandsOf(groups, only);
  const shown = bands.flatMap((band) => band.groups);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = shown[shown.findIndex(({ id }) => id === selected) + by];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-issue="${next.id}"]`)?.focus();
  };
  return (
    <section className="issues-list" aria-label="All issues">
      <div className="issues-tools">
        <span className="select">
          <select
            aria-label="Which issues to show"
            value={only ?? ''}
            onChange={({ target }) => onOnly(BANDS.find((band) => band === target.value))}
          >
            <option value="">All issues</option>
            {BANDS.map((band) => (
              <option key={band} value={band}>
                {HEADS[band].short}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={16} />
        </span>
        <a className="button" href={draftPath(draft.id, 'issues.csv')} download>
          Download
        </a>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a second way beside the links' own focus */}
      <div className="issues-bands" onKeyDown={onKeyDown}>
        {bands.map((band) => (
          <BandOf key={band.band} {...{ band, selected, onOpen }} />
        ))}
      </div>
      {!isWhole && (
        <p className="issues-more">
          The first {formatCount(groups.length)}; all are in the download.
        </p>
      )}
    </section>
  );
}

type BandOfProps = Pick<IssueListProps, 'selected' | 'onOpen'> & {
  readonly band: Band;
};

function BandOf({ band: { band, groups }, selected, onOpen }: BandOfProps) {
  const { words, tone } = HEADS[band];
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 className={`issues-band band-${band}`} id={id}>
        {band !== 'mended' && <ToneGlyph tone={tone} />}
        <span>{words}</span>
        <b>{formatCount(groups.length)}</b>
      </h3>
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={group.id === selected ? 'issue-item now' : 'issue-item'}>
            <ToneGlyph tone={tone} isSaid />
            <IssueLink {...{ group, onOpen }} isSelected={group.id === selected} />
            {group.decision !== undefined && <TakeBack group={group} number={group.decision} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type IssueLinkProps = Pick<IssueListProps, 'onOpen'> & {
  readonly group: IssueGroup;
  readonly isSelected: boolean;
};

function IssueLink({ group, isSelected, onOpen }: IssueLinkProps) {
  return (
    <button
      type="button"
      className="issue-link"
      data-issue={group.id}
      tabIndex={isSelected ? 0 : -1}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => {
        onOpen(group);
      }}
    >
      <span>{group.title}</span>
      <small>
        {group.where}
        {group.settledBefore && ' · settled before'}
      </small>
    </button>
  );
}

/** Take one mend back, wherever it stands in the history. */
function TakeBack({ group, number }: { readonly group: IssueGroup; readonly number: number }) {
  const { act, isReadOnly } = useDraft();
  return (
    <button
      type="button"
      className="text-button"
      aria-label={`Undo: ${group.title}`}
      aria-disabled={isReadOnly}
      onClick={() => {
        if (!isReadOnly) void act({ method: 'DELETE', path: `decisions/${number}` });
      }}
    >
      Undo
    </button>
  );
}

/** What is shown where nothing is wrong. */
export function NoIssues() {
  const { draft } = useDraft();
  return (
    <p className="no-issues">
      <ToneGlyph tone="good" /> Nothing is wrong with {draft.file.name}, and nothing had to be
      mended.{' '}
      <Link to={{ kind: 'step', draft: draft.id, step: 'licence' }}>Go on to the licence.</Link>
    </p>
  );
}
