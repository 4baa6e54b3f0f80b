import type { CombineAnswer } from '#data/schema/combine.ts';
import { type Html, html } from './html.ts';
import { plainTerms } from './licence-box.ts';
import { headRow } from './signs.ts';

const TICK = html`<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" class="disc"/><path d="m4.8 8.2 2.2 2.2 4.2-4.6"/></svg>`;
const CROSS = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" class="disc"/><path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"/></svg>`;

/**
 * The answer: what stands in the way and what to do instead, or what may be done and what to print.
 *
 * @param address the question as an address
 */
export function combineResult(answer: CombineAnswer, address: string): Html {
  const { possible, headline, caveats } = answer;
  return html`<section class="answer ${possible ? 'yes' : 'no'}" aria-labelledby="answer">
<div><h3 id="answer">${possible ? TICK : CROSS}${headline}</h3>
${possible ? allowed(answer) : refused(answer)}</div>
${!possible && ways(answer)}
</section>
${caveats.length > 0 && html`<ul class="callout">${caveats.map((each) => html`<li>${each}</li>`)}</ul>`}
${possible && toPrint(answer)}
${outlets(answer)}
<p class="note">This question has an address of its own: <a href="${address}">link to it</a>.</p>`;
}

function allowed({ label, reason }: CombineAnswer): Html {
  return html`<p>${reason}</p>
<p>State on it: <strong>${label}</strong>.</p>`;
}

const refused = ({ blocks }: CombineAnswer): Html =>
  html`<ol>${blocks.map(
    ({ title, term, reason }) =>
      html`<li><strong>${title}: ${term.charAt(0).toLowerCase()}${term.slice(1)}.</strong> ${reason}</li>`,
  )}</ol>`;

const ways = ({ ways: list }: CombineAnswer): Html =>
  html`<div><h3>What you can do instead</h3>
<ul class="ways">${list.map(
    ({ title, detail, href }, index) =>
      html`<li><p><strong>${title}</strong><br><span class="quiet">${detail}</span></p>${
        href &&
        html`<a class="${index === 0 ? 'button' : 'button plain-button'}" href="${href}"${/^https?:/.test(href) && html` rel="noreferrer"`}>${VERBS[list[index]?.kind ?? 'link']}<span class="hidden">: ${title}</span></a>`
      }</li>`,
  )}</ul></div>`;

const VERBS: Readonly<Record<CombineAnswer['ways'][number]['kind'], string>> = {
  'leave-out': 'Leave out',
  separate: 'Separate',
  ask: 'Request',
  'open-only': 'Look',
  link: 'Open',
};

function toPrint(answer: CombineAnswer): Html {
  const { credits, changes, parts } = answer;
  return html`${plainTerms(answer)}
${
  credits.long.length > 0 &&
  html`<h3>The credit to paste</h3>
<p class="credit">${credits.long.join(' ')}</p>
${parts.every(({ kind }) => kind === 'dataset') && html`<p class="note">On a map, in short: ${credits.short}</p>`}`
}
${
  changes.length > 0 &&
  html`<h3>What ODIN changed</h3>
<p class="note">Licences here ask that changes be stated.</p>
<ul>${changes.map(({ title, changes: made }) => html`<li>${title}: ${made}.</li>`)}</ul>`
}`;
}

const ENTRIES = { yes: 'Yes', 'with-notices': 'Yes, keeping every notice', no: 'No' } as const;

const outlets = ({ outlets: list }: CombineAnswer): Html =>
  html`<details><summary>Under which licence could one database of these be published?</summary>
<div class="scroll" role="region" aria-label="Licences one database could carry" tabindex="0"><table>
${headRow('Licence of the whole', 'May it be?', 'What may not go in')}
<tbody>${list.map(
    ({ spdx, entry, kept }) =>
      html`<tr><th scope="row">${spdx}</th><td>${ENTRIES[entry]}</td><td>${kept.join('; ')}</td></tr>`,
  )}</tbody></table></div></details>`;
