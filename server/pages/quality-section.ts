import type { QualityCount } from '#server/catalogue/quality-counts.ts';
import { count } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';

/** Quality as counts: a bar, a share, both figures and what the rest is. */
export function qualitySection(counts: readonly QualityCount[]): Html {
  if (counts.length === 0) return html`<p class="empty">Nothing was counted.</p>`;
  const rows = counts.map(
    ({ title, value, of, note }) => html`<tr><th scope="row">${title}</th>
<td class="meter"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 3h100"/><path class="full" d="M0 3h${((100 * value) / of).toFixed(1)}"/></svg></td>
<td class="figure"><strong>${Math.floor((100 * value) / of)} %</strong></td>
<td>${count(value)} of ${count(of)}${note && `. ${note}`}</td></tr>`,
  );
  return scrollRegion('Quality', html`<table class="wide quality"><tbody>${rows}</tbody></table>`);
}
