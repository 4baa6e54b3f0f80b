import { sayDistance } from '#data/siting/figures.ts';
import { type Html, html } from '../html.ts';
import { scrollRegion } from '../scroll-region.ts';
import { headRow, SYNTHETIC } from '../signs.ts';
import { NONE, UNKNOWN, YES } from './around-table.ts';
import type { ConsultRow, SiteReport, WorksKind } from './report.ts';
import { listed } from './words.ts';

const APPLIES = {
  yes: html`${YES} Yes`,
  advised: html`${NONE} Advised`,
  unknown: html`${UNKNOWN} Not known`,
} as const;

/** Who must be consulted about a planning application here, and why. */
export const consultSection = ({
  consult,
}: SiteReport): Html => html`<section aria-labelledby="consult"><h2 id="consult">Who must be consulted</h2>
<p class="note">For a planning application, under Schedule 4 of the Development Management Procedure Order 2015 and the guidance named in ODIN’s rules. What is not known depends on data nobody supplied. Confirm with the council before you rely on it.</p>
${scrollRegion(
  'Bodies to consult',
  html`<table class="wide report-table consult-table"><caption class="hidden">Bodies to consult, why, and whether it applies</caption>${headRow('Body', 'Why it may apply here', 'Applies?')}
<tbody>${consult.map(row)}</tbody></table>`,
)}</section>`;

const row = ({
  name,
  why,
  applies,
  source,
}: ConsultRow): Html => html`<tr><th scope="row">${name}</th>
<td>${why.map((each, at) => html`${at > 0 && html`<br>`}${each}`)}${source && html` <cite>${source.title}${!source.confirmed && ' (to be confirmed)'}</cite>`}</td>
<td class="nowrap">${APPLIES[applies]}</td></tr>`;

/** Works planned in the streets and schemes round the site. */
export function worksSection({ works }: SiteReport): Html {
  const found = works.flatMap((kind) => kind.found.map((each) => ({ ...each, kind: kind.title })));
  const none = works.filter(({ state }) => state === 'none');
  const missing = works.filter(({ state }) => state === 'not-supplied');
  return html`<section aria-labelledby="works"><h2 id="works">Planned works nearby</h2>
${
  found.length > 0 &&
  scrollRegion(
    'Planned works',
    html`<table class="wide report-table"><caption class="hidden">Works and schemes within 500 m</caption>${headRow('Works', 'Promoter', 'When', '#Distance', 'Source')}
<tbody>${found.map(({ title, kind, promoter, when, metres, synthetic, source }) => html`<tr><th scope="row">${kind}: ${title} ${synthetic && SYNTHETIC}</th><td>${promoter}</td><td>${when}</td><td class="figure nowrap">${apartText(metres)}</td><td>${source}</td></tr>`)}</tbody></table>`,
  )
}
${none.length > 0 && html`<p>${NONE} None recorded within 500 m: ${names(none)}.</p>`}
${missing.length > 0 && html`<p>${UNKNOWN} No data supplied: ${names(missing)}. Ask ${listed([...new Set(missing.flatMap(({ ask }) => ask))])}.</p>`}
</section>`;
}

/** Positions are good to half a metre at best: what lies nearer is on the site. */
const apartText = (metres: number): string => {
  if (metres < 0.5) return 'on the site';
  return metres < 5 ? 'under 5\u00a0m' : sayDistance(metres);
};

const names = (kinds: readonly WorksKind[]): string =>
  listed(kinds.map(({ title }) => title.toLowerCase()));
