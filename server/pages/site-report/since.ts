import { type Html, html } from '../html.ts';
import type { SiteReport } from './report.ts';
import { dayText, listed } from './words.ts';

/** What became of the data since: the one part of the page that changes under the same address. */
export function sinceNotice({ since, addresses }: SiteReport): Html | undefined {
  const { newer, withdrawn } = since;
  if (newer.length + withdrawn.length === 0) return undefined;
  return html`<aside class="since" aria-label="Since this report">
${newer.length > 0 && html`<p><strong>A newer edition exists.</strong> ${listed(newer.map(({ title, from, to }) => `${title}: edition ${to}, here ${from}`))}. <a href="${addresses.newest}">Make this report from what is published now</a></p>`}
${withdrawn.length > 0 && html`<p><strong>Withdrawn since.</strong> ${listed(withdrawn.map(({ title, at }) => `${title} (${dayText(at)})`))}: this report was made again without ${withdrawn.length === 1 ? 'it' : 'them'}, and may differ from what was printed.</p>`}
</aside>`;
}
