import { html } from '../html.ts';
import { layout } from '../layout.ts';
import { aroundSection } from './around-table.ts';
import { consultSection, worksSection } from './consult.ts';
import { findingOf, headSection } from './head.ts';
import { mapSection } from './map.ts';
import { methodSection } from './method.ts';
import { powerSection } from './power.ts';
import type { SiteReport } from './report.ts';
import { scoreSection } from './score.ts';
import { sinceNotice } from './since.ts';
import { sourcesSection } from './sources.ts';
import { unknownSection } from './unknown.ts';
import { verdictSection } from './verdict.ts';
import { dayText, momentText } from './words.ts';

/**
 * `/report?site=…&search=…&as-of=…`: one site as a document of three pages of A4. Everything within `article`
 * follows from the address alone, whatever is published later; what became of the data since stands before it.
 */
export function siteReportPage(report: SiteReport): string {
  const { site, asOf } = report;
  return layout({
    title: `${site.title}: site report`,
    description: findingOf(report),
    section: 'sites',
    running: {
      name: `ODIN   Site report · ${site.title.slice(0, 60)}`,
      made: `As of ${dayText(asOf)}`,
      note: `Data as of ${momentText(asOf)}`,
    },
    body: html`${sinceNotice(report)}
<article class="site-report">
${headSection(report)}
${mapSection(report.map, site)}
${verdictSection(report)}
${scoreSection(report)}
${unknownSection(report)}
${aroundSection(report)}
${powerSection(report)}
${consultSection(report)}
${worksSection(report)}
${methodSection(report)}
${sourcesSection(report)}
</article>`,
  });
}
