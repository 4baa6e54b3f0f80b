import type { LicenceSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import { type Terms, termsOfLicence } from '#server/catalogue/terms.ts';
import { day } from './format.ts';
import { type Html, html } from './html.ts';
import { facts } from './signs.ts';

const BASES: Readonly<Record<string, string>> = {
  stated: 'Stated by the publisher',
  'confirmed-by-email': 'Confirmed by the publisher by e-mail',
  presumed: 'Presumed: the publisher’s page says so, the file does not',
  agreement: 'An agreement with the publisher',
};

/** How a publisher came to say so, in words. */
export const basisText = (basis: string): string => BASES[basis] ?? basis;

/** Who says that the licence holds, and what else was found about it. */
export type LicenceEvidence = {
  /** Dataset it is the licence of. */
  readonly dataset: string;
  readonly basis: string;
  /** A page, a document, or words. */
  readonly evidence?: string | undefined;
  /** Who decided it, and when, where that is recorded. */
  readonly decided?: { readonly by: string; readonly at: string; readonly why: string } | undefined;
  /** What the file itself says. */
  readonly inFile: string;
};

/** Licence of one dataset: what may be done, the words to print, and who says so. */
export function licenceBox(
  summary: LicenceSummary,
  licence: Licence | undefined,
  { dataset, basis, evidence, decided, inFile }: LicenceEvidence,
): Html {
  const { attribution } = summary;
  return html`<div class="beside"><div>
<p><a href="/licences/${summary.id}"><strong>${summary.title}</strong></a></p>
${licence && termsColumns(licence)}
${
  attribution &&
  html`<h3>The credit line to print</h3>
<p class="credit">${attribution}</p>
<p class="note">One click selects all of it.</p>`
}</div><aside aria-label="Evidence of the licence">
${facts([
  ['Basis', basisText(basis)],
  ['Evidence', evidence && linked(evidence)],
  ['Decided by', decided && `${decided.by}, ${day(decided.at)}: ${decided.why}`],
  ['In the file', inFile],
  [
    'Derived from',
    /ordnance survey|\bOS data/i.test(attribution)
      ? 'Ordnance Survey, as its credit says'
      : 'Nothing declared',
  ],
  ['Royal Mail data', /royal mail/i.test(attribution) ? 'Credited' : 'None declared'],
  [
    'Verified',
    licence?.verified ? 'Its text was read' : 'To be confirmed: its text has yet to be read',
  ],
  [
    'Combine it',
    html`<a href="/licences?datasets=${dataset}&amp;make=merged#combine">Check with other data</a>`,
  ],
])}</aside></div>`;
}

/** A web address as a link, anything else as it is. */
const linked = (text: string): Html | string =>
  /^https?:\/\/\S+$/.test(text) ? html`<a href="${text}" rel="noreferrer">${text}</a>` : text;

/** You may, you must, you may not: of one licence. */
export const termsColumns = (licence: Licence): Html => plainTerms(termsOfLicence(licence));

/** The same in columns, of whatever terms. */
export function plainTerms({ may, must, mayNot, ask }: Terms): Html {
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
