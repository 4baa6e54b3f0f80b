import { sayDouble, sayFlip } from '#data/siting/announce.ts';
import { DOUBLE_FROM, doubleCounts } from '#data/siting/double-counting.ts';
import { flipsOf } from '#data/siting/flips.ts';
import type { Flip } from '#data/siting/ranking.ts';
import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { SiteReport } from './report.ts';
import { drawsOf, listed, nounOf } from './words.ts';

/** Changes of weight that are told of those that put any other site first. */
const FLIPS = 2;

/** What of a report the place of its site hangs on. */
type Firm = Pick<
  SiteReport,
  'measured' | 'search' | 'site' | 'standing' | 'ranking' | 'robustness'
>;

/** How much of its place hangs on the weights: drawn anew, moved one at a time, and laid twice on one thing. */
export const firmnessNotes = (
  report: Firm,
): Html => html`<p class="note">${robustnessText(report)}</p>
<p class="note">${flipText(report)} ${doubleText(report)}</p>`;

/** The raw counts behind “9 in 10”. */
function robustnessText({ robustness, ranking, standing }: Firm): string {
  const at = ranking.ranked.findIndex(({ index }) => index === standing.index);
  if (at < 0) return 'Robustness is told of sites that are ranked.';
  const ten = drawsOf(robustness, robustness.topTen[at] ?? 0);
  const five = drawsOf(robustness, robustness.topFive[at] ?? 0);
  return `Robustness: ${count(robustness.draws)} weightings drawn around these; ${count(ten)} keep the site in the top ten, ${count(five)} in the top five.`;
}

/** Which weight, moved how far, puts another site first: the least changes, and the least that puts this one there. */
function flipText(report: Firm): Html | undefined {
  const { measured, search, standing, ranking } = report;
  const [first, second] = ranking.ranked;
  if (!first || !second) return undefined;
  const flips = flipsOf(measured, search);
  const own = flips.filter(({ leader }) => leader === standing.index).slice(0, 1);
  const told = [...new Set([...own, ...flips.slice(0, FLIPS)])];
  if (told.length === 0) {
    return html`What would change the first place: no weight moved alone, the others giving way in proportion.`;
  }
  return html`What would change the first place, which ${nameOf(report, first.index)} has now: ${byLeader(told, report).join('; ')}.`;
}

/** `Water at 9 instead of 6.4, or Second at 15 instead of 11.7, would put this site first`, a site a sentence. */
function byLeader(flips: readonly Flip[], report: Firm): string[] {
  const changes = new Map<number, string[]>();
  for (const flip of flips) {
    const told = changes.get(flip.leader) ?? [];
    changes.set(flip.leader, [...told, sayFlip(flip, report.search.prefer)]);
  }
  return [...changes].map(
    ([leader, told]) => `${told.join(', or ')}, would put ${nameOf(report, leader)} first`,
  );
}

/** `this site`, or the name of another. */
const nameOf = ({ measured, standing, site }: Firm, index: number): string =>
  index === standing.index
    ? `this ${nounOf(site.key)}`
    : (measured.sites[index]?.title ?? 'another');

/** Criteria that count one thing twice, as far as what was measured shows. */
function doubleText({ measured, search, site }: Firm): string {
  const doubles = doubleCounts(measured, search);
  if (doubles.length === 0) {
    return `Counted twice: no two criteria are seen to say nearly the same (|r| over ${DOUBLE_FROM} between what they are worth).`;
  }
  const told = doubles.map(
    (each) =>
      `${sayDouble(each, search.prefer)} (r ${each.r.toFixed(2)} over these ${nounOf(site.key)}s)`,
  );
  return `Counted twice: ${listed(told)}; together they may count one thing twice.`;
}
