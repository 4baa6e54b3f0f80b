import { html } from './html.ts';
import { layout } from './layout.ts';

/**
 * What stands at `/area` when no area can be told of.
 *
 * @param why as a sentence; absent: none was asked about
 */
export const areaTrouble = (why: string | undefined): string =>
  layout({
    title: 'What is here',
    description: 'Ask what is on an area, near it, and not known of it.',
    body: html`
<h1>What is here</h1>
${why ? html`<p class="callout">${why}</p>` : html`<p class="lead">Draw an area on the map, or write one here.</p>`}
<form action="/area" method="get">
<p><label for="area">Positions, grid references, WKT or GeoJSON</label><br>
<textarea id="area" name="area" rows="5" cols="60" required></textarea></p>
<p><button class="button" type="submit">Ask</button></p>
</form>
<p>For instance <code>SJ 8090 9240, SJ 8190 9240, SJ 8190 9340</code>, or
<code>-2.2984,53.4362 -2.2644,53.4363 -2.2640,53.4190</code>. <a href="/">Draw on the map instead</a>.</p>`,
  });
