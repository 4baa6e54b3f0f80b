import { ownPath } from '#server/accounts/own-path.ts';
import { signIn, signOut } from '#server/accounts/signing-in.ts';
import { signInPage, signOutPage } from '#server/pages/account-sign-in.ts';
import type { Fault } from '#server/pages/form.ts';
import type { Services } from '../services.ts';
import { type Asked, type FormPage, type Shown, signedIn } from './form.ts';

/** Where somebody who was on no way to anywhere finds themselves after signing in. */
const HOME = '/account';

/** Told alike whatever was wrong. */
const REFUSED: Fault = {
  field: 'email',
  text: 'Check your e-mail address and password: they do not belong together here',
};

/** Signing in by password, and out. */
export const SIGN_IN_PAGES: readonly FormPage[] = [
  {
    path: '/sign-in',
    show: async (asked, services) => {
      const back = ownPath(asked.query('back'), HOME);
      if (asked.subject.kind === 'account') return { goTo: back };
      return { page: await page({ back, email: '', faults: [] }, services) };
    },
    take,
  },
  {
    path: '/sign-out',
    show: signedIn(async ({ formToken }) => ({ page: signOutPage(formToken) })),
    async take({ secret, setCookie }, { accounts }) {
      if (secret !== undefined) await signOut(secret, accounts);
      setCookie('odin', undefined);
      return { goTo: '/' };
    },
  },
];

type Filled = { readonly back: string; readonly email: string; readonly faults: readonly Fault[] };

const page = async (filled: Filled, { accounts, signOn }: Services): Promise<string> =>
  signInPage({
    ...filled,
    hasSignOn: signOn !== undefined,
    isFirst: (await accounts.store.countAccounts()) === 0,
  });

async function take(asked: Asked, services: Services): Promise<Shown> {
  const { field, address, setCookie, secret } = asked;
  const [email, password] = [field('email').trim(), field('password')];
  const back = ownPath(field('back'), HOME);
  const missing = missingIn({ email, password });
  if (missing.length > 0)
    return { page: await page({ back, email, faults: missing }, services), status: 422 };
  const signed = await signIn({ email, password, address }, services.accounts);
  if (signed.status === 'signed-in') {
    // whoever was signed in before in this browser is not any more
    if (secret !== undefined) await signOut(secret, services.accounts);
    setCookie('odin', signed.secret);
    return { goTo: back };
  }
  if (signed.status === 'refused') {
    return { page: await page({ back, email, faults: [REFUSED] }, services), status: 422 };
  }
  const minutes = Math.ceil(signed.waitMs / 60_000);
  const text = `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
  const faults = [{ field: 'email', text }];
  const retryAfterS = Math.ceil(signed.waitMs / 1_000);
  return { page: await page({ back, email, faults }, services), status: 429, retryAfterS };
}

const missingIn = ({ email, password }: { email: string; password: string }): Fault[] => [
  ...(email === '' ? [{ field: 'email', text: 'Enter your e-mail address' }] : []),
  ...(password === '' ? [{ field: 'password', text: 'Enter your password' }] : []),
];
