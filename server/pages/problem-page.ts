import { html } from './html.ts';
import { layout } from './layout.ts';

/** What a person sees at an address that holds nothing. */
export const notFoundPage = (path: string): string =>
  layout({
    title: 'Nothing here',
    description: 'There is no page at this address.',
    body: html`
<h1>There is nothing here</h1>
<p class="lead">No page stands at <code>${path}</code>. It may have been withdrawn, or the address may be
mistyped.</p>
<ul><li><a href="/">The map</a></li><li><a href="/data">All data</a></li><li><a href="/help">Help</a></li></ul>`,
  });

/** What a person sees when a form did not come from a page of ours, or from one left open too long. */
export const refusedPage = (): string =>
  layout({
    title: 'Not accepted',
    description: 'The form was not accepted.',
    body: html`
<h1>The form was not accepted</h1>
<p class="lead">It was filled in before you signed in or out, or it came from a page of another site. Nothing was
changed.</p>
<p>Go back, load the page again and send it once more.</p>`,
  });
