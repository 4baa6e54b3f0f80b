import { sayTest } from '#data/siting/words.ts';
import { figureText } from '../area-words.ts';
import { plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { SYNTHETIC } from '../signs.ts';
import { mustsOf, prefersOf, type ToldPrefer } from './criteria.ts';
import type { SiteReport } from './report.ts';
import { NAMES, nounOf, pointsText, valueText, weightText } from './words.ts';

/** One thing that speaks for a site or against it. */
type Verdict = {
  readonly title: string;
  readonly text: string;
  readonly synthetic: boolean;
};

/** How many of each are told. */
const TOLD = 3;

/** A criterion speaks for a site from this share of its points on, and against it below. */
const HALF = 0.5;

/** Opportunities and constraints, side by side. */
export const verdictSection = (report: SiteReport): Html => html`<div class="report-pair">
<section aria-labelledby="opportunities"><h2 id="opportunities">Opportunities</h2>${list(opportunitiesOf(report), 'Nothing measured earns half of its points.')}</section>
<section aria-labelledby="constraints"><h2 id="constraints">Constraints</h2>${list(constraintsOf(report), 'Nothing ODIN was given speaks against it. See what is not known.')}</section>
</div>`;

const list = (verdicts: readonly Verdict[], none: string): Html =>
  verdicts.length === 0
    ? html`<p class="empty">${none}</p>`
    : html`<ol>${verdicts.map(({ title, text, synthetic }) => html`<li><strong>${title}.</strong> ${text} ${synthetic && SYNTHETIC}</li>`)}</ol>`;

/** What earns most points for certain. */
function opportunitiesOf(report: SiteReport): Verdict[] {
  return testedOf(report)
    .filter(({ points }) => points.low >= HALF * points.of)
    .sort((a, b) => b.points.low - a.points.low)
    .slice(0, TOLD)
    .map((told) => ({
      title: told.prefer.title,
      text: `${pointsSentence(report, told)} ${comparedText(report, told)}`.trim(),
      synthetic: told.synthetic,
    }));
}

/** What stops, then what the search rules out, then what somebody must be asked of, then what costs most points. */
function constraintsOf(report: SiteReport): Verdict[] {
  const { area, standing } = report;
  const stops = area.stop.map(({ title, figure, detail, synthetic }) => ({
    title: `${title} on the site`,
    text: `${figureText(figure)}${detail ? ` (${detail})` : ''}: likely to prevent building.`,
    synthetic,
  }));
  const failed = mustsOf(report)
    .filter(({ outcome }) => outcome === 'fails')
    .map(({ must, column, synthetic }) => ({
      title: must.title,
      text: `${valueText(column, standing.index, must.what)}; the search asks: ${sayTest(must.what, must.test, NAMES)}.`,
      synthetic,
    }));
  const asks = area.consult
    .filter(({ ask }) => ask.some(({ duty }) => duty === 'statutory'))
    .map(({ title, figure, ask, synthetic }) => ({
      title: `${title} on the site`,
      text: `${figureText(figure)}. Ask ${ask.find(({ duty }) => duty === 'statutory')?.name ?? 'the council'}.`,
      synthetic,
    }));
  const weak = testedOf(report)
    .filter(({ points }) => points.high < HALF * points.of)
    .sort((a, b) => b.points.of - b.points.high - (a.points.of - a.points.high))
    .map((told) => ({
      title: told.prefer.title,
      text: pointsSentence(report, told),
      synthetic: told.synthetic,
    }));
  return [...stops, ...failed, ...asks, ...weak].slice(0, TOLD);
}

const testedOf = (report: SiteReport): ToldPrefer[] =>
  prefersOf(report).filter(({ points, isTested }) => isTested && points.of > 0);

function pointsSentence({ standing }: SiteReport, told: ToldPrefer): string {
  const { prefer, points, column, thing } = told;
  const value = valueText(column, standing.index, prefer.what);
  const to = thing && prefer.what.kind !== 'site' ? ` (${thing.title})` : '';
  const isFull = points.low >= points.of - 1e-9;
  const got = isFull
    ? `all ${weightText(points.of)} points`
    : `${pointsText(points)} of ${weightText(points.of)} points`;
  return `${value}${to}, ${got}.`;
}

/** How it compares with the others, where that says something. */
function comparedText({ ranking, standing, site }: SiteReport, { points }: ToldPrefer): string {
  const all = [...ranking.ranked, ...ranking.ruledOut];
  const at = standing.points.indexOf(points);
  const others = all.flatMap((each) =>
    each.index === standing.index ? [] : (each.points[at] ?? []),
  );
  const better = others.filter(({ low }) => low > points.high + 1e-9).length;
  const alike = others.filter(
    ({ low, high }) => low <= points.high + 1e-9 && high >= points.low - 1e-9,
  ).length;
  if (at < 0 || others.length < 10 || alike > others.length / 10) return '';
  if (better === 0) return `Best of ${plural(all.length, nounOf(site.key))}.`;
  return better < all.length / 10
    ? `Only ${better} of ${plural(all.length, nounOf(site.key))} do better.`
    : '';
}
