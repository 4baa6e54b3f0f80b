import { errorSummary, type Fault, field, form, titleOf } from './form.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export type SignInPage = {
  readonly faults: readonly Fault[];
  readonly email: string;
  /** Path of ours to go on to. */
  readonly back: string;
  /** Whether people may come by the single sign-on of their organisation. */
  readonly hasSignOn: boolean;
  /** Nobody has an account yet. */
  readonly isFirst: boolean;
};

/** `/sign-in`: e-mail and password, or the organisation’s own sign-in. */
export function signInPage({ faults, email, back, hasSignOn, isFirst }: SignInPage): string {
  return layout({
    title: titleOf('Sign in', faults),
    description: 'Sign in to publish, or to see what an agreement lets you see.',
    body: html`${errorSummary(faults)}
<h1>Sign in</h1>
<p class="lead">For people who publish, or who have an agreement with somebody who does. Everything open is on
<a href="/">the map</a> without signing in.</p>
${isFirst && NO_ACCOUNT}
${hasSignOn && signOnLink(back)}
${form(
  { action: '/sign-in', token: '', button: 'Sign in' },
  html`<input type="hidden" name="back" value="${back}">`,
  field(
    {
      name: 'email',
      label: 'E-mail address',
      type: 'email',
      value: email,
      autocomplete: 'username',
    },
    faults,
  ),
  field(
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    faults,
  ),
)}
<p class="note">Signing in keeps one cookie in your browser, for 12 hours at most. Reading keeps none.</p>
<h2>When you cannot sign in</h2>
<ul>
<li>No account: an owner of your organisation, or whoever administers this map, sends you an invitation.</li>
<li>Password forgotten: whoever administers this map makes you a link to choose another.</li>
</ul>`,
  });
}

const NO_ACCOUNT = html`<p class="callout">Nobody has an account yet. The address to make the first one was printed
when the server started, and stands in the file <code>first-administrator.txt</code> in its data folder.</p>`;

const signOnLink = (back: string): Html => html`
<p><a class="press" href="/sign-in/sso?back=${encodeURIComponent(back)}">Sign in with your organisation</a></p>
<p class="or">or</p>`;

/** `/sign-out`: asked before it is done, because a link cannot prove who follows it. */
export const signOutPage = (token: string): string =>
  layout({
    title: 'Sign out',
    description: 'Sign out of this map.',
    body: html`<h1>Sign out</h1>
<p class="lead">What you have saved stays. What is open stays on the map.</p>
${form({ action: '/sign-out', token, button: 'Sign out' })}`,
  });

/** Why a person could not be signed in by their organisation. */
export const signOnFailedPage = (why: string): string =>
  layout({
    title: 'Not signed in',
    description: 'Your organisation’s sign-in did not work.',
    body: html`<h1>You are not signed in</h1>
<p class="lead">${why}</p>
<p>Nothing was changed. <a href="/sign-in">Try again</a>, or sign in by password.</p>`,
  });

export type FirstPage = {
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly name: string;
  readonly email: string;
};

/** `/sign-in/first`: the first account, of whoever runs this ODIN. */
export const firstPage = ({ code, faults, name, email }: FirstPage): string =>
  layout({
    title: titleOf('The first administrator', faults),
    description: 'Make the first account of this map.',
    body: html`${errorSummary(faults)}
<h1>The first administrator</h1>
<p class="lead">This account invites everybody else, and says which organisation they belong to.</p>
${form(
  { action: '/sign-in/first', token: '', button: 'Make the account' },
  html`<input type="hidden" name="code" value="${code}">`,
  ...personFields({ name, email, faults }),
)}`,
  });

type PersonFields = {
  readonly name: string;
  readonly email?: string;
  readonly faults: readonly Fault[];
};

/** Who somebody new is, and their password. */
export const personFields = ({ name, email, faults }: PersonFields): Html[] => [
  field(
    {
      name: 'name',
      label: 'Your name',
      hint: 'As colleagues know you',
      value: name,
      autocomplete: 'name',
    },
    faults,
  ),
  ...(email === undefined
    ? []
    : [
        field(
          {
            name: 'email',
            label: 'E-mail address',
            type: 'email',
            value: email,
            autocomplete: 'username',
          },
          faults,
        ),
      ]),
  newPassword(faults),
];

/** A password somebody chooses. */
export const newPassword = (faults: readonly Fault[], name = 'password'): Html =>
  field(
    {
      name,
      label: name === 'password' ? 'Choose a password' : 'New password',
      type: 'password',
      hint: 'At least 12 characters. Three random words are easy to remember and hard to guess.',
      autocomplete: 'new-password',
    },
    faults,
  );
