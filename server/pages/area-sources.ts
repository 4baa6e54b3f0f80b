import type { AreaAnswer, AreaSource } from '#data/schema/area.ts';
import { day } from './format.ts';
import { type Html, html } from './html.ts';
import { headRow, licenceChip, SYNTHETIC } from './signs.ts';

/** Datasets that are told of, with edition, date and licence, and the words to print. */
export function sourcesSection(answer: AreaAnswer): Html {
  const { credits, terms } = answer;
  const sources = sourcesOf(answer);
  return html`
<h2 id="sources">Layers and editions used</h2>
${
  sources.length === 0
    ? html`<p class="empty">Nothing of anybody’s is told.</p>`
    : html`<div class="scroll" role="region" aria-labelledby="sources" tabindex="0"><table class="wide">${headRow('Dataset', 'Publisher', '#Edition', 'Published here', 'Licence')}
<tbody>${sources.map(sourceRow)}</tbody></table></div>`
}
<h2 id="licences">Licences and credits</h2>
<p>${terms.form === 'refused' ? 'What is told here may be shown, and not all of it may be handed out.' : terms.reason}</p>
<p class="credit">${credits.long.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`;
}

function sourcesOf({ stop, consult, note, near }: AreaAnswer): AreaSource[] {
  const all = [stop, consult, note, near].flat().flatMap(({ sources }) => sources);
  return [...new Map(all.map((each) => [each.dataset, each])).values()].sort((one, other) =>
    one.title < other.title ? -1 : 1,
  );
}

const sourceRow = (source: AreaSource): Html => html`<tr>
<th scope="row"><a class="plain-print" href="/data/${source.dataset}">${source.title}</a> ${source.synthetic && SYNTHETIC}
${source.completeness && html`<br><span class="quiet">${source.completeness === 'sample' ? 'A sample' : 'Partial'}. ${source.statement}</span>`}</th>
<td>${source.publisher.name}</td><td class="figure">${source.edition}</td><td>${day(source.updated)}</td>
<td>${licenceChip(source.licence.chip)} <a class="plain-print" href="/licences/${source.licence.id}">${source.licence.title}</a></td></tr>`;
