import type { AccessState } from '#data/schema/access.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import { STATE_WORDS } from '#server/access/words.ts';
import { agreementFacts } from './agreement-fields.ts';
import { form } from './form.ts';
import { count, day } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { headRow } from './signs.ts';

/** A dataset that is not open, as anybody may know of it. */
export type RegisterLine = {
  readonly dataset: string;
  readonly title: string;
  readonly description?: string;
  readonly publisher: string;
  readonly typeTitle: string;
  readonly state: AccessState;
  /** Whether the reader may accept its terms for an organisation of theirs. */
  readonly mayAccept: boolean;
};

/** What was read by an agreement in a month. */
export type MonthLine = {
  readonly month: string;
  readonly name: string;
  readonly readings: number;
  readonly rows: number;
};

/** Somebody signed in: what they may read for, and whose access they decide. */
export type AgreementsReader = {
  readonly formToken: string;
  readonly purpose?: string;
  readonly purposes: readonly string[];
  readonly own: readonly {
    readonly dataset: string;
    readonly title: string;
    readonly state: AccessState;
  }[];
};

export type AgreementsPage = {
  readonly register: readonly RegisterLine[];
  readonly agreements: readonly { readonly agreement: Agreement; readonly isInForce: boolean }[];
  readonly months: readonly MonthLine[];
  /** Organisation → name. */
  readonly names: ReadonlyMap<string, string>;
  readonly reader?: AgreementsReader;
};

/** `/agreements`: what is not open, with whom it is shared and why, and how often it is read. */
export function agreementsPage(page: AgreementsPage): string {
  const { register, reader } = page;
  return layout({
    title: 'Agreements',
    description:
      'Data that is not open: with whom it is shared, for what purpose, and how often it is read.',
    body: html`<h1>Agreements</h1>
<p class="lead">Some data here is not for everybody. This page says what it is, with whom it is shared and why, and how
often it was read.</p>
${reader && readerSection(reader)}
<h2 id="register">Data that is not open</h2>
${register.length === 0 ? html`<p class="empty">All data here is open.</p>` : registerTable(register, reader)}
<h2 id="agreements">Agreements about it</h2>
${agreementsTable(page)}
<h2 id="readings">How often it was read</h2>
<p>Every reading is written down with who read, for which purpose and what. The owner of the data sees each; here they
are counted by month.</p>
${monthsTable(page)}`,
  });
}

function readerSection({ formToken, purpose, purposes, own }: AgreementsReader): Html {
  return html`
${
  purposes.length > 0 &&
  html`<h2 id="purpose">What you read for</h2>
<p>What is shared with your organisation is shared for a purpose. Choose it before you read: it is written down with
whatever you read by it, and your session reads for nothing else.</p>
<p>${purpose === undefined ? 'You have chosen none: you see what everybody sees.' : html`You read for <strong>${purpose}</strong>.`}</p>
${purposes
  .filter((each) => each !== purpose)
  .map((each) =>
    form(
      {
        action: '/agreements/purpose',
        token: formToken,
        button: `Read for “${each}”`,
        tone: 'quiet',
      },
      html`<input type="hidden" name="purpose" value="${each}">`,
    ),
  )}
${
  purpose !== undefined &&
  form({
    action: '/agreements/purpose',
    token: formToken,
    button: 'Read for it no longer',
    tone: 'quiet',
  })
}`
}
${
  own.length > 0 &&
  html`<h2 id="own">Your data</h2>
<div class="scroll" role="region" aria-label="Your data" tabindex="0"><table class="wide">
${headRow('Dataset', 'Who may have it')}<tbody>${own.map(
    ({ dataset, title, state }) => html`<tr>
<th scope="row"><a href="/datasets/${dataset}/access">${title}</a></th><td>${STATE_WORDS[state].title}</td></tr>`,
  )}</tbody></table></div>`
}`;
}

const registerTable = (
  register: readonly RegisterLine[],
  reader: AgreementsReader | undefined,
): Html => html`
<div class="scroll" role="region" aria-label="Data that is not open" tabindex="0"><table class="wide">
${headRow('Dataset', 'Publisher', 'What it is', 'Who may have it', 'How to get it')}<tbody>${register.map(
  (line) => html`<tr><th scope="row">${line.title}</th><td>${line.publisher}</td>
<td>${line.typeTitle}${line.description && html`<br>${line.description}`}</td>
<td><strong>${STATE_WORDS[line.state].title}</strong><br>${STATE_WORDS[line.state].meaning}</td>
<td>${wayIn(line, reader)}</td></tr>`,
)}</tbody></table></div>`;

/** How somebody comes to have a dataset. */
function wayIn(line: RegisterLine, reader: AgreementsReader | undefined): Html {
  if (line.state === 'registered') {
    return reader
      ? html`You may have it: you are signed in.`
      : html`<a href="/sign-in">Sign in</a>`;
  }
  if (line.mayAccept && reader) {
    return form({
      ...{ action: `/datasets/${line.dataset}/accept`, token: reader.formToken },
      ...{ button: 'Accept the terms', about: `of ${line.title}` },
    });
  }
  return html`<a href="/datasets/${line.dataset}/request">Ask ${line.publisher} for it<span class="heard">: ${line.title}</span></a>`;
}

function agreementsTable({ agreements, names }: AgreementsPage): Html {
  if (agreements.length === 0) return html`<p class="empty">There are none.</p>`;
  const rows = agreements.map(({ agreement, isInForce }) => {
    const { id, terms, grantees, revoked } = agreement;
    const until = revoked ? `revoked ${day(revoked.at)}` : day(`${terms.end}T12:00:00Z`);
    return html`<tr><th scope="row"><a href="/agreements/${id}">${terms.name}</a></th><td>${terms.purpose}</td>
<td>${grantees.map((each) => names.get(each) ?? each).join(', ')}</td>
<td>${day(`${terms.start}T12:00:00Z`)}</td><td>${until}</td><td>${isInForce ? 'In force' : 'Ended'}</td></tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="Agreements" tabindex="0"><table class="wide">
${headRow('Agreement', 'Purpose', 'Shared with', 'From', 'Until', 'Now')}<tbody>${rows}</tbody></table></div>`;
}

function monthsTable({ months }: AgreementsPage): Html {
  if (months.length === 0) return html`<p class="empty">Nothing of it was read yet.</p>`;
  const rows = months.map(
    ({
      month,
      name,
      readings,
      rows: records,
    }) => html`<tr><th scope="row">${month}</th><td>${name}</td>
<td class="figure">${count(readings)}</td><td class="figure">${count(records)}</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="How often it was read" tabindex="0"><table class="wide">
${headRow('Month', 'Agreement', '#Readings', '#Records')}<tbody>${rows}</tbody></table></div>`;
}

/** `/agreements/:id`: every field of an agreement. */
export const agreementPage = (
  agreement: Agreement,
  names: ReadonlyMap<string, string>,
  isInForce: boolean,
): string =>
  layout({
    title: agreement.terms.name,
    description: agreement.terms.purpose,
    body: html`<nav aria-label="Breadcrumb" class="crumbs"><a href="/agreements">Agreements</a></nav>
<h1>${agreement.terms.name}</h1>
<p class="lead">${isInForce ? 'In force.' : 'Ended: it gives nothing any more.'}</p>
${agreementFacts(agreement, names)}`,
  });
