import { useEffect, useState } from 'react';
import type { Robustness } from '#data/siting/ranking.ts';
import { robustnessOf } from '#data/siting/robustness.ts';
import type { SitesDesk } from './desk.ts';

/** How long the weights must rest before a thousand others are drawn, ms. */
const REST_MS = 400;

/** Candidates up to which a thousand draws take no longer than a blink. */
const MANY = 2_000;
const FEWER_DRAWS = 200;

/** How firm the order is; undefined until it has been reckoned, and while a weight is moving. */
export function useRobustness({
  answer,
  finder,
}: Pick<SitesDesk, 'answer' | 'finder'>): Robustness | undefined {
  const { search, moving } = finder;
  const [known, setKnown] = useState<Robustness>();
  useEffect(() => {
    setKnown(undefined);
    if (answer === undefined || moving !== undefined) return;
    const draws = answer.sites.length > MANY ? FEWER_DRAWS : undefined;
    const timer = setTimeout(() => setKnown(robustnessOf(answer, search, draws)), REST_MS);
    return () => clearTimeout(timer);
  }, [answer, search, moving]);
  return known;
}
