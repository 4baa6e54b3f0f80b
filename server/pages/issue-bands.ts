import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { IssueView } from '#data/schema/api.ts';
import type { Mender, Severity } from '#data/schema/issue.ts';
import { count, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow, mapAddress } from './signs.ts';

/** One code, how often it was found, and the first places. */
export type IssueBandGroup = {
  readonly code: string;
  readonly severity: Severity;
  readonly mender: Mender;
  readonly count: number;
  readonly examples: readonly IssueView[];
};

/** Most places of one issue shown without asking. */
const OPEN_PLACES = 5;

const MENDERS: Readonly<Record<Mender, string>> = {
  publisher: 'the publisher',
  odin: 'ODIN',
  both: 'nobody needs to',
};

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Blocks',
  error: 'Mend',
  warning: 'Check',
  notice: 'Chosen',
  info: 'Done',
};

/** What was found in an edition, in two bands: to be mended, and told for the record. */
export function issueBands(groups: readonly IssueBandGroup[], layerId: string): Html {
  const toMend = groups.filter(({ severity }) => /^(critical|error|warning)$/.test(severity));
  const told = groups.filter((group) => !toMend.includes(group));
  const total = (band: readonly IssueBandGroup[]) =>
    band.reduce((sum, each) => sum + each.count, 0);
  return html`
<h3>To mend: ${count(total(toMend))}</h3>
${band(toMend, layerId, 'Nothing in the file asks to be mended.')}
<h3>For the record: ${count(total(told))}</h3>
<p class="note">What ODIN read, chose or changed by itself, so that nothing happens silently.</p>
${band(told, layerId, 'ODIN chose nothing by itself.')}`;
}

function band(groups: readonly IssueBandGroup[], layerId: string, empty: string): Html {
  if (groups.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<ul class="issues">${groups.map((group) => groupItem(group, layerId))}</ul>`;
}

function groupItem(
  { code, severity, mender, count: found, examples }: IssueBandGroup,
  layerId: string,
): Html {
  const kind =
    code in ISSUE_REGISTER ? ISSUE_REGISTER[code as keyof typeof ISSUE_REGISTER] : undefined;
  const rows = examples.map((issue) => exampleRow(issue, layerId));
  // What the publisher must mend is read without a click while it is short.
  const isOpen = mender === 'publisher' && found <= OPEN_PLACES;
  return html`<li>
<p><span class="severity ${severity}">${SEVERITY_WORDS[severity]}</span>
<strong>${kind?.meaning || code}</strong> <span class="quiet">${plural(found, 'time')}${
    mender !== 'both' && html`, mended by ${MENDERS[mender]}`
  }</span></p>
<details${isOpen && html` open`}><summary>${found > examples.length ? `First ${examples.length} places` : plural(found, 'place')}</summary>
<p class="note">${kind?.mend} <a href="/help/issues#${code}"><code>${code}</code></a></p>
${scrollRegion(
  `Places of: ${kind?.meaning || code}`,
  html`<table class="wide">
${headRow('#Line', 'Column', 'Published value', 'What was found', 'Feature')}
<tbody>${rows}</tbody></table>`,
)}</details>
</li>`;
}

function exampleRow({ line, column, value, message, featureId }: IssueView, layerId: string): Html {
  return html`<tr>
<td class="figure">${line === undefined ? 'file' : count(line)}</td>
<td>${column}</td>
<td class="raw">${value}</td>
<td>${message}</td>
<td class="nowrap">${featureId !== undefined && html`<a href="${mapAddress(layerId, featureId)}">Show on map</a>`}</td>
</tr>`;
}
