import type { EditionEvent } from '#data/schema/change.ts';
import { eventTable } from './changes-section.ts';
import { day } from './format.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

export type WithdrawnPage = {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly events: readonly EditionEvent[];
};

/** What stands where a dataset was: that it is withdrawn, when, by whom and why. Its data is not shown. */
export function withdrawnPage({ id, title, events }: WithdrawnPage): string {
  const last = events.find(({ kind }) => kind === 'withdrawn');
  const when = last ? ` on ${day(last.at)} by ${last.by}` : '';
  return layout({
    title: `${title} (withdrawn)`,
    description: `${title} has been withdrawn.`,
    section: 'data',
    body: html`
<nav aria-label="Breadcrumb" class="crumbs"><a href="/data">Data</a></nav>
<h1>${title}</h1>
<p class="lead"><strong>Withdrawn</strong>${when}. ${last?.why}</p>
<p>The dataset is no longer on the map, in lists or in downloads. Its identifier, <code>${id}</code>, is kept for
it and will not be given to anything else.</p>
<h2 id="history">History</h2>
${eventTable(events)}`,
  });
}
