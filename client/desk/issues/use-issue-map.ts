import { useMemo } from 'react';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import type { DraftMapWishes } from '../map/wishes.ts';
import { afterOf } from './before-after.tsx';
import type { Mend } from './use-mend.ts';

type Picking = {
  readonly onPick: NonNullable<DraftMapWishes['onPick']>;
  readonly line: number | undefined;
};

/** The issue on the map: its record, where a mend would put it, and every place it may have been meant for. */
export function useIssueMap(
  issue: IssueDetail | undefined,
  mend: Mend,
  { onPick, line }: Picking,
): DraftMapWishes {
  const after = issue && afterOf(issue, mend);
  const { value, choice, choose } = mend;
  const picker = issue?.choices.find(({ input }) => input?.kind === 'candidate')?.id;
  // `mend.choose` is made anew with every render and does the same
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wishes stay the same while nothing on the map changes
  return useMemo((): DraftMapWishes => {
    if (issue === undefined) return { show: 'places', onPick };
    const chosen = choice?.id === 'suggested' ? suggestedValue(issue) : value;
    const candidates = issue.candidates.flatMap(({ at, value: reading }) =>
      at ? [{ at, value: reading, isChosen: reading === chosen }] : [],
    );
    return {
      show: 'places',
      ...selectionOf(issue, line, after),
      ...(candidates.length > 0 && { candidates }),
      ...(picker !== undefined && {
        onCandidate: (reading: string) =>
          reading === suggestedValue(issue) ? choose('suggested') : choose(picker, reading),
      }),
      onPick,
    };
  }, [issue, line, after?.text, choice?.id, value, picker, onPick]);
}

const suggestedValue = ({ candidates }: IssueDetail): string | undefined =>
  candidates.find(({ suggested }) => suggested)?.value;

function selectionOf(
  issue: IssueDetail,
  line: number | undefined,
  after: ReturnType<typeof afterOf>,
): Pick<DraftMapWishes, 'selected'> {
  const shown = line ?? issue.line;
  if (shown === undefined) return {};
  const isFirst = shown === issue.line;
  const at = after?.at ?? (isFirst ? issue.at : undefined);
  const name = isFirst && issue.reference !== undefined ? `${issue.reference} · ` : '';
  return {
    selected: {
      line: shown,
      label: `${name}line ${shown}`,
      ...(at && { at }),
      ...(after?.at && { note: `at ${after.text}, proposed` }),
    },
  };
}
