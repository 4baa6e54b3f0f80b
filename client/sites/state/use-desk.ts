import { useMemo } from 'react';
import { ApiProblem } from '#client/api/client.ts';
import { changesFromProfile } from '#data/siting/changes-from-profile.ts';
import type { AskingTrouble, SitesDesk } from './desk.ts';
import { useOwnProfiles } from './own-profiles.ts';
import { profileOf } from './profile-of.ts';
import { useAnswer } from './use-answer.ts';
import { useLastEdit } from './use-edits.ts';
import { useFinder } from './use-finder.ts';
import { useRanking } from './use-ranking.ts';

/** The finder with its answer and its ranking. */
export function useDesk(): SitesDesk & { readonly addressProblem: string | undefined } {
  const { finder, dispatch, problem } = useFinder();
  const { search, moving } = finder;
  const { answer, isFetching, error, refetch } = useAnswer(search);
  const own = useOwnProfiles();
  const ranking = useRanking(answer, search);
  const edit = useLastEdit(search, ranking, moving !== undefined);
  const profile = useMemo(() => profileOf(search, own), [search, own]);
  return {
    finder,
    dispatch,
    profile,
    changes: useMemo(() => changesFromProfile(search), [search]),
    answer,
    ranking,
    edit,
    isAsking: isFetching,
    trouble: useMemo(() => troubleOf(error), [error]),
    askAgain: () => void refetch(),
    addressProblem: problem,
  };
}

function troubleOf(error: Error | null): AskingTrouble | undefined {
  if (error === null) return undefined;
  const isAway = error instanceof ApiProblem && (error.status === 0 || error.status >= 502);
  return { isAway, message: error.message };
}
