import { useKnownAccount } from '#client/api/session.ts';
import { Icon } from '#client/ui/icon.tsx';

/** Who is signed in, leading to their account; for everybody else, where to sign in. */
export function AccountLink() {
  const name = useKnownAccount()?.name;
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
