import { PRECISIONS } from '#data/schema/access.ts';
import type { AccessRequest } from '#data/schema/access-request.ts';
import { PRECISION_WORDS } from '#server/access/words.ts';
import { TERM_FIELDS } from './agreement-fields.ts';
import { errorSummary, type Fault, field, form, radios, titleOf } from './form.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export type AgreementForm = {
  readonly dataset: string;
  readonly title: string;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** What was filled in, by field. */
  readonly filled: (name: string) => string;
  /** The request it answers. */
  readonly request?: AccessRequest;
  readonly formToken: string;
  readonly faults: readonly Fault[];
};

/** `/datasets/:id/agreements`: give a dataset to an organisation, for a purpose, until a day; for its owner. */
export function agreementForm(page: AgreementForm): string {
  const { dataset, title, organisations, filled, formToken, faults, request } = page;
  return layout({
    title: titleOf(`Make an agreement about ${title}`, faults),
    description: `Give ${title} to an organisation, for a purpose, until a day.`,
    body: html`${errorSummary(faults)}
<nav aria-label="Breadcrumb" class="crumbs"><a href="/datasets/${dataset}/access">Access to ${title}</a></nav>
<h1>Make an agreement about ${title}</h1>
<p class="lead">Its fields are those of the government’s register of information sharing agreements. Whoever it is
made with may read, and pass nothing on: they cannot grant. You can revoke it at any moment.</p>
${
  request &&
  html`<p>It answers the request of ${request.asked.name}, ${request.asked.organisation}. Who is not among the
organisations below has to be invited first, by an administrator of this map.</p>`
}
${form(
  { action: `/datasets/${dataset}/agreements`, token: formToken, button: 'Make the agreement' },
  request && html`<input type="hidden" name="request" value="${request.id}">`,
  html`<div class="field${wrong('grantee', faults)}"><label for="grantee">Shared with</label>${said('grantee', faults)}
<select id="grantee" name="grantee" required><option value="">Choose an organisation</option>${organisations.map(
    ({ id, name }) =>
      html`<option value="${id}"${filled('grantee') === id && html` selected`}>${name}</option>`,
  )}</select></div>`,
  radios(
    {
      name: 'precision',
      legend: 'How exactly',
      choices: PRECISIONS.map((value) => ({ value, label: PRECISION_WORDS[value] })),
      chosen: filled('precision') || 'exact',
    },
    faults,
  ),
  TERM_FIELDS.map((each) => termField(each, filled(each.name), faults)),
)}`,
  });
}

function termField(
  { name, label, kind, hint, isOptional }: (typeof TERM_FIELDS)[number],
  value: string,
  faults: readonly Fault[],
): Html {
  const shown = isOptional ? `${label} (optional)` : label;
  if (kind === 'line') {
    return field(
      { name, label: shown, value, autocomplete: 'off', ...(hint ? { hint } : {}) },
      faults,
    );
  }
  const control =
    kind === 'day'
      ? html`<input id="${name}" name="${name}" type="date" value="${value}" required>`
      : html`<textarea id="${name}" name="${name}" rows="${kind === 'text' ? 4 : 3}">${value}</textarea>`;
  return html`<div class="field${wrong(name, faults)}"><label for="${name}">${shown}</label>${
    hint && html`<p class="hint">${hint}</p>`
  }${said(name, faults)}${control}</div>`;
}

const wrong = (name: string, faults: readonly Fault[]): string =>
  faults.some(({ field: each }) => each === name) ? ' wrong' : '';

const said = (name: string, faults: readonly Fault[]): Html | undefined => {
  const fault = faults.find(({ field: each }) => each === name);
  return fault && html`<p class="fault"><b>Error:</b> ${fault.text}</p>`;
};
