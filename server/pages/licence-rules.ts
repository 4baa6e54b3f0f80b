import type { Licence } from '#data/schema/licence.ts';
import { entryInto, OUTBOUND } from '#server/catalogue/outlets.ts';
import { type Html, html } from './html.ts';
import { headRow } from './signs.ts';

/** How licences combine, in the order they are applied. Source: docs/licences.md. */
const RULES = [
  'What is made from several datasets may do only what all of them permit, and owes what any of them asks. A field or a position filled from other data carries that data’s licence too.',
  'What a licence does not let out, or nobody has stated, stays out: the refusal names the dataset and the term.',
  'Share-alike data beside other data leaves as a file a licence. It is merged only where the rest may take its licence, and then everything carries it. ODbL and CC BY-SA never merge.',
  'Attribution licences merge without being relabelled: the file says “Multiple licences, see LICENCES” and lists each.',
  'Credits: each line once with its newest year; Ordnance Survey, Royal Mail, ONS, then the others by name. A publisher’s own statement comes before the licence’s.',
  'Where a licence asks that changes be stated, they are taken from what was done to that edition.',
  'A licence stays with its edition: a later change affects later editions only.',
  'A licence that is only presumed is marked so, everywhere.',
] as const;

const ENTRIES = { yes: 'yes', 'with-notices': 'yes, keeping its notices', no: 'no' } as const;

/** The rules, and the table of what may go into what, from the licences of the catalogue. */
export function licenceRules(licences: readonly Licence[]): Html {
  const inputs = new Map(
    licences
      .filter(({ spdx }) =>
        OUTBOUND.some((into) => into !== spdx && entryInto(spdx, into) !== 'no'),
      )
      .map((licence) => [licence.spdx, licence]),
  );
  for (const licence of licences)
    if (OUTBOUND.includes(licence.spdx)) inputs.set(licence.spdx, licence);
  const rows = [...inputs.keys()]
    .sort()
    .map(
      (spdx) =>
        html`<tr><th scope="row">${spdx}</th>${OUTBOUND.map(
          (into) => html`<td>${ENTRIES[entryInto(spdx, into)]}</td>`,
        )}</tr>`,
    );
  return html`<h2 id="rules">How we decide</h2>
<ol>${RULES.map((rule) => html`<li>${rule}</li>`)}</ol>
<h3>What may go into what</h3>
<p>Down: the licence of data that goes in. Across: the licence one merged database would carry. A licence that is
not here joins only its own kind.</p>
<div class="scroll" role="region" aria-label="What may go into what" tabindex="0"><table class="wide">
${headRow('Licence', ...OUTBOUND)}
<tbody>${rows}</tbody></table></div>`;
}
