import { type QueryClient, useQuery } from '@tanstack/react-query';
import { ApiProblem, getJson } from '#client/api/client.ts';
import type { AccountSubject, Subject } from '#data/schema/subject.ts';

/** Who is signed in, and the token that proves a change was asked for by our own page. */
type Session = { readonly subject: Subject; readonly token?: string };

/** The token of the session; asked for once, and again when the server refuses it. */
const held: { token: Promise<string> | undefined } = { token: undefined };

const askSession = (signal?: AbortSignal): Promise<Session> =>
  getJson<Session>('/api/session', signal);

/** Who is signed in: `undefined` while it is not known, `null` for nobody. */
export function useAccount() {
  const { data, error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const session = await askSession(signal);
      held.token = Promise.resolve(session.token ?? '');
      return session;
    },
    // signing out elsewhere is noticed on return
    refetchOnWindowFocus: true,
  });
  return { account: data && accountOf(data.subject), problem: error, askAgain: refetch };
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
