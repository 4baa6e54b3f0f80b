import { ISSUE_REGISTER } from '#data/issues/register.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow } from './signs.ts';

const SEVERITIES = {
  critical: 'Blocks publication',
  error: 'Mend: a record or value is lost',
  warning: 'Check it',
  notice: 'ODIN chose',
  info: 'ODIN did, for the record',
} as const;

const MENDERS = { publisher: 'The publisher', odin: 'ODIN', both: 'Either' } as const;

/** `/help/issues`: everything that can be found in a file, and how it is mended. */
export function issuesPage(): string {
  const rows = Object.entries(ISSUE_REGISTER).map(
    ([code, { severity, mender, meaning, mend }]) => html`<tr id="${code}">
<th scope="row"><code>${code}</code></th><td>${meaning}</td><td>${mend}</td>
<td>${SEVERITIES[severity]}</td><td>${MENDERS[mender]}</td></tr>`,
  );
  return layout({
    title: 'Kinds of issue',
    description: 'Everything ODIN can find in a published file, and how it is mended.',
    section: 'help',
    body: html`
<nav aria-label="Breadcrumb" class="crumbs"><a href="/help">Help</a></nav>
<h1>Kinds of issue</h1>
<p class="lead">Bad data is never passed on in silence: it is put right and said so, or kept as published
beside an issue.</p>
${scrollRegion(
  'Kinds of issue',
  html`<table class="wide">
${headRow('Code', 'What is wrong', 'How to mend it', 'How bad', 'Who mends it')}
<tbody>${rows}</tbody></table>`,
)}`,
  });
}
