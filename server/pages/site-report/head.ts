import { findFeatureType } from '#data/features/index.ts';
import { SPACE, sayFigure } from '#data/siting/figures.ts';
import { STRAIGHT, sayDay, sayScore, sayTest } from '#data/siting/words.ts';
import { plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { SYNTHETIC } from '../signs.ts';
import { mustsOf, prefersOf, type ToldPrefer } from './criteria.ts';
import { isSynthetic, type SiteReport } from './report.ts';
import { dayText, lower, momentText, NAMES, pointsText, valueText, weightText } from './words.ts';

/** Name, facts and the finding: what a reader takes away in ten seconds. */
export function headSection(report: SiteReport): Html {
  const { site, asOf } = report;
  const synthetic = isSynthetic(report);
  return html`<header class="report-head">
<p class="kicker">Site report · ${nameOf(site)} · as of <time datetime="${asOf}">${momentText(asOf)}</time> ${synthetic && SYNTHETIC}</p>
<h1>${site.title}</h1>
${factList(report)}
<p class="finding">${findingOf(report)} ${synthetic && SYNTHETIC}</p>
${synthetic && html`<p class="note made-up-note">Badged is made up to show how ODIN works: none of it is a measured fact.</p>`}
</header>`;
}

/** Its reference, else what kind of thing it is. */
const nameOf = ({ reference, featureType, key }: SiteReport['site']): string =>
  reference ??
  findFeatureType(featureType ?? '')?.title ??
  (key.startsWith('cell:') ? 'a cell' : 'an area');

function factList({ site, gridReference, measured, register }: SiteReport): Html {
  const district = site.district === undefined ? undefined : measured.districts[site.district];
  const basis = { measured: 'Area, measured', stated: 'Area, as stated', none: 'Area' }[
    site.areaBasis
  ];
  const rows: readonly (readonly [string, Html | string])[] = [
    [basis, site.areaHa === undefined ? 'not stated' : sayFigure(site.areaHa, 'ha')],
    [
      'Grid reference',
      gridReference ? html`<code>${gridReference}</code>` : 'outside the National Grid',
    ],
    ['District', district ?? 'in none of this map'],
    register ? ['Register edition', editionText(register)] : ['Kind', kindText(site.key)],
  ];
  return html`<dl class="site-facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function editionText({ edition, dated, published }: NonNullable<SiteReport['register']>): string {
  return dated === undefined
    ? `${edition}, undated, here ${dayText(published)}`
    : `${edition}, entered to ${sayDay(dated)}`;
}

const kindText = (key: string): string =>
  key.startsWith('cell:') ? 'A cell of the surface: on no register' : 'An area drawn or pasted';

/** The finding in a sentence: the score, the most telling fact, and what is not known. */
export function findingOf(report: SiteReport): string {
  const { standing, searchTitle, ranking } = report;
  const unknown = unknownText(report);
  const end = unknown ? `; ${unknown}.` : '.';
  const failed = failedText(report);
  if (failed !== undefined) {
    return `Ruled out by the search “${searchTitle}”: ${failed}. By points alone it has ${sayScore(standing)} of 100${end}`;
  }
  const fact = factText(report);
  return `Scores ${sayScore(standing)} of 100 in the search “${searchTitle}”, rank ${standing.rank} of ${ranking.ranked.length}${fact ? `: ${fact}` : ''}${end}`;
}

/** Why it is out, when it is. */
function failedText(report: SiteReport): string | undefined {
  const failed = mustsOf(report).filter(({ outcome }) => outcome === 'fails');
  const [first] = failed;
  if (!first) return undefined;
  const { must, column } = first;
  const value = lower(valueText(column, report.standing.index, must.what));
  const test = sayTest(must.what, must.test, NAMES).replace(` ${STRAIGHT}`, '');
  const more = failed.length - 1;
  return `${lower(must.title)}: ${value}, where it must be ${test}${more > 0 ? `, and ${plural(more, 'more must', 'more musts')} failed` : ''}`;
}

/** The criterion that says most here: the heaviest of those that are known. */
function mostTelling(report: SiteReport): ToldPrefer | undefined {
  const known = prefersOf(report).filter(
    ({ points, isTested }) => isTested && points.of > 0 && points.high - points.low < points.of / 4,
  );
  return known.sort((a, b) => b.points.of - a.points.of)[0];
}

function factText(report: SiteReport): string {
  const found = mostTelling(report);
  if (!found) return '';
  const { prefer, points, column, thing } = found;
  const value = valueText(column, report.standing.index, prefer.what);
  const to = thing && prefer.what.kind !== 'site' ? ` (${thing.title})` : '';
  return `${lower(prefer.title)} is ${lower(value)}${to}, ${pointsText(points)} of ${weightText(points.of)} points`;
}

function unknownText(report: SiteReport): string {
  const open = prefersOf(report)
    .filter(({ points, isTested }) => isTested && points.high - points.low >= 0.5)
    .sort((a, b) => b.points.high - b.points.low - (a.points.high - a.points.low));
  const untold = mustsOf(report).filter(({ outcome }) => outcome === 'untold');
  const [widest] = open;
  if (widest) {
    const moves = (widest.points.high - widest.points.low).toFixed(0);
    const rest = open.length > 1 ? `, the widest of ${open.length} such gaps` : '';
    return `${lower(widest.prefer.title)} is not known for certain, which alone moves the score by ${moves}${rest}`;
  }
  if (untold[0]) return `nobody can tell whether it meets “${lower(untold[0].must.title)}”`;
  const untested =
    report.ranking.notTested.length +
    report.ranking.funnel.filter(({ state }) => state === 'not-supplied').length;
  return untested > 0
    ? `${plural(untested, 'criterion', 'criteria').replace(' ', SPACE)} could not be tested`
    : '';
}
