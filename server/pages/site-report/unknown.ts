import { plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { mustsOf, prefersOf } from './criteria.ts';
import type { SiteReport } from './report.ts';
import { dayText, listed, lower, pointsText, upper, valueText } from './words.ts';

/** One thing nobody can say of the site, what hangs on it, and who could settle it. */
type Unknown = { readonly title: string; readonly text: string };

/** Most that are told one by one. */
const MOST = 8;

/** What is not known, and who could settle it. */
export function unknownSection(report: SiteReport): Html {
  const all = unknownsOf(report);
  const rest = all.length - MOST;
  return html`<section class="unknown" aria-labelledby="unknown"><h2 id="unknown">What is not known, and who could settle it</h2>
${
  all.length === 0
    ? html`<p class="empty">Everything this search asks of the site is known. What is here as well may not be: see “No data supplied” below.</p>`
    : html`<ol class="report-two">${all.slice(0, MOST).map(({ title, text }) => html`<li><strong>${title}.</strong> ${text}</li>`)}</ol>`
}
${rest > 0 && html`<p class="note">And ${plural(rest, 'thing')} more; the method below names them.</p>`}
</section>`;
}

/** What could rule it out first, then what moves the score most, then what was not tested, then the site itself. */
function unknownsOf(report: SiteReport): Unknown[] {
  const { standing } = report;
  const musts = mustsOf(report);
  const untold = musts
    .filter(({ outcome }) => outcome === 'untold')
    .map(({ must, column }) => ({
      title: must.title,
      text: `${upper(valueText(column, standing.index, must.what))}: it could rule the site out. ${asks(column?.ask.slice(0, 2).map(({ name }) => name) ?? [])}`,
    }));
  const open = prefersOf(report)
    .filter(({ points, isTested }) => isTested && points.high - points.low >= 0.5)
    .sort((a, b) => b.points.high - b.points.low - (a.points.high - a.points.low))
    .map(({ prefer, points, column }) => ({
      title: prefer.title,
      text: `${upper(valueText(column, standing.index, prefer.what))}, ${pointsText(points)} points. ${asks(column?.ask.slice(0, 2).map(({ name }) => name) ?? [])}`,
    }));
  return [...untold, ...open, ...ofSite(report), ...untestedOf(report)];
}

/** What could not be tested at all, as one: musts, which could rule the site out, apart from what is only preferred. */
function untestedOf(report: SiteReport): Unknown[] {
  const musts = mustsOf(report).filter(({ outcome }) => outcome === 'not-supplied');
  const prefers = prefersOf(report).filter(({ isTested }) => !isTested);
  const all = [...musts, ...prefers];
  if (all.length === 0) return [];
  const who = [...new Set(all.flatMap(({ column }) => column?.ask[0]?.name ?? []))];
  const parts = [
    ...(musts.length > 0
      ? [`${listed(musts.map(({ must }) => lower(must.title)))}, which could rule the site out`]
      : []),
    ...(prefers.length > 0
      ? [
          `${listed(prefers.map(({ prefer }) => lower(prefer.title)))}, whose weight the others share`,
        ]
      : []),
  ];
  return [
    {
      title: `${plural(all.length, 'criterion', 'criteria')} not tested`,
      text: `${upper(parts.join('; and '))}. Nobody supplied the data. ${asks(who)}`,
    },
  ];
}

const asks = (who: readonly string[]): string => (who.length > 0 ? `Ask ${listed(who)}.` : '');

function ofSite({ site, register, asOf }: SiteReport): Unknown[] {
  const unknown: Unknown[] = [];
  if (site.outline === 'point' && site.featureType !== undefined) {
    const area = site.areaHa === undefined ? 'a point and no area' : 'a point and an area';
    unknown.push({
      title: 'Site boundary',
      text: `${register?.shortPublisher ?? 'Its publisher'} published ${area}. Ask for the red line.`,
    });
  }
  const years = register?.dated && Number(asOf.slice(0, 4)) - Number(register.dated.slice(0, 4));
  if (register && (!years || years >= 2)) {
    const age = years
      ? `was last entered in ${register.dated?.slice(0, 4)}`
      : 'does not say when it was entered';
    unknown.push({
      title: 'Today’s status',
      text: `The register ${age}, and was published here on ${dayText(register.published)}. Ask ${register.publisher} for its current one.`,
    });
  }
  return unknown;
}
