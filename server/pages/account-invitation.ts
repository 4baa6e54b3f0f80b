import { newPassword, personFields } from './account-sign-in.ts';
import { errorSummary, type Fault, form, titleOf } from './form.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { roleWord } from './role-words.ts';

export type InvitationPage = {
  readonly kind: 'join' | 'reset';
  readonly address: string;
  readonly email: string;
  readonly invitedBy: string;
  /** Where the invited will belong, and what they may do there. */
  readonly joins?: { readonly organisation: string; readonly role: string } | undefined;
  readonly isAdministrator: boolean;
  /** Whom it finds: somebody new, somebody who must sign in first, the invited, somebody else. */
  readonly reader: 'new' | 'must-sign-in' | 'invited' | 'other';
  readonly token: string;
  readonly hasSignOn: boolean;
  readonly name: string;
  readonly faults: readonly Fault[];
};

/** `/invitation/:token`: what the invited is asked to join, and how. */
export function invitationPage(page: InvitationPage): string {
  const title = page.kind === 'reset' ? 'Choose a new password' : 'You are invited';
  return layout({
    title: titleOf(title, page.faults),
    description: 'An invitation to this map.',
    body: html`${errorSummary(page.faults)}
<h1>${title}</h1>
<p class="lead">${leadOf(page)}</p>
${page.kind === 'reset' ? resetForm(page) : BODIES[page.reader](page)}`,
  });
}

function leadOf({ kind, email, invitedBy, joins, isAdministrator }: InvitationPage): Html {
  if (kind === 'reset')
    return html`For ${email}. You will be signed out wherever you are signed in.`;
  const place = joins
    ? html`join <strong>${joins.organisation}</strong> as ${roleWord(joins.role)}`
    : html`join this map`;
  return html`${invitedBy} invites ${email} to ${place}${isAdministrator && ', and to administer all of it'}.`;
}

const resetForm = ({ address, faults, token }: InvitationPage): Html =>
  form({ action: address, token, button: 'Set the password' }, newPassword(faults));

const BODIES: Readonly<Record<InvitationPage['reader'], (page: InvitationPage) => Html>> = {
  new: ({ address, name, faults, hasSignOn, token }) => html`
${hasSignOn && html`<p><a class="press" href="/sign-in/sso?back=/account">Join with your organisation’s sign-in</a></p><p class="or">or</p>`}
${form({ action: address, token, button: 'Join' }, ...personFields({ name, faults }))}`,
  'must-sign-in': ({ address, email }) => html`
<p>${email} has an account here already.</p>
<p><a class="press" href="/sign-in?back=${encodeURIComponent(address)}">Sign in to join</a></p>`,
  invited: ({ address, token }) => form({ action: address, token, button: 'Join' }),
  other: ({ token }) => html`
<p>You are signed in as somebody else. Sign out, then open the invitation again.</p>
${form({ action: '/sign-out', token, button: 'Sign out' })}`,
};

/** What stands where an invitation was used, withdrawn or too old. */
export const noInvitationPage = (): string =>
  layout({
    title: 'This invitation cannot be used',
    description: 'An invitation that is used or expired.',
    body: html`<h1>This invitation cannot be used</h1>
<p class="lead">It was used before, was withdrawn, or is too old.</p>
<p>If you have joined already, <a href="/sign-in">sign in</a>. Otherwise ask whoever invited you for another.</p>`,
  });
