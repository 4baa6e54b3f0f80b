import type { SitesAnswer } from '#data/schema/sites.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { sayScore, sayValue } from '#data/siting/words.ts';
import type { Cell } from './cells.ts';

/** Most facts said of a cell in one line. */
const FACTS_MOST = 3;

/** A short name within a sentence: `Headroom` → `headroom`, `EV hubs` stays. */
const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** What weighs most, measured here: `primary 1.4 km · duct 0.4 km`. */
export function sayFacts({ standing }: Cell, answer: SitesAnswer, { prefer }: SiteSearch): string {
  return prefer
    .flatMap((each, at) => {
      const column = columnFor(answer, each);
      const of = standing.points[at]?.of ?? 0;
      if (column === undefined || column.state === 'not-supplied' || of <= 0) return [];
      return [{ of, text: `${small(each.short)} ${sayValue(column, standing.index, 'list')}` }];
    })
    .toSorted((one, other) => other.of - one.of)
    .slice(0, FACTS_MOST)
    .map(({ text }) => text)
    .join(' · ');
}

/** Where a cell is: `Near Swinton, Salford`. */
export function sayPlace({ site }: Cell, { districts }: SitesAnswer): string {
  const district = site.district && districts[site.district];
  return district && !site.title.endsWith(` ${district}`)
    ? `${site.title}, ${district}`
    : site.title;
}

/** A cell in one breath: `Near Eccles, score 89, primary 0.5 km.` */
export function speakCell(cell: Cell, answer: SitesAnswer, search: SiteSearch): string {
  const [fact] = sayFacts(cell, answer, search).split(' · ');
  const parts = [cell.site.title, sayState(cell, search), ...(cell.form === 'out' ? [] : [fact])];
  return `${parts.filter((part) => part !== undefined && part !== '').join(', ')}.`;
}

/** `score 89`, `score 40 to 75, not known`, `ruled out by flood zone 3`. */
export function sayState({ form, standing }: Cell, { must }: SiteSearch): string {
  if (form === 'scored') return `score ${sayScore(standing).replace('–', ' to ')}`;
  if (form === 'unknown') return `not known, ${sayScore(standing).replace('–', ' to ')}`;
  const fails = must
    .filter(({ id }) => standing.fails.includes(id))
    .map(({ short }) => small(short));
  return `ruled out by ${fails.join(' and ')}`;
}
