import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { AccountSubject, SessionState, Subject } from '#data/schema/subject.ts';
import { ApiProblem, getJson } from './client.ts';

/** How long it is taken as known who is signed in, ms: signing in and out happens on pages of its own. */
const KNOWN_MS = 300_000;

/** The token of the session; asked for once, and again when the server refuses it. */
const held: { token: Promise<string> | undefined } = { token: undefined };

const askSession = async (signal?: AbortSignal): Promise<SessionState> => {
  const session = await getJson<SessionState>('/api/session', signal);
  held.token = Promise.resolve(session.token ?? '');
  return session;
};

const SESSION = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => askSession(signal),
});

/** Who is signed in, asked again when the page is come back to: `undefined` while it is not known, `null` for nobody. */
export function useAccount() {
  // signing out elsewhere is noticed on return
  const { data, error, refetch } = useQuery({ ...SESSION, refetchOnWindowFocus: true });
  return { account: data && accountOf(data.subject), problem: error, askAgain: refetch };
}

/** Who is signed in, where little hangs on it: asked every few minutes at most; `undefined` for nobody. */
export function useKnownAccount(): AccountSubject | undefined {
  const { data } = useQuery({ ...SESSION, staleTime: KNOWN_MS });
  return (data && accountOf(data.subject)) ?? undefined;
}

/** The server knows the session no more: who is signed in is asked anew, and nobody is led to sign in. */
export const forgetSession = (client: QueryClient): void => {
  held.token = undefined;
  void client.invalidateQueries({ queryKey: ['session'] });
};

const accountOf = (subject: Subject): AccountSubject | null =>
  subject.kind === 'account' ? subject : null;

/** Header name of the session's token. */
const TOKEN_HEADER = 'x-odin-token';

async function tokenHeader(): Promise<Record<string, string>> {
  held.token ??= askSession().then(({ token = '' }) => token);
  try {
    return { [TOKEN_HEADER]: await held.token };
  } catch (cause) {
    held.token = undefined;
    throw cause;
  }
}

/**
 * Do something that needs the session's token; once more with a new one when it is refused, for another tab may have
 * signed in anew.
 *
 * @throws ApiProblem as `act` does
 */
export async function withToken<Answer>(
  act: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act(await tokenHeader());
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.status !== 403) throw cause;
    held.token = undefined;
    return act(await tokenHeader());
  }
}
