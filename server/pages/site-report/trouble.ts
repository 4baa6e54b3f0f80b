import { html } from '../html.ts';
import { layout } from '../layout.ts';

/** Why there is no report at an address. */
export type ReportTrouble = {
  /** What is wrong, as a sentence. */
  readonly what: string;
  /** The part of the address that is. */
  readonly where?: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
};

/** What stands at `/report` when no report can be made. */
export const reportTrouble = ({ what, where, mend }: ReportTrouble): string =>
  layout({
    title: 'No site report',
    description: 'This address names no site report.',
    section: 'sites',
    body: html`
<h1>No report can be made</h1>
<p class="callout">${what}${where && html` It stands at <code>${where}</code>.`} ${mend}</p>
<p>A report is asked for by the site and the search it was found with, as the finder writes them:
<code>/report?site=…&amp;search=data-centre</code>. <a href="/sites">Open the finder</a>.</p>`,
  });
