import type { DatasetSummary } from '#data/schema/api.ts';
import type { CombineAnswer, CombinedPart, Make } from '#data/schema/combine.ts';
import type { Licence } from '#data/schema/licence.ts';
import { THEME_TITLES, THEMES } from '#data/schema/theme.ts';
import { combineResult } from './combine-result.ts';
import { day } from './format.ts';
import { type Html, html } from './html.ts';
import { headRow, licenceChip, SYNTHETIC } from './signs.ts';

/** What somebody asks to use together. */
export type CombineView = {
  /** Ids, in the order chosen. */
  readonly datasets: readonly string[];
  readonly licences: readonly string[];
  readonly make: Make;
  /** Absent while nothing is chosen. */
  readonly answer: CombineAnswer | undefined;
  /** Nothing is asked yet: it begins with the licence of its page, and the answer would say that again. */
  readonly isBegun?: true;
  /** What could be chosen. */
  readonly choices: {
    readonly datasets: readonly DatasetSummary[];
    readonly licences: readonly Licence[];
  };
};

/** Can these be combined? A form that works without scripts, and the answer at an address of its own. */
export function combineForm(view: CombineView): Html {
  const { answer, make } = view;
  return html`<section class="combine">
<h2 id="combine">Can these be combined?</h2>
<p>Choose what you want to use together. We work out what you may do with the result, and the credit to paste.</p>
<form method="get" action="/licences#combine">
${hidden('datasets', view.datasets)}${hidden('licences', view.licences)}
${answer && chosen(answer, view)}
<p class="asking"><label for="add">${answer ? 'Add' : 'Choose'} a dataset</label>
<select id="add" name="add">${choices(view)}</select>
<label for="make">Make</label>
<select id="make" name="make">${option('merged', 'One merged file', make)}${option('separate', 'Separate files', make)}</select>
<button type="submit">${answer ? 'Add and check' : 'Check'}</button></p>
</form>
${answer && !view.isBegun && combineResult(answer, addressOf(view))}
<p class="note">A guide, not legal advice. <a href="/licences#rules">How we decide</a>${
    answer && html` · <a href="${addressOf(view, '/api/combine')}">The same as JSON</a>`
  }</p>
</section>`;
}

const hidden = (name: string, ids: readonly string[]): Html | undefined =>
  ids.length === 0
    ? undefined
    : html`<input type="hidden" name="${name}" value="${ids.join(',')}">`;

const option = (value: string, title: string, picked: string): Html =>
  html`<option value="${value}"${value === picked && html` selected`}>${title}</option>`;

function choices({
  choices: { datasets, licences },
  datasets: have,
  licences: held,
}: CombineView): Html[] {
  const themes = THEMES.map((theme) => {
    const own = datasets
      .filter((each) => each.theme === theme && !have.includes(each.id))
      .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
    return own.length === 0
      ? html``
      : html`<optgroup label="${THEME_TITLES[theme]}">${own.map(({ id, title }) => option(id, title, ''))}</optgroup>`;
  });
  const others = licences.filter(({ id }) => !held.includes(id));
  return [
    html`<option value="">Choose…</option>`,
    ...themes,
    html`<optgroup label="Other data, by its licence">${others.map(({ id, title }) =>
      option(`licence:${id}`, title, ''),
    )}</optgroup>`,
  ];
}

function chosen({ parts, blocks }: CombineAnswer, view: CombineView): Html {
  const blocked = new Map(blocks.map(({ part, term }) => [part, term]));
  return html`<div class="scroll" role="region" aria-label="What is to be combined" tabindex="0"><table class="wide">
${headRow('Dataset', 'Licence', 'Result', 'Change')}
<tbody>${parts.map((part) => partRow(part, blocked.get(part.id), view))}</tbody></table></div>`;
}

function partRow(part: CombinedPart, block: string | undefined, view: CombineView): Html {
  const { id, kind, title, publisher, synthetic, licence } = part;
  const dataset = view.choices.datasets.find((each) => kind === 'dataset' && each.id === id);
  const without = {
    ...view,
    datasets: view.datasets.filter((each) => kind !== 'dataset' || each !== id),
    licences: view.licences.filter((each) => kind !== 'licence' || each !== id),
  };
  return html`<tr${!part.mayBeShared && html` class="blocked"`}>
<th scope="row">${dataset ? html`<a href="/data/${id}">${title}</a>` : title} ${synthetic && SYNTHETIC}
<br><span class="quiet">${publisher}${dataset && `, ${day(dataset.edition.publishedAt)}`}</span></th>
<td><a href="/licences/${licence.id}">${licence.title}</a><br>${licenceChip(licence.chip)}</td>
<td>${block ? html`<span class="verdict no">${block}</span>` : html`<span class="verdict yes">May be shared</span>`}</td>
<td><a href="${addressOf(without)}">Remove<span class="hidden"> ${title}</span></a></td></tr>`;
}

/** The question as an address. */
export function addressOf(
  { datasets, licences, make }: Pick<CombineView, 'datasets' | 'licences' | 'make'>,
  path = '/licences',
): string {
  const list = (ids: readonly string[]) => ids.map(encodeURIComponent).join(',');
  const query = [
    ...(datasets.length > 0 ? [`datasets=${list(datasets)}`] : []),
    ...(licences.length > 0 ? [`licences=${list(licences)}`] : []),
    ...(datasets.length + licences.length > 0 ? [`make=${make}`] : []),
  ].join('&');
  return `${path}${query && `?${query}`}${path === '/licences' ? '#combine' : ''}`;
}
