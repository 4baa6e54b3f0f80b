import { type Html, html } from './html.ts';

/**
 * A table that scrolls sideways where it is wider than the window, by keyboard too: a region with a name that
 * takes the focus (WCAG 2.2, 2.1.1). `label` must be the only one of its words on the page.
 */
export const scrollRegion = (label: string, table: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
