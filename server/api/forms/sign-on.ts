import { ownPath } from '#server/accounts/own-path.ts';
import { letIn } from '#server/accounts/signing-on.ts';
import { signOnFailedPage } from '#server/pages/account-sign-in.ts';
import type { Services } from '../services.ts';
import type { Asked, FormPage, Shown } from './form.ts';

/** Where the provider sends people back to; it must be told so. */
export const RETURN_PATH = '/sign-in/sso/return';

const WHY = {
  failed: 'What your organisation’s sign-in answered was not accepted, or took too long.',
  unreachable: 'Your organisation’s sign-in cannot be reached now.',
  unverified: 'Your organisation’s sign-in does not say that the e-mail address is yours.',
  'not-invited':
    'You have no account here and no invitation waits for you. Ask an owner of your organisation.',
  closed: 'Your account here is closed.',
} as const;

/** Signing in where one’s organisation signs people in. */
export const SIGN_ON_PAGES: readonly FormPage[] = [
  { path: '/sign-in/sso', show: begin },
  { path: RETURN_PATH, show: finish },
];

async function begin({ query, origin, setCookie }: Asked, services: Services): Promise<Shown> {
  const { signOn, log } = services;
  if (!signOn) return 'not-found';
  const back = ownPath(query('back'), '/account');
  try {
    const { goTo, secret } = await signOn.begin({ back, returnTo: `${origin}${RETURN_PATH}` });
    setCookie('odin-sign-on', secret);
    return { goTo };
  } catch (err) {
    log.warn({ err }, 'single sign-on cannot begin');
    return refused('unreachable', 503);
  }
}

async function finish(asked: Asked, { signOn, accounts, log }: Services): Promise<Shown> {
  const { origin, here, cookie, setCookie } = asked;
  if (!signOn) return 'not-found';
  const secret = cookie('odin-sign-on') ?? '';
  setCookie('odin-sign-on', undefined);
  try {
    const { person, back } = await signOn.finish(new URL(here, origin), secret);
    const outcome = await letIn(person, signOn.domains, accounts);
    if (outcome.status !== 'signed-in') return refused(outcome.status, 403);
    setCookie('odin', outcome.secret);
    return { goTo: back };
  } catch (err) {
    log.warn({ err }, 'single sign-on refused');
    return refused('failed', 400);
  }
}

const refused = (why: keyof typeof WHY, status: number): Shown => ({
  page: signOnFailedPage(WHY[why]),
  status,
});
