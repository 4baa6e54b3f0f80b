import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { IssueDetail, IssueGroup } from '#data/schema/desk-issues.ts';
import { partQuery } from '../api/drafts.ts';
import { useSingleKeys } from '../columns/use-single-keys.ts';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useDraft } from '../state/draft-context.ts';
import { go } from '../state/navigate.ts';
import { IssueSheet } from './issue-sheet.tsx';
import { neighbourOf, nextAfter, sayMended } from './order.ts';
import { SideWords } from './side-words.tsx';
import { useIssueKeys } from './use-issue-keys.ts';
import { useIssueMap } from './use-issue-map.ts';
import { useMend } from './use-mend.ts';

type IssueWorkProps = {
  readonly groups: readonly IssueGroup[];
  readonly selected: IssueGroup;
  readonly line: number | undefined;
  readonly takesFocus: boolean;
  readonly onFocused: () => void;
  /** Go to another issue, its heading in focus. */
  readonly onOpen: (group: Pick<IssueGroup, 'id'>) => void;
  readonly onLine: (line: number) => void;
  readonly onList: () => void;
};

/** The issue that is selected, once the server has told it. */
export function IssueWork(props: IssueWorkProps) {
  const { draft } = useDraft();
  const { data, error } = useQuery({
    ...partQuery<IssueDetail>(draft, `issues/${props.selected.id}`),
    placeholderData: keepPreviousData,
  });
  if (data) return <OpenIssue {...props} issue={data} />;
  return (
    <div className="issue">
      {error ? (
        <p className="tone-bad" role="alert">
          {error.message}
        </p>
      ) : (
        <Skeleton label="The issue" rows={8} rowPx={48} />
      )}
      <NothingChosen />
    </div>
  );
}

type OpenIssueProps = IssueWorkProps & { readonly issue: IssueDetail };

function OpenIssue({ groups, issue, line, onOpen, onList, ...rest }: OpenIssueProps) {
  const { draft } = useDraft();
  const mend = useMend(issue);
  const { id } = issue;
  const keys = useSingleKeys();
  const [apply, isApplying] = useApply({ groups, issue, onOpen }, mend.taken);
  const towards = (by: 1 | -1) => {
    const next = neighbourOf(groups, id, by);
    return next && (() => onOpen(next));
  };
  const [onPrevious, onNext] = [towards(-1), towards(1)];
  useIssueKeys({ onPrevious, onNext, onMend: keys.isOn ? apply : undefined });
  const map = useIssueMap(issue, mend, { line, onPick: usePick(draft.id, id) });
  const later = nextAfter(groups, id);
  return (
    <>
      <IssueSheet
        {...{ issue, mend, onPrevious, onNext, onList }}
        line={line ?? issue.line}
        takesFocus={rest.takesFocus}
        onFocused={rest.onFocused}
        onLine={rest.onLine}
        onApply={() => apply?.()}
      />
      <Side title="Map" map={map}>
        <SideWords issue={issue} isProposed={map.selected?.note !== undefined} />
      </Side>
      <Bar
        hasChoices={issue.choices.length > 0}
        kept={issue.kept}
        {...{ apply, isApplying }}
        onLater={later && (() => onOpen(later))}
      />
    </>
  );
}

/** A point picked on the map: its issue where it has one, else its line under the issue at hand. */
function usePick(draft: string, issue: string): NonNullable<DraftMapWishes['onPick']> {
  return useCallback(
    (picked) =>
      go(
        { kind: 'step', draft, step: 'issues', issue: picked.issue ?? issue, line: picked.line },
        'replace',
      ),
    [draft, issue],
  );
}

/** Take the mend that is chosen, say what is left, go on to the next issue. */
function useApply(
  { groups, issue, onOpen }: Pick<OpenIssueProps, 'groups' | 'issue' | 'onOpen'>,
  taken: ReturnType<typeof useMend>['taken'],
): readonly [apply: (() => void) | undefined, isApplying: boolean] {
  const { choose, isReadOnly } = useDraft();
  const [isApplying, setApplying] = useState(false);
  if (taken === undefined || isReadOnly || isApplying) return [undefined, isApplying];
  const apply = async () => {
    setApplying(true);
    const isTaken = await choose(taken);
    setApplying(false);
    if (!isTaken) return;
    const left = groups.filter(({ id }) => id !== issue.id);
    announce(
      sayMended({
        blocks: left.filter(({ band }) => band === 'blocks').length,
        later: left.filter(({ band }) => band === 'later').length,
      }),
    );
    const next = nextAfter(groups, issue.id);
    if (next) onOpen(next);
  };
  return [() => void apply(), isApplying];
}

type BarProps = {
  readonly hasChoices: boolean;
  /** What becomes of the file as sent. */
  readonly kept: string;
  readonly apply: (() => void) | undefined;
  readonly isApplying: boolean;
  readonly onLater: (() => void) | undefined;
};

function Bar({ hasChoices, kept, apply, isApplying, onLater }: BarProps) {
  const { draft, isReadOnly } = useDraft();
  const { blocks } = draft.issues;
  const filled = blocks > 0 ? 'button primary' : 'button';
  const label = isApplying ? 'Mending' : apply ? 'Apply mend' : 'Apply mend: choose one';
  return (
    <ActionBar
      end={blocks > 0 ? <Onward blocks={blocks} /> : undefined}
      note={hasChoices ? kept : undefined}
    >
      {blocks === 0 && <Onward blocks={0} />}
      {hasChoices && !isReadOnly && (
        <button
          type="button"
          className={filled}
          aria-disabled={apply === undefined}
          aria-keyshortcuts="M"
          onClick={() => apply?.()}
        >
          {label}
        </button>
      )}
      {onLater && (
        <button type="button" className="button issue-later" onClick={onLater}>
          Decide later
        </button>
      )}
    </ActionBar>
  );
}

/** On to the licence, once nothing blocks. */
function Onward({ blocks }: { readonly blocks: number }) {
  const { draft } = useDraft();
  if (blocks > 0) {
    return (
      <button type="button" className="button" aria-disabled="true">
        Continue to licence: {blocks} left
      </button>
    );
  }
  return (
    <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'licence' }}>
      Continue to licence
    </Link>
  );
}

/** The bar and the map while no issue is there to be worked on. */
export function NothingChosen() {
  const { draft } = useDraft();
  return (
    <>
      <Side title="Map" map={PLACES} />
      <ActionBar>
        <Onward blocks={draft.issues.blocks} />
      </ActionBar>
    </>
  );
}

const PLACES: DraftMapWishes = { show: 'places' };
