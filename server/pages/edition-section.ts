import type { EditionSummary } from '#data/schema/api.ts';
import type { EditionEvent } from '#data/schema/change.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import { formatName } from '#data/words/formats.ts';
import { systemName } from '#data/words/systems.ts';
import { count, day, plural, size } from './format.ts';
import { type Html, html } from './html.ts';
import { basisText } from './licence-box.ts';
import { scrollRegion } from './scroll-region.ts';
import { facts, headRow } from './signs.ts';

/** How the live edition was read. */
export function editionFacts(edition: EditionSummary, crs: CrsVerdict | undefined): Html {
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
export function featuresText({ features, approximate = 0 }: EditionSummary): string {
  const all = plural(features, 'feature');
  if (approximate === 0) return all;
  const share = approximate === features ? 'all' : count(approximate);
  return `${all} (${share} of them approximate, placed by postcode or UPRN)`;
}

/**
 * Every edition: what became of it, what it changed, why, and the licence it came under. That stays as it was: a
 * later change of licence is of later editions only.
 */
export function editionTable(
  datasetId: string,
  editions: readonly EditionSummary[],
  events: readonly EditionEvent[],
): Html {
  const rows = editions.map((edition) => {
    const { number, status, held, publishedAt, fileName, features, licence } = edition;
    const why = events.find((event) => event.edition === number && event.why)?.why;
    return html`<tr>
<th scope="row">${number}</th><td>${STATUSES[status]}${held && html`<br>${held}`}</td><td class="nowrap">${day(publishedAt)}</td>
<td>${fileName}</td><td class="figure">${count(features)}</td>
<td>${changesText(edition)}</td><td>${held ? undefined : why}</td>
<td>${licence && html`<a href="/licences/${licence.id}">${licence.id}</a><br><span class="quiet">${basisText(licence.basis)}</span>`}</td>
<td class="nowrap">${seeChanges(datasetId, edition)}</td></tr>`;
  });
  return scrollRegion(
    'Editions',
    html`<table class="wide">
${headRow('Edition', 'Status', 'Published here', 'File', '#On the map', 'Changes', 'Reason given', 'Licence then', 'More')}
<tbody>${rows}</tbody></table>`,
  );
}

/** `+32, −5 ended, 18 moved, 11 changed`. */
function changesText({ comparison }: EditionSummary): string {
  if (!comparison) return 'First edition';
  const { added, removed, moved, changed } = comparison;
  const parts = [
    added > 0 ? `+${count(added)}` : '',
    removed > 0 ? `−${count(removed)}` : '',
    moved > 0 ? `${count(moved)} moved` : '',
    changed > 0 ? `${count(changed)} changed` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'Nothing';
}

function seeChanges(id: string, { number, status, comparison }: EditionSummary): Html | undefined {
  if (!comparison) return undefined;
  const href =
    status === 'live' ? '#changes' : `/api/datasets/${id}/editions/${number}/changes?limit=1000`;
  return html`<a href="${href}">See changes<span class="hidden"> of edition ${number}</span></a>`;
}

const STATUSES: Readonly<Record<EditionSummary['status'], string>> = {
  held: 'Held, not shown',
  live: 'Live',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};
