import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DraftProgress } from '#data/schema/desk.ts';
import type { IssueBand, IssueGroup, IssueGroups } from '#data/schema/desk-issues.ts';
import { partQuery } from '../api/drafts.ts';
import { Reading } from '../file/reading.tsx';
import { StepHeading } from '../frame/heading.tsx';
import { useDraft } from '../state/draft-context.ts';
import { go, useRoute } from '../state/navigate.ts';
import { IssueList, NoIssues } from './issue-list.tsx';
import { IssueWork, NothingChosen } from './issue-work.tsx';
import './issues.css';
import './before-after.css';
import './issue.css';
import { selectedOf } from './order.ts';

/** What is wrong, gravest first, and each put right beside its rows and its point. */
export function IssuesStep({ progress }: { readonly progress: DraftProgress }) {
  const { draft } = useDraft();
  const { data, error, refetch } = useQuery({
    ...partQuery<IssueGroups>(draft, 'issues'),
    placeholderData: keepPreviousData,
    enabled: draft.readback !== undefined,
  });
  const { blocks } = draft.issues;
  return (
    <div className="issues-step">
      <StepHeading title={blocks > 0 ? `Issues, ${blocks} block` : 'Issues'} className="hidden">
        Issues
      </StepHeading>
      <Reading progress={progress} />
      {data ? (
        <Issues groups={data.groups} isWhole={data.after === undefined} />
      ) : error ? (
        <Notice
          icon="warning"
          title="The issues cannot be shown"
          action={{ label: 'Try again', onPress: () => void refetch() }}
        >
          {error.message} Your mends are safe on the server.
        </Notice>
      ) : (
        <Skeleton label="Issues" rows={8} rowPx={56} />
      )}
    </div>
  );
}

type IssuesProps = { readonly groups: readonly IssueGroup[]; readonly isWhole: boolean };

function Issues({ groups, isWhole }: IssuesProps) {
  const { draft } = useDraft();
  const route = useRoute();
  const [only, setOnly] = useState<IssueBand>();
  const [focusOn, setFocusOn] = useState<string>();
  const [isListOpen, setListOpen] = useState(false);
  const at = route.kind === 'step' ? route : undefined;
  const selected = selectedOf(groups, at?.issue);
  const select = ({ id }: Pick<IssueGroup, 'id'>, line?: number) =>
    go(
      {
        kind: 'step',
        draft: draft.id,
        step: 'issues',
        issue: id,
        ...(line !== undefined && { line }),
      },
      'replace',
    );
  const open = (group: Pick<IssueGroup, 'id'>) => {
    setListOpen(false);
    setFocusOn(group.id);
    select(group);
  };
  if (selected === undefined) {
    return (
      <>
        <NoIssues />
        <NothingChosen />
      </>
    );
  }
  return (
    <div className="issues" data-list={isListOpen ? 'open' : 'closed'}>
      <IssueList
        {...{ groups, only }}
        selected={selected.id}
        onOnly={setOnly}
        onSelect={select}
        onOpen={open}
        isWhole={isWhole}
      />
      <IssueWork
        key={selected.id}
        {...{ groups, selected }}
        line={at?.issue === selected.id ? at.line : undefined}
        takesFocus={focusOn === selected.id}
        onFocused={() => setFocusOn(undefined)}
        onOpen={open}
        onLine={(line) => select(selected, line)}
        onList={() => setListOpen(true)}
      />
    </div>
  );
}
