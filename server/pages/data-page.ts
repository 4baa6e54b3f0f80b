import type { DatasetSummary } from '#data/schema/api.ts';
import { THEME_TITLES, THEMES } from '#data/schema/theme.ts';
import { count, day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { headRow, licenceChip, SYNTHETIC } from './signs.ts';

/** `/data`: everything that is published, theme by theme. */
export function dataPage(datasets: readonly DatasetSummary[]): string {
  const features = datasets.reduce((sum, { edition }) => sum + edition.features, 0);
  const synthetic = datasets.filter((dataset) => dataset.synthetic).length;
  const publishers = new Set(datasets.map(({ publisher }) => publisher.id)).size;
  return layout({
    title: 'Data',
    description: `${plural(datasets.length, 'dataset')} of councils and utilities, harmonised to one schema.`,
    section: 'data',
    body: html`
<h1>Data</h1>
<p class="lead">${plural(datasets.length, 'dataset')} from ${plural(publishers, 'publisher')},
<strong>${plural(features, 'feature')}</strong> in all. ${
      synthetic > 0 &&
      html`${plural(synthetic, 'dataset')} ${synthetic === 1 ? 'is' : 'are'} made up for
demonstration and marked ${SYNTHETIC} wherever they appear.`
    }</p>
${datasets.length === 0 ? EMPTY : THEMES.map((theme) => themeTable(theme, datasets))}
<h2 id="coverage">Who has supplied what</h2>
<p>“Nothing on the map” may mean that nothing is there, or that nobody has supplied it. <a href="/coverage">Who has
supplied what</a> tells the two apart, district by district, and says what would help most.</p>
<p class="note">For other catalogues: <a href="/api/catalog.jsonld">all datasets as DCAT</a>.</p>`,
  });
}

const EMPTY = html`<p class="empty">Nothing is published yet. A publisher’s file and its descriptor in
<code>data/sources</code> will appear here at the next start.</p>`;

function themeTable(
  theme: (typeof THEMES)[number],
  datasets: readonly DatasetSummary[],
): Html | undefined {
  const rows = datasets
    .filter((dataset) => dataset.theme === theme)
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  if (rows.length === 0) return undefined;
  return html`<section>
<h2 id="${theme}">${THEME_TITLES[theme]}</h2>
<div class="scroll" role="region" aria-labelledby="${theme}" tabindex="0"><table class="wide datasets">
${headRow('Dataset', 'Publisher', 'Licence', 'Edition', '#Features', '#To mend')}
<tbody>${rows.map(datasetRow)}</tbody>
</table></div>
</section>`;
}

function datasetRow(dataset: DatasetSummary): Html {
  const { id, title, synthetic, publisher, licence, edition, issueCounts } = dataset;
  const toMend = issueCounts.critical + issueCounts.error + issueCounts.warning;
  return html`<tr>
<th scope="row"><a href="/data/${id}">${title}</a> ${synthetic && SYNTHETIC}</th>
<td>${publisher.name}</td>
<td><a class="plain" href="/licences/${licence.id}">${licenceChip(licence.chip)}</a>${licence.presumed && html` <span class="quiet">presumed</span>`}</td>
<td class="nowrap">${edition.number} · ${day(edition.publishedAt)}</td>
<td class="figure">${count(edition.features)}</td>
<td class="figure">${toMend === 0 ? 'none' : html`<a href="/data/${id}#issues">${count(toMend)}</a>`}</td>
</tr>`;
}
