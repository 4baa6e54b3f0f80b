import { changesFromProfile, sayChanges } from '#data/siting/changes-from-profile.ts';
import { STRAIGHT, sayTest, sayWorth } from '#data/siting/words.ts';
import { count, plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { scrollRegion } from '../scroll-region.ts';
import { headRow, SYNTHETIC } from '../signs.ts';
import { mustsOf, prefersOf, type ToldMust, type ToldPrefer } from './criteria.ts';
import { firmnessNotes } from './firmness.ts';
import type { SiteReport } from './report.ts';
import { NAMES, nounOf, pointsText, valueText, weightText } from './words.ts';

/** How the site was tested and scored, figure by figure. */
export function methodSection(report: SiteReport): Html {
  const { addresses } = report;
  return html`<section aria-labelledby="method"><h2 id="method">Method and weights</h2>
<p>${funnelText(report)} A weight never buys back a failed must. What is not known counts as a range, never as nothing.</p>
${mustTable(report)}
${preferTable(report)}
${firmnessNotes(report)}
<p class="note"><a class="print-address" href="${addresses.finder}">Open this search in the finder</a></p></section>`;
}

/** `Data centre. 5 of its 11 settings changed. 214 sites tested; “Site area” alone takes it from 214 to 61; …` */
function funnelText({ ranking, searchTitle, measured, search, site }: SiteReport): string {
  const tested = ranking.funnel.filter(({ state }) => state === 'tested');
  const [costly] = tested
    .filter(({ before, after }) => before > after)
    .sort((a, b) => b.before - b.after - (a.before - a.after));
  const title = search.must.find(({ id }) => id === costly?.must)?.title;
  const step = costly
    ? ` “${title}” takes it from ${count(costly.before)} to ${count(costly.after)};`
    : '';
  const left = `${count(ranking.ranked.length)} fail none of the ${plural(tested.length, 'must', 'musts')} that could be tested`;
  return [
    `${searchTitle}.`,
    ...(search.profile === 'own' ? [] : [`${sayChanges(changesFromProfile(search))}.`]),
    `${plural(ranking.total, nounOf(site.key))} tested;${step} ${tested.length === 0 ? 'no must rules any out' : left}.`,
    ...measured.notes,
  ].join(' ');
}

const OUTCOMES: Readonly<Record<ToldMust['outcome'], string>> = {
  meets: 'Meets',
  fails: 'Fails',
  untold: 'Nobody can tell',
  off: 'Left out',
  'not-supplied': 'Not tested',
};

function mustTable(report: SiteReport): Html | undefined {
  const musts = mustsOf(report);
  if (musts.length === 0) return undefined;
  const steps = new Map(report.ranking.funnel.map((step) => [step.must, step]));
  return scrollRegion(
    'Musts',
    html`<table class="wide report-table must-table"><caption class="hidden">What every site must meet</caption>${headRow('Must', 'Rule', 'Value, distances straight', 'Outcome', '#Sites left')}
<tbody>${musts
      .filter(({ outcome }) => outcome !== 'not-supplied')
      .map((told) =>
        mustRow(told, report, steps.get(told.must.id)?.after),
      )}${untestedRows(musts)}</tbody></table>`,
  );
}

/** Musts nobody supplied anything for, one row a rule: they say the same. */
function untestedRows(musts: readonly ToldMust[]): Html[] {
  const rules = new Map<string, string[]>();
  for (const { must, outcome } of musts) {
    if (outcome !== 'not-supplied') continue;
    const rule = ruleText(must);
    rules.set(rule, [...(rules.get(rule) ?? []), must.title]);
  }
  return [...rules].map(
    ([rule, titles]) => html`<tr><th scope="row">${titles.join('; ')}</th><td>${rule}</td>
<td>not supplied</td><td>${OUTCOMES['not-supplied']}</td><td class="figure">–</td></tr>`,
  );
}

const ruleText = ({ what, test }: ToldMust['must']): string =>
  sayTest(what, test, NAMES).replace(` ${STRAIGHT}`, '');

const mustRow = (
  { must, column, outcome, synthetic, thing }: ToldMust,
  { standing }: SiteReport,
  after: number | undefined,
): Html => html`<tr><th scope="row">${must.title} ${synthetic && SYNTHETIC}</th><td>${ruleText(must)}</td>
<td>${valueText(column, standing.index, must.what)}${thing && must.what.kind !== 'site' && html` · <span class="quiet">${thing.title}</span>`}</td>
<td>${OUTCOMES[outcome]}</td><td class="figure">${after === undefined || outcome === 'off' ? '–' : count(after)}</td></tr>`;

function preferTable(report: SiteReport): Html {
  const told = prefersOf(report);
  const { standing } = report;
  return scrollRegion(
    'Weights',
    html`<table class="wide report-table prefer-table"><caption class="hidden">What is better, its value here, its points and its weight</caption>${headRow('Prefer', 'Rule', 'Value, distances straight', '#Points', '#Weight')}
<tbody>${told.map((each) => preferRow(each, report))}</tbody>
<tfoot><tr><th scope="row">Total</th><td></td><td></td><td class="figure"><strong>${pointsText(standing)}</strong></td><td class="figure">${told.some(({ points }) => points.of > 0) ? '100' : '0'}</td></tr></tfoot></table>`,
  );
}

const preferRow = (
  { prefer, column, points, isTested, synthetic, thing }: ToldPrefer,
  { standing }: SiteReport,
): Html => html`<tr><th scope="row">${prefer.title} ${synthetic && SYNTHETIC}</th><td>${sayWorth(prefer.what, prefer.worth, NAMES).replace(` ${STRAIGHT}`, '')}</td>
<td>${valueText(column, standing.index, prefer.what)}${thing && prefer.what.kind !== 'site' && html` · <span class="quiet">${thing.title}</span>`}</td>
<td class="figure"><strong>${isTested ? pointsText(points).replace('–', `–\u2060`) : 'not tested'}</strong></td><td class="figure">${isTested ? weightText(points.of) : html`<span class="quiet">shared</span>`}</td></tr>`;
