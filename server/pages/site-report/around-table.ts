import { sayDistance } from '#data/siting/figures.ts';
import { type Html, html } from '../html.ts';
import { scrollRegion } from '../scroll-region.ts';
import { headRow, SYNTHETIC } from '../signs.ts';
import { type AroundRow, aroundRows, metresText, RINGS } from './around.ts';
import type { SiteReport } from './report.ts';

/** Supplied, and nothing there. */
export const NONE = html`<svg class="glyph" viewBox="0 0 14 14" aria-hidden="true"><path d="M1 1h12v12H1z"/></svg>`;
/** Nobody can say. */
export const UNKNOWN = html`<svg class="glyph quiet" viewBox="0 0 14 14" aria-hidden="true"><path d="M1 1h12v12H1zM1 6l5-5M1 11 11 1M3 13 13 3M8 13l5-5"/></svg>`;
/** It applies. */
export const YES = html`<svg class="glyph full" viewBox="0 0 14 14" aria-hidden="true"><path d="M1 1h12v12H1z"/></svg>`;

const GLYPHS = { found: undefined, none: NONE, 'not-supplied': UNKNOWN } as const;

/** What is recorded on and around the site, as one table by ring. */
export function aroundSection(report: SiteReport): Html {
  const rows = aroundRows(report);
  const { area } = report;
  return html`<section class="around" aria-labelledby="around"><h2 id="around">What is recorded on and around the site</h2>
<p class="note legend-line"><span>${NONE} <strong>None recorded</strong>: a supplied layer covers the place and holds nothing.</span> <span>${UNKNOWN} <strong>No data supplied</strong>: nobody has given ODIN the layer, so nothing follows from its absence.</span></p>
${scrollRegion(
  'Recorded on and around the site',
  html`<table class="wide report-table around-table"><caption class="hidden">On the site, within 100 and 500 metres, and the nearest of each kind</caption>
${headRow('What', 'Finding', '#Distance', 'Source and date', 'Licence')}
${RINGS.map((ring) =>
  ringBody(
    ring,
    rows.filter((row) => row.ring === ring),
  ),
)}</table>`,
)}
<p class="note">${distanceNote(report)}</p>
${area.closed.length > 0 && html`<p class="note">Not told, for the licence closes it: ${area.closed.map(({ title, reason }, at) => html`${at > 0 && '; '}${title} (${reason})`)}</p>`}
</section>`;
}

const ringBody = (ring: string, rows: readonly AroundRow[]): Html | undefined =>
  rows.length === 0
    ? undefined
    : html`<tbody><tr class="ring"><th scope="rowgroup" colspan="5">${ring}</th></tr>${rows.map(
        (row) =>
          html`<tr>${row.state === 'not-supplied' ? notSupplied(row) : told(row)}<td>${row.source}</td><td class="nowrap">${row.licence}</td></tr>`,
      )}</tbody>`;

const told = ({ what, state, finding, metres, synthetic }: AroundRow): Html =>
  html`<td>${what} ${synthetic && SYNTHETIC}</td><td>${GLYPHS[state]}${finding}</td>
<td class="figure nowrap">${metresText(metres)}</td>`;

const notSupplied = ({ what, finding }: AroundRow): Html =>
  html`<td colspan="3">${UNKNOWN}${finding}: ${what}</td>`;

function distanceNote({ site }: SiteReport): string {
  const straight = 'Distances run in a straight line';
  if (site.outline === 'boundary') return `${straight} from the edge of the site, rounded to 10 m.`;
  if (site.errorM === 0)
    return `${straight} from the registered point, rounded to 10 m. No area is stated, so how near the edge comes is not known.`;
  const radius = sayDistance(site.errorM);
  const rings =
    site.errorM >= 100
      ? ` What lies within 100 m is counted as on the site, for that circle reaches farther.`
      : '';
  return `${straight} from the registered point, rounded to 10 m. No boundary is published: what lies within ${radius} of the point, the circle of the stated area, is told as on the site, and the site edge may be up to about ${radius} nearer than the distances say.${rings}`;
}
