import type { DatasetDetail, EditionSummary } from '#data/schema/api.ts';
import type { EditionEvent } from '#data/schema/change.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import type { Licence } from '#data/schema/licence.ts';
import { THEME_TITLES } from '#data/schema/theme.ts';
import { type ChangesView, changesSection, eventTable } from './changes-section.ts';
import { type ColumnTable, columnTable } from './column-table.ts';
import { count, day, formatName, plural, size, systemName } from './format.ts';
import { type Html, html } from './html.ts';
import { type IssueBandGroup, issueBands } from './issue-bands.ts';
import { layout } from './layout.ts';
import { licenceBox } from './licence-box.ts';
import { type LocatorView, locator } from './locator.ts';
import { scrollRegion } from './scroll-region.ts';
import { type ShownView, shownTable } from './shown-table.ts';
import { facts, headRow, licenceChip, mapAddress, SYNTHETIC } from './signs.ts';

export type DatasetPage = {
  readonly dataset: DatasetDetail;
  /** Absent when it has left the catalogue. */
  readonly licence: Licence | undefined;
  /** What its layer is called: `Substations`. */
  readonly layerTitle: string;
  readonly crs: CrsVerdict | undefined;
  readonly table: ColumnTable;
  readonly issues: readonly IssueBandGroup[];
  /** What an empty place on the map means. */
  readonly coverage: string;
  readonly map: Pick<LocatorView, 'districts' | 'features'>;
  readonly mayDownload: boolean;
  /** Address of its layer's tiles as one file; undefined where the licence allows no copies. */
  readonly archive: string | undefined;
  /** What the map draws of its layer. */
  readonly shown: ShownView;
  readonly changes: ChangesView;
  /** What happened to its editions, newest first. */
  readonly events: readonly EditionEvent[];
};

/** `/data/:id`: what a dataset is, what may be done with it, how it was read, what is wrong with it. */
export function datasetPage(page: DatasetPage): string {
  const { dataset } = page;
  return layout({
    title: dataset.title,
    description: dataset.description ?? `${dataset.title}, published by ${dataset.publisher.name}.`,
    section: 'data',
    body: html`
<nav aria-label="Breadcrumb" class="crumbs"><a href="/data">Data</a> › <a href="/data#${dataset.theme}">${
      THEME_TITLES[dataset.theme]
    }</a></nav>
<div class="columns"><div>${head(page)}</div><figure>${picture(page)}</figure></div>
<h2 id="licence">Licence</h2>
${licenceBox(dataset.licence, page.licence, dataset)}
<h2 id="downloads">Downloads and addresses</h2>
${downloads(page)}
<h2 id="drawn">What the map draws</h2>
${shownTable(page.shown)}
<h2 id="edition">How this edition was read</h2>
${editionFacts(page)}
<h2 id="columns">What each column became</h2>
${columnTable(page.table)}
<h2 id="issues">Issues</h2>
${issueBands(page.issues, dataset.layerId)}
<h2 id="changes">What changed</h2>
${changesSection(page.changes)}
<h2 id="editions">Editions</h2>
${editionTable(dataset.editions)}
${page.events.length > 0 && html`<h3 id="history">History</h3>${eventTable(page.events)}`}`,
  });
}

function head({ dataset, coverage }: DatasetPage): Html {
  const { title, synthetic, licence, description, edition, publisher, layerId } = dataset;
  return html`
<h1>${title}</h1>
<p class="chips">${licenceChip(licence.chip)} ${synthetic && SYNTHETIC}</p>
${description && html`<p class="lead">${description}</p>`}
<p class="actions"><a class="button" href="${mapAddress(layerId)}">Show on map</a></p>
${facts([
  ['Publisher', publisher.name],
  ['This edition', `Edition ${edition.number}, published here ${day(edition.publishedAt)}`],
  ['Holds', featuresText(edition)],
  ['Covers', coverage],
  ['Identifier', html`<code>${dataset.id}</code>`],
])}`;
}

function picture({ dataset, map, layerTitle }: DatasetPage): Html {
  const { features } = dataset.edition;
  const named = `${layerTitle}${dataset.synthetic ? ' (synthetic)' : ''}`;
  const label = `Map of ${plural(features, 'feature')} of ${dataset.title}`;
  return html`${locator({ ...map, focus: dataset.coverage, label })}
<figcaption>${named}: ${plural(features, 'feature')}${
    map.features.length < features && html`, the first ${count(map.features.length)} shown`
  }. <a href="${mapAddress(dataset.layerId)}">The same as a map and a list</a></figcaption>`;
}

function downloads({ dataset, mayDownload, archive }: DatasetPage): Html {
  const { id, layerId, licence } = dataset;
  const file = mayDownload
    ? html`<a href="/api/datasets/${id}/download" download>Download GeoJSON</a>`
    : html`Not available: ${licence.title} allows no copies to be handed out.`;
  const address = (path: string) => html`<a href="${path}"><code>${path}</code></a>`;
  return scrollRegion(
    'Ways to take the data',
    html`<table class="wide">
${headRow('What', 'Format', 'Where')}
<tbody>
<tr><th scope="row">Harmonised features, with licence and credit</th><td>GeoJSON, WGS 84</td><td>${file}</td></tr>
<tr><th scope="row">About this dataset</th><td>JSON</td><td>${address(`/api/datasets/${id}`)}</td></tr>
<tr><th scope="row">Its editions and what changed</th><td>JSON</td><td>${address(`/api/datasets/${id}/editions`)}</td></tr>
<tr><th scope="row">Its issues, line by line</th><td>JSON</td><td>${address(`/api/datasets/${id}/issues`)}</td></tr>
<tr><th scope="row">Vector tiles of its layer</th><td>TileJSON</td><td>${address(`/api/layers/${layerId}/tilejson.json`)}</td></tr>
<tr><th scope="row">How its layer is drawn, for QGIS and other maps</th><td>MapLibre style</td><td>${address(`/api/layers/${layerId}/style.json`)}</td></tr>
${archive && html`<tr><th scope="row">All tiles of its layer, to host elsewhere</th><td>PMTiles</td><td>${address(archive)}</td></tr>`}
</tbody></table>`,
  );
}

function editionFacts({ dataset, crs }: DatasetPage): Html {
  const { edition } = dataset;
  const system = crs?.id ? systemName(crs.id) : undefined;
  const sure = crs && crs.confidence < 1 ? ` (${Math.round(crs.confidence * 100)} % sure)` : '';
  const evidence = crs?.evidence.map((each) => html`<li>${each}</li>`);
  return facts([
    ['File', `${edition.fileName}, ${size(edition.sizeBytes)}`],
    ['Format', [formatName(edition.format), edition.encoding].filter(Boolean).join(', ')],
    ['SHA-256', html`<code class="hash">${edition.sha256}</code>`],
    ['Records', recordsText(edition)],
    ['Coordinates', system && `${system}${sure}`],
    ['Because', evidence && evidence.length > 0 ? html`<ul>${evidence}</ul>` : undefined],
  ]);
}

function recordsText(edition: EditionSummary): string {
  const { records, unplaced, rejected } = edition;
  const parts = [
    `${plural(records, 'record')} → ${featuresText(edition)} on the map`,
    unplaced > 0 ? `${count(unplaced)} kept without a position` : '',
    rejected > 0 ? `${count(rejected)} that could not be used` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** `631 features (57 of them approximate, placed by postcode or UPRN)`. */
function featuresText({ features, approximate = 0 }: EditionSummary): string {
  const all = plural(features, 'feature');
  if (approximate === 0) return all;
  const share = approximate === features ? 'all' : count(approximate);
  return `${all} (${share} of them approximate, placed by postcode or UPRN)`;
}

function editionTable(editions: readonly EditionSummary[]): Html {
  const rows = editions.map(
    ({ number, status, held, publishedAt, fileName, records, features, unplaced }) => html`<tr>
<th scope="row">${number}</th><td>${STATUSES[status]}${held && html`<br>${held}`}</td><td class="nowrap">${day(publishedAt)}</td>
<td>${fileName}</td><td class="figure">${count(records)}</td><td class="figure">${count(features)}</td>
<td class="figure">${count(unplaced)}</td></tr>`,
  );
  return scrollRegion(
    'Editions',
    html`<table class="wide">
${headRow('Edition', 'Status', 'Published here', 'File', '#Records', '#On the map', '#Without a position')}
<tbody>${rows}</tbody></table>`,
  );
}

const STATUSES: Readonly<Record<EditionSummary['status'], string>> = {
  held: 'Held, not shown',
  live: 'Live',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};
