import type { AreaAnswer, AreaMissing, AreaNone } from '#data/schema/area.ts';
import { distance, ground, percent } from './area-words.ts';
import { type Html, html } from './html.ts';
import { SYNTHETIC } from './signs.ts';

/** Two absences that are not the same: looked for and not there, and never supplied. */
export function absentSections({ none, missing, closed }: AreaAnswer): Html {
  return html`
<h2 id="none">None recorded <small>supplied, and nothing is here</small></h2>
${none.length === 0 ? html`<p class="empty">No layer that covers the area is without anything on it.</p>` : html`<ul>${none.map(noneItem)}</ul>`}
<h2 id="missing">No data supplied <small>nobody can say</small></h2>
${
  missing.length === 0
    ? html`<p class="empty">Every kind ODIN knows and asks for was supplied here.</p>`
    : html`<p>Blank does not mean clear: of these nothing is known here.</p>${missing.map(missingPart)}`
}
${
  closed.length > 0 &&
  html`<h2 id="closed">Not told <small>closed by licence</small></h2>
<ul>${closed.map(({ title, reason }) => html`<li>${title}: ${reason}</li>`)}</ul>`
}`;
}

function noneItem({ title, synthetic, districts, completeness, nearest }: AreaNone): Html {
  const part = districts ? ` (${districts.join(' and ')} part)` : '';
  const note =
    completeness &&
    `${completeness === 'sample' ? 'a sample' : 'partial'} only: others may be here`;
  return html`<li>${title}${part} ${synthetic && SYNTHETIC}${note && html`, ${note}`}${nearest && html`; nearest ${nearest.title}, ${distance(nearest.distanceM)} ${nearest.bearing}`}</li>`;
}

function missingPart({ name, share, areaM2, lengthM, layers, ask }: AreaMissing): Html {
  const size =
    areaM2 === undefined
      ? lengthM === undefined
        ? percent(share)
        : distance(lengthM)
      : ground(areaM2);
  const known = layers.filter(({ layerId }) => layerId !== undefined);
  const unknown = layers.filter(({ layerId }) => layerId === undefined);
  return html`<section class="missing"><h3>${share < 1 ? `${name} part` : name}, ${size}</h3>
${known.length > 0 && html`<p><b>Supplied elsewhere, not here:</b> ${known.map(({ title }) => title).join(', ')}.</p>`}
${unknown.length > 0 && html`<p><b>Supplied by nobody yet:</b> ${unknown.map(({ title }) => title).join(', ')}.</p>`}
${
  ask.length > 0 &&
  html`<p>Who could supply them: ${ask.map(
    ({ name: who, href }, index) =>
      html`${index > 0 && ', '}${href ? html`<a class="plain-print" href="${href}" rel="noreferrer">${who}</a>` : who}`,
  )}.</p>`
}</section>`;
}
