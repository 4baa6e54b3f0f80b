import type { SiteCandidate } from '#data/schema/sites.ts';

/** `2.15 ha`; undefined where neither drawn nor stated. */
export const sayArea = ({ areaHa }: SiteCandidate): string | undefined =>
  areaHa === undefined
    ? undefined
    : `${areaHa.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}\u00a0ha`;

/**
 * What stands below a site's name: `2.15 ha · no permission yet`; `2.15 ha · cannot tell: power` where a must nobody
 * can tell of says more than the site's own fact.
 */
export function sayFacts(site: SiteCandidate, untold: string): string {
  const fact = untold === '' ? site.fact : `cannot tell: ${untold}`;
  return [sayArea(site) ?? 'area not known', fact]
    .filter((words) => words !== undefined)
    .join(' · ');
}
