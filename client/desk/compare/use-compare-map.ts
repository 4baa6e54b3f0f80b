import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DraftChange, DraftChanges, DraftCompare } from '#data/schema/desk-compare.ts';
import { partQuery } from '../api/drafts.ts';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useDraft } from '../state/draft-context.ts';
import { changesQuery } from './changes-table.tsx';
import { sayChange } from './kinds.ts';

type Picked = {
  readonly change: DraftChange | undefined;
  readonly onPick: NonNullable<DraftMapWishes['onPick']>;
};

const none: readonly DraftChange[] = [];

/** What publishing does, on the map: signs on what is in the draft, ways of what moved, signs of what goes. */
export function useCompareMap(compare: DraftCompare, { change, onPick }: Picked): DraftMapWishes {
  const { draft } = useDraft();
  const moved = useQuery({ ...changesQuery(draft, 'moved'), enabled: compare.moved > 0 });
  const removed = useQuery({
    ...partQuery<DraftChanges>(draft, 'changes?kind=removed&limit=500'),
    enabled: compare.removed > 0,
  });
  const [moves, gone] = [moved.data?.changes ?? none, removed.data?.changes ?? none];
  return useMemo((): DraftMapWishes => {
    const at = (change?.after ?? change?.before)?.at;
    return {
      show: compare.against === undefined ? 'places' : 'changes',
      moves: moves.flatMap(({ before, after }) =>
        before && after ? [{ from: before.at, to: after.at }] : [],
      ),
      removed: gone.flatMap(({ before }) => (before ? [before.at] : [])),
      ...(change && at && { selected: { line: change.line, at, label: sayChange(change) } }),
      onPick,
    };
  }, [compare.against, moves, gone, change, onPick]);
}
