import type { DatasetDetail } from '#data/schema/api.ts';
import type { EditionEvent } from '#data/schema/change.ts';
import type { CoverageSupply } from '#data/schema/coverage.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import type { Licence } from '#data/schema/licence.ts';
import { THEME_TITLES } from '#data/schema/theme.ts';
import type { QualityCount } from '#server/catalogue/quality-counts.ts';
import { type ChangesView, changesSection, eventTable } from './changes-section.ts';
import { type ColumnTable, columnTable } from './column-table.ts';
import { cellName } from './coverage-address.ts';
import { dueText } from './coverage-page.ts';
import { datasetDownloads } from './dataset-downloads.ts';
import { editionFacts, editionTable, featuresText } from './edition-section.ts';
import { count, day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { type IssueBandGroup, issueBands } from './issue-bands.ts';
import { layout } from './layout.ts';
import { type LicenceEvidence, licenceBox } from './licence-box.ts';
import { type LocatorView, locator } from './locator.ts';
import { qualitySection } from './quality-section.ts';
import { type ShownView, shownTable } from './shown-table.ts';
import { facts, licenceChip, mapAddress, SYNTHETIC } from './signs.ts';

export type DatasetPage = {
  readonly dataset: DatasetDetail;
  /** Absent when it has left the catalogue. */
  readonly licence: Licence | undefined;
  readonly evidence: LicenceEvidence;
  /** What its layer is called: `Substations`. */
  readonly layerTitle: string;
  readonly crs: CrsVerdict | undefined;
  readonly table: ColumnTable;
  readonly issues: readonly IssueBandGroup[];
  readonly quality: readonly QualityCount[];
  /** What an empty place on the map means. */
  readonly coverage: string;
  /** When the next edition is promised. */
  readonly due: Pick<CoverageSupply, 'dueOn' | 'dueInDays'>;
  readonly map: Pick<LocatorView, 'districts' | 'features'>;
  readonly mayDownload: boolean;
  /** Address of its layer's tiles as one file; undefined where the licence allows no copies. */
  readonly archive: string | undefined;
  /** What the map draws of its layer. */
  readonly shown: ShownView;
  readonly changes: ChangesView;
  /** What happened to its editions, newest first. */
  readonly events: readonly EditionEvent[];
  /** Scheme and host of this ODIN, for its citation. */
  readonly origin: string;
  /** The same for search engines: schema.org. */
  readonly about: unknown;
};

/** `/data/:id`: what a dataset is, what may be done with it, how it was read, what is wrong with it. */
export function datasetPage(page: DatasetPage): string {
  const { dataset } = page;
  const mapped = Object.keys(dataset.columns).length;
  return layout({
    title: dataset.title,
    description: dataset.description ?? `${dataset.title}, published by ${dataset.publisher.name}.`,
    section: 'data',
    about: page.about,
    body: html`
<nav aria-label="Breadcrumb" class="crumbs"><a href="/data">Data</a> › <a href="/data#${dataset.theme}">${
      THEME_TITLES[dataset.theme]
    }</a> › ${page.layerTitle}</nav>
<div class="columns"><div>${head(page)}</div><figure>${picture(page)}</figure></div>
<h2 id="licence">Licence</h2>
${licenceBox(dataset.licence, page.licence, page.evidence)}
<h2 id="downloads">Downloads</h2>
${datasetDownloads(page)}
<h2 id="quality">Quality</h2>
${qualitySection(page.quality)}
<h2 id="issues">Issues</h2>
${issueBands(page.issues, dataset.layerId)}
<h2 id="editions">Editions</h2>
${editionTable(dataset.id, dataset.editions, page.events)}
<h3 id="changes">What changed in the live edition</h3>
${changesSection(page.changes)}
${page.events.length > 0 && html`<h3 id="history">History</h3>${eventTable(page.events)}`}
<h2 id="columns">What each column means</h2>
<p class="note">${plural(mapped, 'attribute')} of the common schema, and the published columns they were read from.</p>
${columnTable(page.table)}
<h2 id="edition">How this edition was read</h2>
${editionFacts(dataset.edition, page.crs)}
<h2 id="drawn">What the map draws</h2>
${shownTable(page.shown)}
<h2 id="cite">Cite it</h2>
${citation(page)}`,
  });
}

function head(page: DatasetPage): Html {
  const { dataset, coverage, due, evidence } = page;
  const { title, synthetic, licence, description, edition, publisher, layerId } = dataset;
  const isLate = due.dueInDays !== undefined && due.dueInDays < 0;
  return html`
<h1>${title}</h1>
<p class="chips"><span class="chip good">Live</span>${licenceChip(licence.chip)}${
    evidence.basis === 'presumed' && html`<span class="chip warn">Licence presumed</span>`
  }${isLate && html`<span class="chip warn">Overdue</span>`}${synthetic && SYNTHETIC}</p>
${description && html`<p class="lead">${description}</p>`}
<p class="actions row"><a class="button" href="${mapAddress(layerId)}">Show on map</a>
<a class="button plain-button" href="#downloads">Download</a>
<a class="button plain-button" href="#cite">Cite</a></p>
${facts([
  ['Publisher', publisher.name],
  ['This edition', `Edition ${edition.number}, published here ${day(edition.publishedAt)}`],
  ['Next edition', dueText(due)],
  ['Holds', featuresText(edition)],
  ['Covers', html`${coverage} ${coverageLink(dataset)}`],
  ['Identifier', html`<code>${dataset.id}</code>`],
])}`;
}

function coverageLink({ coverage, featureType }: DatasetDetail): Html {
  const [gssCode] = coverage;
  const cell = gssCode && coverage.length === 1 ? cellName({ featureType, gssCode }) : undefined;
  return cell
    ? html`<a href="/coverage?cell=${encodeURIComponent(cell)}#cell">Beside other districts</a>`
    : html`<a href="/coverage">Who has supplied what</a>`;
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

function citation({ dataset, origin }: DatasetPage): Html {
  const { id, title, publisher, edition, licence, synthetic } = dataset;
  const what = `${title}${synthetic && !/synthetic/i.test(title) ? ' (synthetic)' : ''}`;
  return html`<p class="credit">${publisher.name}: ${what}, edition ${edition.number}, published ${day(edition.publishedAt)}. ${licence.title}. ${origin}/data/${id}, SHA-256 ${edition.sha256.slice(0, 12)}…</p>
<p class="note">The edition and the first figures of its file’s hash say which data was used, whatever is published later.</p>`;
}
