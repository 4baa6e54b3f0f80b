import { doneBox } from './account-own.ts';
import { errorSummary, type Fault, field, form, radios, titleOf } from './form.ts';
import { count, day } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { ROLES, roleTitle } from './role-words.ts';
import { headRow } from './signs.ts';

export type OrganisationLine = {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly publishers: readonly string[];
};

/** A link just made for somebody, told once. */
export type MadeLink = { readonly email: string; readonly link: string; readonly days: number };

export type OrganisationsPage = {
  readonly organisations: readonly OrganisationLine[];
  readonly isAdministrator: boolean;
  readonly formToken: string;
  readonly email: string;
  readonly faults: readonly Fault[];
  readonly made?: MadeLink;
};

/** `/organisations`: those somebody belongs to; all of them for who administers. */
export function organisationsPage(page: OrganisationsPage): string {
  const { organisations, isAdministrator, faults, made } = page;
  const rows = organisations.map(
    ({
      id,
      name,
      members,
      publishers,
    }) => html`<tr><th scope="row"><a href="/organisations/${id}">${name}</a></th>
<td>${publishers.join(', ')}</td><td class="figure">${count(members)}</td></tr>`,
  );
  return layout({
    title: titleOf('Organisations', faults),
    description: 'Organisations that publish here, and who belongs to them.',
    body: html`${errorSummary(faults)}${made && linkBox(made)}
<nav aria-label="Breadcrumb" class="crumbs"><a href="/account">Your account</a></nav>
<h1>Organisations</h1>
<p class="lead">Who publishes here. Each says for itself who belongs to it.</p>
${
  rows.length === 0
    ? html`<p class="empty">You belong to none yet. An owner of yours can invite you.</p>`
    : html`<div class="scroll" role="region" aria-label="Organisations" tabindex="0"><table class="wide">
${headRow('Organisation', 'Publishes as', '#People')}<tbody>${rows}</tbody></table></div>`
}
${isAdministrator && administratorForm(page)}`,
  });
}

const administratorForm = ({ formToken, email, faults }: OrganisationsPage): Html => html`
<h2>Invite somebody to administer this map</h2>
<p>They may do all that you may: see every organisation, invite people to it and change what they may do.</p>
${form(
  { action: '/organisations', token: formToken, button: 'Make the invitation' },
  field(
    {
      name: 'email',
      label: 'Their e-mail address',
      type: 'email',
      value: email,
      autocomplete: 'off',
    },
    faults,
  ),
)}`;

const linkBox = ({ email, link, days }: MadeLink): Html => html`<div class="done" role="status">
<h2>Send this link to ${email}</h2>
<p>No e-mail is sent from here. The link is shown this once, is good for ${days} days, and works once.</p>
<code class="secret">${link}</code></div>`;

export type OrganisationPage = {
  readonly organisation: OrganisationLine;
  readonly members: readonly Member[];
  readonly invitations: readonly Waiting[];
  /** Whether the reader says who belongs to it. */
  readonly mayManage: boolean;
  readonly formToken: string;
  readonly email: string;
  readonly role: string;
  readonly faults: readonly Fault[];
  readonly made?: MadeLink;
  readonly done?: string;
};

export type Member = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly isReader: boolean;
};

export type Waiting = {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly invitedBy: string;
  readonly expiresAt: string;
  readonly isExpired: boolean;
};

/** `/organisations/:id`: who belongs to it, who is invited, and inviting. */
export function organisationPage(page: OrganisationPage): string {
  const { organisation, members, faults, made, done, mayManage } = page;
  return layout({
    title: titleOf(organisation.name, faults),
    description: `Who belongs to ${organisation.name}.`,
    body: html`${errorSummary(faults)}${made && linkBox(made)}${done && doneBox(done)}
<nav aria-label="Breadcrumb" class="crumbs"><a href="/organisations">Organisations</a></nav>
<h1>${organisation.name}</h1>
<p class="lead">Publishes as ${organisation.publishers.join(', ') || 'nobody yet'}.</p>
<h2>People</h2>
${members.length === 0 ? html`<p class="empty">Nobody belongs to it yet. Invite an owner first.</p>` : memberTable(page)}
${mayManage && html`${invitationTable(page)}${inviteForm(page)}`}`,
  });
}

const memberTable = (page: OrganisationPage): Html => html`
<div class="scroll" role="region" aria-label="People" tabindex="0"><table class="wide stack">
${headRow('Name', 'E-mail address', 'Role', ...(page.mayManage ? ['Remove'] : []))}
<tbody>${page.members.map((member) => memberRow(member, page))}</tbody></table></div>`;

function memberRow(
  { accountId, name, email, role, isReader }: Member,
  { organisation, mayManage, formToken }: OrganisationPage,
): Html {
  const who = html`<th scope="row">${name}${isReader && ' (you)'}</th><td>${email}</td>`;
  if (!mayManage) return html`<tr>${who}<td>${roleTitle(role)}</td></tr>`;
  const action = `/organisations/${organisation.id}/members/${accountId}`;
  const roles = ROLES.map(({ value, label }) =>
    value === role
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`,
  );
  return html`<tr>${who}
<td>${form(
    { action, token: formToken, button: 'Change', tone: 'quiet', about: `the role of ${name}` },
    html`<select name="role" aria-label="Role of ${name}">${roles}</select>`,
  )}</td>
<td>${form({ action: `${action}/remove`, token: formToken, button: 'Remove', tone: 'danger', about: name })}</td></tr>`;
}

function invitationTable({
  invitations,
  organisation,
  formToken,
}: OrganisationPage): Html | undefined {
  if (invitations.length === 0) return undefined;
  return html`<h2>Invited</h2>
<div class="scroll" role="region" aria-label="Invited" tabindex="0"><table class="wide stack">
${headRow('E-mail address', 'Role', 'Invited by', 'Good until', 'Withdraw')}
<tbody>${invitations.map(
    ({ id, email, role, invitedBy, expiresAt, isExpired }) => html`<tr><th scope="row">${email}</th>
<td data-label="Role">${roleTitle(role)}</td><td data-label="Invited by">${invitedBy}</td>
<td data-label="Good until">${isExpired ? `Ended ${day(expiresAt)}` : day(expiresAt)}</td>
<td>${form({
      action: `/organisations/${organisation.id}/invitations/${id}/withdraw`,
      token: formToken,
      button: 'Withdraw',
      tone: 'danger',
      about: `the invitation of ${email}`,
    })}</td></tr>`,
  )}</tbody></table></div>`;
}

const inviteForm = ({
  organisation,
  formToken,
  email,
  role,
  faults,
}: OrganisationPage): Html => html`
<h2>Invite somebody</h2>
${form(
  {
    action: `/organisations/${organisation.id}/invitations`,
    token: formToken,
    button: 'Make the invitation',
  },
  field(
    {
      name: 'email',
      label: 'Their e-mail address',
      type: 'email',
      value: email,
      autocomplete: 'off',
    },
    faults,
  ),
  radios({ name: 'role', legend: 'What they may do', chosen: role, choices: ROLES }, faults),
)}`;
