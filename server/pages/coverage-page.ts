import {
  COVERAGE_STATUSES,
  type Coverage,
  type CoverageSupply,
  type NextFix,
} from '#data/schema/coverage.ts';
import { type CoverageAsked, coverageAddress, readCell } from './coverage-address.ts';
import { coverageGrid } from './coverage-grid.ts';
import { STATUS_SIGNS, statusSign } from './coverage-signs.ts';
import { count, day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { facts, headRow, licenceChip, SYNTHETIC } from './signs.ts';

/** `/coverage`: who has supplied what, how good it is, and what would help most. */
export function coveragePage(coverage: Coverage, asked: CoverageAsked): string {
  const { rows, districts, measures, fixes, at } = coverage;
  const inDate = rows
    .flatMap(({ cells }) => cells)
    .filter(({ status }) => status === 'live').length;
  return layout({
    title: 'Who has supplied what',
    description: 'Districts against kinds of data: live, due, late, to be mended, or not supplied.',
    section: 'coverage',
    isWide: true,
    script: '/coverage-grid.js',
    body: html`
<div class="opening"><div><h1 id="grid">Who has supplied what</h1>
<p class="lead">${plural(districts.length, 'district')} and ${plural(rows.length, 'kind')} of data.
<strong>${count(measures.supplied.value)} of ${count(measures.supplied.of)}</strong> are supplied;
<strong>${count(inDate)}</strong> of those are live and in date.</p></div>
<p class="actions"><a class="button plain-button" href="${coverageAddress(onlyTypes(asked), '/api/coverage.csv')}" download>Download CSV</a>
<a class="button plain-button" href="${coverageAddress(onlyTypes(asked), '/api/coverage')}">JSON</a>
<a class="button plain-button" href="/?gaps=${encodeURIComponent(shownOnMap(coverage, asked))}">Show on map</a></p></div>
${measuresStrip(measures)}
<p class="note" id="grid-help">At ${day(at)}. Choose a heading to sort; arrow keys move between cells, Enter opens one.
${
  asked.types === 'all'
    ? html`<a href="${coverageAddress({ ...asked, types: 'supplied' })}">Only kinds that somebody has supplied</a>`
    : html`<a href="${coverageAddress({ ...asked, types: 'all' })}">Every kind ODIN knows</a>`
}</p>
${rows.length > 0 ? coverageGrid(coverage, asked) : html`<p class="empty">Nothing is published yet: kinds appear here when the first file is.</p>`}
${key(coverage)}
<div class="columns fixes-and-cell"><section aria-labelledby="fixes">${nextBest(fixes)}</section>
<aside aria-labelledby="cell">${cellDetail(coverage, asked)}</aside></div>`,
  });
}

const onlyTypes = ({ types }: CoverageAsked): CoverageAsked => ({
  types,
  sort: 'name',
  cell: undefined,
});

/** The kind the map would hatch: that of the open cell, else the one with the fewest gaps left to close. */
function shownOnMap({ rows, districts }: Coverage, { cell }: CoverageAsked): string {
  const partly = rows
    .filter(({ supplied }) => supplied > 0 && supplied < districts.length)
    .toSorted((a, b) => b.supplied - a.supplied);
  return readCell(cell)?.featureType ?? partly[0]?.featureType ?? rows[0]?.featureType ?? '';
}

function measuresStrip({
  area,
  supplied,
  withoutFaults,
  requiredFilled,
}: Coverage['measures']): Html {
  const measure = (
    { value, of }: Coverage['measures']['area'],
    title: string,
    detail: string,
  ): Html => html`<div><dt>${title}<span>${detail}</span></dt>
<dd>${of === 0 ? 'None' : `${Math.floor((100 * value) / of)} %`}</dd></div>`;
  return html`<dl class="measures">
${measure(area, 'of the area is covered in full', `${count(area.value)} of ${count(area.of)} km², over all kinds`)}
${measure(supplied, 'of district supplies are in', `${count(supplied.value)} of ${count(supplied.of)} that could be made`)}
${measure(withoutFaults, 'of datasets have nothing to fix', `${count(withoutFaults.value)} of ${count(withoutFaults.of)}`)}
${measure(requiredFilled, 'of required values are filled', `${count(requiredFilled.value)} of ${count(requiredFilled.of)} cells`)}
</dl>
<p class="note">Made-up data counts in none of these.</p>`;
}

function key({ rows }: Coverage): Html {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ status }) => status)));
  return html`<ul class="key" aria-label="What the signs mean">${COVERAGE_STATUSES.filter(
    (status) => used.has(status),
  ).map((status) => html`<li>${statusSign(status)} ${STATUS_SIGNS[status].meaning}</li>`)}</ul>`;
}

function nextBest(fixes: readonly NextFix[]): Html {
  return html`<h2 id="fixes">Next best fix</h2>
<p class="note">For each publisher the smallest job that would help most. No league table: they stand in the order of the job.</p>
${
  fixes.length === 0
    ? html`<p class="empty">Nothing waits to be mended, sent or stated.</p>`
    : html`<div class="scroll" role="region" aria-label="What each publisher can do" tabindex="0"><table class="wide">
${headRow('Fix', 'Who can do it', 'Why', 'Effort')}
<tbody>${fixes.map(
        ({ title, publisher, because, effort, synthetic, datasetId }) => html`<tr>
<th scope="row">${datasetId ? html`<a href="/data/${datasetId}#issues">${title}</a>` : title} ${synthetic && SYNTHETIC}</th>
<td>${publisher.name}</td><td>${because}</td><td>${effort}</td></tr>`,
      )}</tbody></table></div>`
}`;
}

function cellDetail({ rows, districts, supplies }: Coverage, { cell: name }: CoverageAsked): Html {
  const place = readCell(name);
  const row = rows.find(({ featureType }) => featureType === place?.featureType);
  const cell = row?.cells.find(({ gssCode }) => gssCode === place?.gssCode);
  const district = districts.find(({ gssCode }) => gssCode === place?.gssCode);
  if (!row || !cell || !district) {
    return html`<h2 id="cell">One cell</h2><p class="empty">Open a cell of the table: what is known of it is told here.</p>`;
  }
  // made-up data stands after what is real
  const here = supplies
    .filter(({ id }) => cell.datasets.includes(id))
    .sort((a, b) => Number(a.synthetic) - Number(b.synthetic));
  return html`<h2 id="cell" tabindex="-1">${district.name}: ${row.title.toLowerCase()}</h2>
<p>${statusSign(cell.status)} ${STATUS_SIGNS[cell.status].meaning}.</p>
${here.map(supplyDetail)}
<p class="actions"><a class="button plain-button" href="/?gaps=${encodeURIComponent(row.featureType)}">Show the gaps on the map</a></p>`;
}

const COMPLETENESS = {
  full: 'In full: an empty place means “none here”',
  partial: 'In part: an empty place may mean “not supplied”',
  sample: 'A sample',
} as const;

function supplyDetail(supply: CoverageSupply): Html {
  const { id, title, publisher, licence, synthetic, edition, publishedAt, faults, warnings } =
    supply;
  return html`<h3><a href="/data/${id}">${title}</a> ${synthetic && SYNTHETIC}</h3>
${facts([
  ['Publisher', publisher.name],
  ['People see', `Edition ${edition}, published here ${day(publishedAt)}`],
  ['Next edition', dueText(supply)],
  ['Covers it', supply.completeness ? COMPLETENESS[supply.completeness] : 'Not said how far'],
  [
    'Licence',
    html`<a class="plain" href="/licences/${licence.id}">${licenceChip(licence.chip)}</a>`,
  ],
  [
    'Issues',
    faults + warnings === 0
      ? 'None to mend'
      : html`<a href="/data/${id}#issues">${plural(faults, 'fault')}, ${plural(warnings, 'warning')}</a>`,
  ],
])}`;
}

/** When the next edition is promised, and how far off that is. */
export function dueText({
  dueOn,
  dueInDays = 0,
}: Pick<CoverageSupply, 'dueOn' | 'dueInDays'>): string {
  if (dueOn === undefined) return 'No date is promised';
  if (dueInDays < 0) return `${day(dueOn)}: ${plural(-dueInDays, 'day')} late`;
  return dueInDays === 0 ? 'Today' : `${day(dueOn)}, in ${plural(dueInDays, 'day')}`;
}
