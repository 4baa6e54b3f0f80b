import { newPassword } from './account-sign-in.ts';
import { errorSummary, type Fault, field, form, radios, titleOf } from './form.ts';
import { count, day } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { roleTitle } from './role-words.ts';
import { facts, headRow } from './signs.ts';

export type OwnPage = {
  readonly name: string;
  readonly email: string;
  readonly isAdministrator: boolean;
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
  }[];
  /** Absent: comes by single sign-on alone. */
  readonly hasPassword: boolean;
  readonly tokens: readonly TokenLine[];
  /** Proves that a form comes from a page of this session. */
  readonly formToken: string;
  /** Scheme and host, for the recipes. */
  readonly origin: string;
  /** Whose files one may hand in, for the recipes. */
  readonly publisher?: string;
  readonly faults: readonly Fault[];
  /** What was just done, said once. */
  readonly done?: string;
  /** A token just made, told once. */
  readonly made?: string;
};

export type TokenLine = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly isExpired: boolean;
  readonly lastUsedAt?: string;
};

/** `/account`: who you are here, your password, and tokens for programs of yours. */
export function ownPage(page: OwnPage): string {
  const { name, email, faults, formToken } = page;
  return layout({
    title: titleOf('Your account', faults),
    description: 'Who you are here, your password, and tokens for programs.',
    body: html`${errorSummary(faults)}${page.done && doneBox(page.done)}${page.made && madeBox(page.made)}
<h1>Your account</h1>
${facts([
  ['Name', name],
  ['E-mail address', email],
  ['Organisations', organisationsOf(page)],
  [
    'Administers',
    page.isAdministrator ? html`<a href="/organisations">every organisation here</a>` : undefined,
  ],
])}
${form({ action: '/sign-out', token: formToken, button: 'Sign out', tone: 'quiet' })}
<h2>Tokens for programs</h2>
<p>A script that publishes for you, or reads what you may read, sends a token with each request. It may do no more
than you may, ends by itself, and can be revoked here at any time.</p>
${tokenTable(page)}
<h3>Make a token</h3>
${tokenForm(page)}
${recipes(page)}
<h2>${page.hasPassword ? 'Change your password' : 'Set a password'}</h2>
<p>Wherever else you are signed in, you will be signed out.</p>
${passwordForm(page)}`,
  });
}

function organisationsOf({ organisations }: OwnPage): Html | string {
  if (organisations.length === 0) return 'None: ask an owner of yours to invite you';
  return html`<ul>${organisations.map(
    ({ id, name, role }) =>
      html`<li><a href="/organisations/${id}">${name}</a>, ${roleTitle(role)}</li>`,
  )}</ul>`;
}

export const doneBox = (text: string): Html =>
  html`<div class="done" role="status"><h2>Done</h2><p>${text}</p></div>`;

const madeBox = (token: string): Html => html`<div class="done" role="status"><h2>Your token</h2>
<p>Copy it now: it is not kept, and is shown this once.</p><code class="secret">${token}</code></div>`;

function tokenTable({ tokens, formToken }: OwnPage): Html {
  if (tokens.length === 0) return html`<p class="quiet">You have made none.</p>`;
  return html`<div class="scroll" role="region" aria-label="Your tokens" tabindex="0"><table class="wide stack">
${headRow('Token', 'May', 'Good until', 'Last used', 'Revoke')}
<tbody>${tokens.map(
    ({
      id,
      name,
      scopes,
      expiresAt,
      isExpired,
      lastUsedAt,
    }) => html`<tr><th scope="row">${name}</th>
<td data-label="May">${scopes.includes('publish') ? 'Read and publish' : 'Read'}</td>
<td data-label="Good until">${isExpired ? `Ended ${day(expiresAt)}` : day(expiresAt)}</td>
<td data-label="Last used">${lastUsedAt === undefined ? 'Never' : day(lastUsedAt)}</td>
<td>${form({
      action: `/account/tokens/${id}/revoke`,
      token: formToken,
      button: 'Revoke',
      tone: 'danger',
      about: name,
    })}</td></tr>`,
  )}</tbody></table></div>`;
}

const tokenForm = ({ formToken, faults }: OwnPage): Html =>
  form(
    { action: '/account/tokens', token: formToken, button: 'Make the token' },
    field(
      {
        name: 'token-name',
        label: 'What it is for',
        hint: 'For example: quarterly export of the tree register',
        autocomplete: 'off',
      },
      faults,
    ),
    radios(
      {
        name: 'scope',
        legend: 'What it may do',
        chosen: 'read',
        choices: [
          { value: 'read', label: 'Read', hint: 'What you may see' },
          {
            value: 'publish',
            label: 'Read and publish',
            hint: 'Files for the organisations you publish for',
          },
        ],
      },
      faults,
    ),
    radios(
      {
        name: 'days',
        legend: 'How long it is good for',
        chosen: '90',
        choices: [7, 30, 90, 365].map((days) => ({
          value: String(days),
          label: `${count(days)} days`,
        })),
      },
      faults,
    ),
  );

const recipes = ({ origin, publisher }: OwnPage): Html => html`<h3>How a program sends it</h3>
<p>In the <code>Authorization</code> header, never in an address. This answers who the token belongs to:</p>
<pre tabindex="0"><code>curl -H "Authorization: Bearer $ODIN_TOKEN" ${origin}/api/session</code></pre>
${
  publisher &&
  html`<p>This hands in a file as a draft, with a token that may publish; the answer says what was found in it:</p>
<pre tabindex="0"><code>curl -H "Authorization: Bearer $ODIN_TOKEN" -H "Content-Type: application/octet-stream" \\
  --data-binary @trees.csv "${origin}/api/desk/drafts?publisher=${publisher}&fileName=trees.csv"</code></pre>`
}
<p>The addresses a program may ask are in the <a href="/api/openapi.json">description of the API</a>.</p>`;

const passwordForm = ({ formToken, faults, hasPassword, email }: OwnPage): Html =>
  form(
    {
      action: '/account/password',
      token: formToken,
      button: hasPassword ? 'Change password' : 'Set password',
    },
    // a password manager keeps the new password with the account it belongs to
    html`<input type="hidden" name="username" value="${email}" autocomplete="username">`,
    hasPassword &&
      field(
        {
          name: 'current',
          label: 'Your password now',
          type: 'password',
          autocomplete: 'current-password',
        },
        faults,
      ),
    newPassword(faults, 'next'),
  );
