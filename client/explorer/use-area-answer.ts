import { useMemo, useState } from 'react';
import { useAreaAnswer } from '#client/api/areas.ts';
import { missingByReach } from '#client/features/area/words.ts';
import type { Explore } from '#client/state/explore.ts';
import type { AreaMissing } from '#data/schema/area.ts';

const NONE: readonly AreaMissing[] = [];

/** What is on the area asked about, and the districts to hatch for it while its tab is open. */
export function useAnswer({ asked, tab }: Explore) {
  const { data, error, isPlaceholderData, isFetching, refetch } = useAreaAnswer(asked?.area);
  const answer = asked === undefined || error !== null ? undefined : data;
  // an area whose hatch was put away keeps it so; the next one shows its own
  const [hidden, setHidden] = useState<string>();
  const isHatched = tab === 'area' && answer !== undefined && answer.area.text !== hidden;
  const missing = isHatched ? answer.missing : NONE;
  return {
    answer,
    fault: asked === undefined ? undefined : error?.message,
    isStale: isPlaceholderData && isFetching,
    retry: () => void refetch(),
    missing,
    hideGaps: () => setHidden(answer?.area.text),
    /** As the map hatches districts; the part outside every district has none. */
    hatched: useMemo(() => hatchOf(missing), [missing]),
  };
}

export type AnswerState = ReturnType<typeof useAnswer>;

function hatchOf(missing: readonly AreaMissing[]) {
  const districts = missingByReach(missing).parts.flatMap(({ gssCode, name }) =>
    gssCode === undefined ? [] : [{ gssCode, name }],
  );
  return districts.length === 0 ? undefined : { title: 'layers asked', missing: districts };
}
