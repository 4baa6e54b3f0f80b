import type { DatasetSummary } from '#data/schema/api.ts';
import { type Html, html } from './html.ts';

export type DistrictName = { readonly gssCode: string; readonly name: string };

type Status = 'live' | 'synthetic' | 'none';

/** Word and glyph of each status: shape differs as well as colour. */
const STATUSES: Readonly<Record<Status, Html>> = {
  live: html`<span class="status good"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" class="disc"/><path d="m4.8 8.2 2.2 2.2 4.2-4.6"/></svg>Live</span>`,
  synthetic: html`<span class="status"><svg viewBox="0 0 16 16" aria-hidden="true"><rect x="1.5" y="1.5" width="13" height="13" class="dash"/><path d="M3 9.5 9.5 3M4 13 13 4M8.5 13.5 13 9"/></svg>Synthetic</span>`,
  none: html`<span class="status quiet"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6" class="dash"/></svg>None</span>`,
};

/**
 * Kinds of thing against districts: who supplied what.
 *
 * @param typeTitles feature type → what its layer is called
 */
export function coverageTable(
  datasets: readonly DatasetSummary[],
  districts: readonly DistrictName[],
  typeTitles: ReadonlyMap<string, string>,
): Html {
  const types = [...new Set(datasets.map(({ featureType }) => featureType))]
    .map((id) => ({ id, title: typeTitles.get(id) ?? id }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  const rows = types.map(({ id, title }) => {
    const supplied = datasets.filter(({ featureType }) => featureType === id);
    const cells = districts.map(({ gssCode }) => statusIn(gssCode, supplied));
    const total = cells.filter((status) => status !== 'none').length;
    return html`<tr><th scope="row">${title}</th>${cells.map(
      (status) => html`<td>${STATUSES[status]}</td>`,
    )}<td class="figure nowrap">${total} of ${districts.length}</td></tr>`;
  });
  return html`<div class="scroll" role="region" aria-labelledby="coverage" tabindex="0">
<table class="grid"><thead><tr><th scope="col">What</th>${districts.map(
    ({ name }) => html`<th scope="col">${name}</th>`,
  )}<th scope="col" class="figure">Supplied</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function statusIn(gssCode: string, supplied: readonly DatasetSummary[]): Status {
  const here = supplied.filter(({ coverage }) => coverage.includes(gssCode));
  if (here.length === 0) return 'none';
  return here.every(({ synthetic }) => synthetic) ? 'synthetic' : 'live';
}
