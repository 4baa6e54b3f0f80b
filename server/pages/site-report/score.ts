import { sayStanding, sayTenths } from '#data/siting/announce.ts';
import { sayScore } from '#data/siting/words.ts';
import { plural } from '../format.ts';
import { type Html, html } from '../html.ts';
import { prefersOf, type ToldPrefer } from './criteria.ts';
import type { SiteReport } from './report.ts';
import { nounOf, upper } from './words.ts';

/** The score with its slots: one a criterion, as wide as its weight, filled by its points, hatched where not known. */
export function scoreSection(report: SiteReport): Html {
  const { standing, ranking } = report;
  const told = prefersOf(report).filter(({ points }) => points.of > 0);
  const place =
    standing.rank === undefined
      ? 'ruled out by this search'
      : `rank ${standing.rank} of ${ranking.ranked.length}`;
  return html`<section class="score" aria-labelledby="score"><h2 id="score" class="hidden">Score</h2>
<div class="score-row"><p class="score-figure"><strong>${sayScore(standing)}</strong><span>of 100 · ${place}</span></p>
<div class="slots" role="img" aria-label="${sayStanding(standing, report.search.prefer)}">${told.map(slot)}</div></div>
<p>${robustText(report)}${told.some(isOpen) && ' Hatched: not known for certain, from nothing to what the hatching covers.'}</p>
</section>`;
}

const isOpen = ({ points }: ToldPrefer): boolean => points.high - points.low >= 0.05;

function slot({ prefer, points }: ToldPrefer): Html {
  const share = (value: number): string => ((100 * value) / points.of).toFixed(2);
  const open = points.high - points.low;
  return html`<span class="slot" style="flex-grow:${points.of.toFixed(3)}"><span class="slot-name">${prefer.short}</span><span class="slot-track"><span class="slot-fill" style="width:${share(points.low)}%"></span>${open >= 0.05 && html`<span class="slot-open" style="width:${share(open)}%"></span>`}</span></span>`;
}

/** How firm its place is, in one line. */
function robustText({ standing, ranking, robustness, site }: SiteReport): string {
  const at = ranking.ranked.findIndex(({ index }) => index === standing.index);
  const share = robustness.topTen[at];
  if (at < 0) return 'It is not ranked: a site that fails a must is not bought back by points.';
  if (ranking.ranked.length <= 10) {
    const five = robustness.topFive[at] ?? 0;
    return ranking.ranked.length <= 5
      ? `Only ${ranking.ranked.length} of ${plural(ranking.total, nounOf(site.key))} fail no must, so every weighting keeps it among the first five.`
      : `${upper(sayTenths(five))} weightings keep it in the top five.`;
  }
  return share === undefined ? '' : `${upper(sayTenths(share))} weightings keep it in the top ten.`;
}
