import type { SiteCandidate } from '#data/schema/sites.ts';

/** `2.15 ha`; undefined where neither drawn nor stated. */
export const sayArea = ({ areaHa }: SiteCandidate): string | undefined =>
  areaHa === undefined
    ? undefined
    : `${areaHa.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}\u00a0ha`;

/** What stands below a site's name: `2.15 ha · no permission yet`. */
export const sayFacts = (site: SiteCandidate): string =>
  [sayArea(site) ?? 'area not known', site.fact].filter((words) => words !== undefined).join(' · ');
