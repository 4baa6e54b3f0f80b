import { useQuery } from '@tanstack/react-query';
import { getJson } from '#client/api/client.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { SessionState } from '#data/schema/subject.ts';

/** How long it is taken as known who is signed in, ms: signing in and out happens on pages of its own. */
const KNOWN_MS = 300_000;

/** Who is signed in, leading to their account; for everybody else, where to sign in. */
export function AccountLink() {
  const { data } = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson<SessionState>('/api/session', signal),
    staleTime: KNOWN_MS,
  });
  const subject = data?.subject;
  const name = subject?.kind === 'account' ? subject.name : undefined;
  return (
    <a
      className="rail-item rail-account"
      href={name === undefined ? '/sign-in?back=/' : '/account'}
      title={name}
    >
      <Icon name="person" />
      <span>{name === undefined ? 'Sign in' : name.split(' ', 1)}</span>
    </a>
  );
}
