import { sayTenths } from '#data/siting/announce.ts';
import type { Robustness } from '#data/siting/ranking.ts';

/** Sites that are said to lead together. */
const LEADERS = 5;

/** How firm the head of the list is; undefined where there is nothing to choose between. */
export function saySameFive(robustness: Robustness, ranked: number): string | undefined {
  if (ranked < 2) return undefined;
  if (ranked <= LEADERS) {
    return `The same site is first in ${sayTenths(robustness.sameFirst)} other weightings.`;
  }
  return `The same five sites lead in ${sayTenths(robustness.sameFive)} other weightings.`;
}
