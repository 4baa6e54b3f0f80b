import type { Licence } from '#data/schema/licence.ts';
import { entryInto, inputsOf, OUTBOUND } from '#server/catalogue/outlets.ts';
import { COMBINATION_RULES } from '#server/catalogue/rules.ts';
import { type Html, html } from './html.ts';
import { headRow } from './signs.ts';

const ENTRIES = { yes: 'yes', 'with-notices': 'yes, keeping its notices', no: 'no' } as const;

/** The rules, and the table of what may go into what, from the licences of the catalogue. */
export function licenceRules(licences: readonly Licence[]): Html {
  const rows = inputsOf(licences).map(
    (spdx) =>
      html`<tr><th scope="row">${spdx}</th>${OUTBOUND.map(
        (into) => html`<td>${ENTRIES[entryInto(spdx, into)]}</td>`,
      )}</tr>`,
  );
  return html`<h2 id="rules">How we decide</h2>
<ol>${COMBINATION_RULES.map((rule) => html`<li>${rule}</li>`)}</ol>
<h3>What may go into what</h3>
<p>Down: the licence of data that goes in. Across: the licence one merged database would carry. A licence that is
not here joins only its own kind.</p>
<div class="scroll" role="region" aria-label="What may go into what" tabindex="0"><table class="wide">
${headRow('Licence', ...OUTBOUND)}
<tbody>${rows}</tbody></table></div>`;
}
