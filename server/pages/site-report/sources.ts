import { sayDay } from '#data/siting/words.ts';
import { plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { scrollRegion } from '../scroll-region.ts';
import { headRow, licenceChip, SYNTHETIC } from '../signs.ts';
import type { SiteReport, UsedDataset } from './report.ts';
import { dayText, listed, ownerText, shortLicence } from './words.ts';

/** What may be done with data under each chip, in a few words. */
const MAY: Readonly<Record<UsedDataset['licence']['chip'], string>> = {
  open: 'Use and adapt',
  attribution: 'Use and adapt, with credit',
  'share-alike': 'Use and adapt, with credit; share alike',
  'view-only': 'Look at it; no copies',
  restricted: 'Only as its agreement says',
  'not-stated': 'Read it; ask before reuse',
};

const mayText = (chip: UsedDataset['licence']['chip'], asksCredit: boolean): string =>
  chip === 'open' && asksCredit ? MAY.attribution : MAY[chip];

/** Editions, licences, the words to print and the files to take away. */
export function sourcesSection(report: SiteReport): Html {
  const { used, credits, terms, addresses } = report;
  const kept = used.filter(({ mayLeave }) => !mayLeave);
  return html`<section aria-labelledby="editions"><h2 id="editions">Editions and licences</h2>
${scrollRegion(
  'Datasets used',
  html`<table class="wide report-table edition-table"><caption class="hidden">Every dataset this report rests on</caption>${headRow('Dataset and publisher', 'Edition', 'Licence', 'What you may do')}
<tbody>${used.map(row)}</tbody></table>`,
)}
<p>${termsText(report)}</p>
<p class="credit">${credits.join(' ')}</p></section>
<section aria-labelledby="downloads"><h2 id="downloads">Downloads</h2>
<p>The evidence as ${terms.form === 'refused' && kept.length === used.length ? 'files is not available.' : html`<a class="print-address" href="${addresses.geojson}">GeoJSON</a> or <a class="print-address" href="${addresses.csv}">CSV</a>: every value with its source, edition, date, licence and whether it is synthetic.`}
${kept.length > 0 && html`${plural(kept.length, 'dataset')} ${kept.length === 1 ? 'is' : 'are'} left out, for ${kept.length === 1 ? 'its licence allows' : 'their licences allow'} no copies: ${listed(kept.map(({ title }) => title))}.`}</p>
<p class="note">This report has an address of its own and stays as it is: <a class="bare" href="${addresses.self}">${addresses.self}</a></p></section>`;
}

const row = ({
  id,
  title,
  shortPublisher,
  edition,
  dated,
  published,
  licence,
  synthetic,
  asksCredit,
}: UsedDataset): Html => html`<tr>
<th scope="row"><a class="bare" href="/data/${id}">${title.replace(' (synthetic)', '')}</a>, ${ownerText(shortPublisher)} ${synthetic && SYNTHETIC}</th>
<td>${edition}, ${dayText(published)}${dated && html` <span class="quiet">(entered to ${sayDay(dated)})</span>`}</td>
<td>${licenceChip(licence.chip)} <a class="bare" href="/licences/${licence.id}">${shortLicence(licence.id)}</a></td>
<td>${synthetic ? 'Show the method only' : mayText(licence.chip, asksCredit)}</td></tr>`;

function termsText({ terms }: SiteReport): string {
  if (terms.form === 'refused') {
    // worded for a download; what is told here is looked at
    const why = terms.reason.replace(/^This download is not available: /, '');
    return `What is told here may be shown, and not handed out as one: ${why} Credit line to copy, of exactly what is used:`;
  }
  return `${terms.reason} Credit line to copy, of exactly what is used:`;
}
