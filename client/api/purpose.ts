import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { askJson, getJson } from './client.ts';
import { useKnownAccount, withToken } from './session.ts';

/** What data shared for a purpose is read for, and what it may be. */
type Purpose = {
  /** Absent: nothing is read by an agreement. */
  readonly purpose?: string;
  /** Of agreements in force with an organisation of the reader's. */
  readonly choices: readonly string[];
};

const PATH = '/api/session/purpose';
const KEY = ['purpose'];

/** How long it is taken as known, ms: another tab may choose, and an agreement may end. */
const KNOWN_MS = 60_000;

/** What somebody signed in reads for; nothing for everybody else, who is not asked. */
export function usePurpose() {
  const isKnown = useKnownAccount() !== undefined;
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getJson<Purpose>(PATH, signal),
    enabled: isKnown,
    staleTime: KNOWN_MS,
    refetchOnWindowFocus: true,
  });
  return isKnown ? data : undefined;
}

/**
 * Choose what is read for from now on; `undefined`: nothing. What was read for anything else is forgotten, and what
 * is looked at is asked for anew.
 */
export function useChoosePurpose(onChosen: (purpose: string | undefined) => void) {
  const client = useQueryClient();
  return useMutation({
    // one after the other: arrow keys choose on their way
    scope: { id: 'purpose' },
    mutationFn: (purpose: string | undefined) =>
      withToken((headers) =>
        askJson<Purpose>(PATH, {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ purpose }),
        }),
      ),
    async onSuccess(answer) {
      client.setQueryData(KEY, answer);
      client.removeQueries({ type: 'inactive' });
      onChosen(answer.purpose);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    },
  });
}
