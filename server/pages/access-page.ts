import { ACCESS_STATES, type AccessChange, type AccessState } from '#data/schema/access.ts';
import type { AccessRequest } from '#data/schema/access-request.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import type { AuditRow } from '#data/schema/audit.ts';
import { PRECISION_WORDS, STATE_WORDS } from '#server/access/words.ts';
import { errorSummary, type Fault, field, form, radios, titleOf } from './form.ts';
import { count, day } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { requestsSection } from './request-pages.ts';
import { headRow } from './signs.ts';

export type AccessPage = {
  readonly dataset: string;
  readonly title: string;
  readonly state: AccessState;
  readonly changes: readonly AccessChange[];
  readonly agreements: readonly { readonly agreement: Agreement; readonly isOver: boolean }[];
  /** Who asks for it, newest first. */
  readonly requests: readonly AccessRequest[];
  /** Newest first. */
  readonly audit: readonly AuditRow[];
  /** Give this as `before` to read on; absent at the end. */
  readonly earlier?: number;
  /** Organisation → name. */
  readonly names: ReadonlyMap<string, string>;
  readonly formToken: string;
  readonly faults: readonly Fault[];
  /** What was filled in and is wrong. */
  readonly chosen?: string;
  readonly why?: string;
};

/** `/datasets/:id/access`: who may have a dataset, by which agreements, and every reading of it; for its owner. */
export function accessPage(page: AccessPage): string {
  const { dataset, title, state, faults, formToken } = page;
  return layout({
    title: titleOf(`Access to ${title}`, faults),
    description: `Who may have ${title}, and who has read it.`,
    body: html`${errorSummary(faults)}
<nav aria-label="Breadcrumb" class="crumbs"><a href="/agreements">Agreements</a> · <a href="/data/${dataset}">${title}</a></nav>
<h1>Access to ${title}</h1>
<p class="lead"><strong>${STATE_WORDS[state].title}.</strong> ${STATE_WORDS[state].meaning}</p>
${stateForm(page)}
<h2 id="agreements">Agreements</h2>
${agreementsOf(page)}
<p><a href="/datasets/${dataset}/agreements">Make an agreement</a></p>
${requestsSection(page.requests, page)}
<h2 id="history">How it has stood</h2>
${historyOf(page)}
<h2 id="readings">Who has read it</h2>
<p>Every reading is a row, in a chain of hashes: none can be changed or left out without that showing. Readings of the
catalogue alone are not counted.</p>
${auditOf(page)}`,
  });
  function stateForm({ chosen = state, why = '' }: AccessPage): Html {
    return form(
      { action: `/datasets/${dataset}/access`, token: formToken, button: 'Change who may have it' },
      radios(
        {
          name: 'state',
          legend: 'Who may have it from now on',
          hint: 'It takes effect at once, for every tile, download, page and program.',
          choices: ACCESS_STATES.map((value) => ({
            value,
            label: STATE_WORDS[value].title,
            hint: STATE_WORDS[value].meaning,
          })),
          chosen,
        },
        faults,
      ),
      field({ name: 'why', label: 'Why', value: why, autocomplete: 'off' }, faults),
    );
  }
}

function agreementsOf({ agreements, names, dataset, formToken }: AccessPage): Html {
  if (agreements.length === 0) return html`<p class="empty">There are none.</p>`;
  const rows = agreements.map(({ agreement, isOver }) => {
    const { id, terms, grantees, precision, revoked } = agreement;
    const revoking = form(
      {
        ...{ action: `/datasets/${dataset}/agreements/${id}/revoke`, token: formToken },
        ...{ button: 'Revoke', tone: 'danger', about: terms.name },
      },
      html`<label class="heard" for="why-${id}">Why</label><input id="why-${id}" name="why" placeholder="Why" required>`,
    );
    return html`<tr><th scope="row"><a href="/agreements/${id}">${terms.name}</a></th>
<td>${grantees.map((each) => names.get(each) ?? each).join(', ')}</td><td>${terms.purpose}</td>
<td>${PRECISION_WORDS[precision]}</td><td>${day(`${terms.end}T12:00:00Z`)}</td>
<td>${revoked ? `Revoked ${day(revoked.at)}: ${revoked.why}` : isOver ? 'Ended' : revoking}</td></tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="Agreements" tabindex="0"><table class="wide">
${headRow('Agreement', 'Shared with', 'Purpose', 'How exactly', 'Last day', 'Now')}<tbody>${rows}</tbody></table></div>`;
}

function historyOf({ changes }: AccessPage): Html {
  if (changes.length === 0) return html`<p>Open from the beginning.</p>`;
  const rows = changes.map(
    ({
      at,
      state,
      by,
      why,
    }) => html`<tr><th scope="row">${day(at)}</th><td>${STATE_WORDS[state].title}</td>
<td>${by}</td><td>${why}</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="How it has stood" tabindex="0"><table class="wide">
${headRow('From', 'State', 'By', 'Why')}<tbody>${rows}</tbody></table></div>`;
}

function auditOf({ audit, dataset, earlier, names }: AccessPage): Html {
  if (audit.length === 0) return html`<p class="empty">Nobody yet.</p>`;
  const rows = audit.map(({ seq, entry }) => {
    const { actor } = entry;
    const who = actor.organisation && (names.get(actor.organisation) ?? actor.organisation);
    return html`<tr><td class="figure">${count(seq)}</td><td>${entry.at.slice(0, 19).replace('T', ' ')}</td>
<td>${actor.name}${who && html`<br>${who}`}</td>${whatOf(entry)}</tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="Who has read it" tabindex="0"><table class="wide">
${headRow('#Row', 'When (UTC)', 'Who', 'What', 'For what purpose', '#Records')}<tbody>${rows}</tbody></table></div>
${earlier !== undefined && html`<p><a href="/datasets/${dataset}/access?before=${earlier}#readings">Earlier ones</a></p>`}`;
}

function whatOf(entry: AuditRow['entry']): Html {
  switch (entry.kind) {
    case 'read':
      return html`<td><code>${entry.path}</code>${entry.area && html`<br><small>${entry.area}</small>`}</td>
<td>${entry.purpose ?? 'as its owner, or whoever is signed in'}</td><td class="figure">${count(entry.rows)}</td>`;
    case 'access':
      return html`<td colspan="3">Made ${STATE_WORDS[entry.state].title.toLowerCase()}: ${entry.why}</td>`;
    case 'requested':
      return html`<td colspan="3">Asked for it</td>`;
    case 'declined':
      return html`<td colspan="3">Declined a request: ${entry.why}</td>`;
    default:
      return html`<td colspan="3">Agreement <a href="/agreements/${entry.agreement}">${entry.agreement}</a> ${entry.kind}${
        entry.why && `: ${entry.why}`
      }</td>`;
  }
}
