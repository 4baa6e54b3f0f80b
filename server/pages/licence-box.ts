import type { DatasetDetail, LicenceSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import { termsOf } from '#server/catalogue/terms.ts';
import { type Html, html } from './html.ts';
import { facts } from './signs.ts';

const BASES: Readonly<Record<string, string>> = {
  stated: 'Stated by the publisher',
  'confirmed-by-email': 'Confirmed by the publisher by e-mail',
  presumed: 'Presumed: the publisher’s page says so, the file does not',
  agreement: 'An agreement with the publisher',
};

/** Licence of one dataset: what may be done, the words to print, and who says so. */
export function licenceBox(
  summary: LicenceSummary,
  licence: Licence | undefined,
  { licenceBasis, licenceEvidence }: Pick<DatasetDetail, 'licenceBasis' | 'licenceEvidence'>,
): Html {
  return html`
<p><a href="/licences/${summary.id}"><strong>${summary.title}</strong></a></p>
${licence && termsColumns(licence)}
${
  summary.attribution &&
  html`<h3>The credit line to print</h3>
<p class="credit">${summary.attribution}</p>
<p class="note">One click selects all of it.</p>`
}
${facts([
  ['Basis', BASES[licenceBasis] ?? licenceBasis],
  ['Evidence', licenceEvidence],
])}`;
}

/** You may, you must, you may not. */
export function termsColumns(licence: Licence): Html {
  const { may, must, mayNot, ask } = termsOf(licence);
  return html`<div class="terms">
${column('may', 'You may', may)}
${column('must', 'You must', must)}
${column('not', 'You may not', mayNot)}
${column('ask', 'Not stated: ask first', ask)}
</div>`;
}

function column(kind: string, title: string, lines: readonly string[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<section class="${kind}"><h3>${title}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
