import type { DatasetSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import { entryInto, OUTBOUND } from '#server/catalogue/outlets.ts';
import { type CombineView, combineForm } from './combine-form.ts';
import { count } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { termsColumns } from './licence-box.ts';
import { licenceRules } from './licence-rules.ts';
import { scrollRegion } from './scroll-region.ts';
import { facts, headRow, licenceChip, SYNTHETIC } from './signs.ts';

const TIERS: Readonly<Record<Licence['tier'], string>> = {
  open: 'Shown, listed and handed out to everybody',
  view: 'Shown to everybody, handed out to nobody',
  restricted: 'For a named audience only; not published here',
  blocked: 'Not published: the data stays a draft',
};

/** `/licences`: the whole catalogue, those in use first. */
export function licencesPage(
  licences: readonly Licence[],
  datasets: readonly DatasetSummary[],
  combine: CombineView,
): string {
  const uses = (id: string) => datasets.filter(({ licence }) => licence.id === id).length;
  const [used, others] = [
    licences.filter(({ id }) => uses(id) > 0),
    licences.filter(({ id }) => uses(id) === 0),
  ];
  const table = (label: string, rows: readonly Licence[]) =>
    scrollRegion(
      label,
      html`<table class="wide">
${headRow('Licence', 'What may be done', 'Who uses it', '#Datasets here')}
<tbody>${rows.map((licence) => licenceRow(licence, uses(licence.id)))}</tbody></table>`,
    );
  return layout({
    title: 'Licences',
    description: 'What may be done with the data on this map, licence by licence.',
    section: 'licences',
    body: html`
<h1>Licences</h1>
<p class="lead">Every dataset says under which licence it may be used, and the words to print. A dataset
whose licence nobody has stated is not published. <a href="#combine">Check whether datasets may be combined.</a></p>
${combine.answer && combineForm(combine)}
<h2>In use here</h2>
${used.length > 0 ? table('Licences in use here', used) : html`<p class="empty">No dataset is published yet.</p>`}
<h2>Also known</h2>
<p>Licences that publishers of infrastructure data use. ODIN recognises them in files and descriptors.</p>
${table('Licences also known', others)}
${!combine.answer && combineForm(combine)}
${licenceRules(licences)}`,
  });
}

function licenceRow({ id, title, chip, usedFor }: Licence, datasets: number): Html {
  return html`<tr><th scope="row"><a href="/licences/${id}">${title}</a></th>
<td>${licenceChip(chip)}</td><td>${usedFor}</td>
<td class="figure">${datasets > 0 ? count(datasets) : 'none'}</td></tr>`;
}

/** `/licences/:id`: one licence in plain words, the datasets under it, and what it may be combined with. */
export function licencePage(
  licence: Licence,
  datasets: readonly DatasetSummary[],
  combine: CombineView,
): string {
  const { id, title, chip, usedFor, attribution, notes } = licence;
  const under = datasets.filter((dataset) => dataset.licence.id === id);
  return layout({
    title,
    description: `${title}: what you may do, what you must do, and which datasets are under it.`,
    section: 'licences',
    body: html`
<nav aria-label="Breadcrumb" class="crumbs"><a href="/licences">Licences</a> › ${TIER_NAMES[licence.tier]}</nav>
<div class="beside"><div>
<h1>${title}</h1>
<p class="chips">${licenceChip(chip)} <code>${id}</code></p>
<p class="lead">${usedFor}</p>
<h2 class="hidden">In short</h2>
${termsColumns(licence)}
${notes && html`<p class="callout">${notes}</p>`}
</div><aside aria-label="Facts about this licence">
${licenceFacts(licence, under.length)}
${
  attribution &&
  html`<h2 class="small">If the publisher gives no credit line</h2>
<p class="credit">${attribution}</p>
<p class="note">Words in braces are filled in for each dataset.</p>`
}</aside></div>
<h2 id="datasets">Datasets here</h2>
${under.length > 0 ? datasetList(under) : html`<p class="empty">No dataset is published under it.</p>`}
${combineForm(combine)}`,
  });
}

const TIER_NAMES: Readonly<Record<Licence['tier'], string>> = {
  open: 'Open',
  view: 'View only',
  restricted: 'Restricted',
  blocked: 'Not published',
};

function licenceFacts(licence: Licence, uses: number): Html {
  const { url, spdx, tier, verified, permissions, obligations } = licence;
  const works = OUTBOUND.filter((into) => into !== spdx && entryInto(spdx, into) !== 'no');
  return facts([
    [
      'Full text',
      url &&
        html`<a href="${url}" rel="noreferrer">${new URL(url).hostname.replace(/^www\./, '')}</a>`,
    ],
    ['SPDX', html`<code>${spdx}</code>`],
    ['Share-alike', obligations.shareAlike ? 'Yes' : 'No'],
    [
      'Business use',
      { y: 'Yes', n: 'No', per: 'As agreed', unknown: 'Not stated' }[permissions.commercialUse],
    ],
    ['Ends', obligations.expires ? 'The grant may end' : 'Never'],
    ['May go into', works.length > 0 ? works.join(', ') : 'Its own kind only'],
    ['On this map', TIERS[tier]],
    [
      'Verified',
      verified
        ? 'Read against its current text'
        : html`<span class="verdict heed">To be confirmed</span>: nobody has read its current text against this page`,
    ],
    ['Datasets here', uses > 0 ? html`<a href="#datasets">${count(uses)}</a>` : 'None'],
  ]);
}

const datasetList = (datasets: readonly DatasetSummary[]): Html =>
  html`<ul>${datasets.map(
    ({ id, title, synthetic, publisher }) =>
      html`<li><a href="/data/${id}">${title}</a>, ${publisher.name} ${synthetic && SYNTHETIC}</li>`,
  )}</ul>`;
