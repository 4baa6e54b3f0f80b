import { count } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow } from './signs.ts';

/** What the map draws of a layer, zoom by zoom. */
export type ShownView = {
  readonly features: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Zoom → share of the features drawn, 0–1; undefined: not known. */
  readonly shown: Readonly<Record<string, number>> | undefined;
};

/** How much of its layer the map draws at each zoom: thinned where tiles would grow too large, whole at the last. */
export function shownTable({ features, minZoom, maxZoom, shown }: ShownView): Html {
  const shares = Object.entries(shown ?? {}).map(([zoom, share]) => [Number(zoom), share] as const);
  if (shares.every(([, share]) => share === 1)) {
    return html`<p>The map draws every feature of the layer from zoom ${minZoom} on.</p>`;
  }
  const rows = shares.map(
    ([zoom, share]) => html`<tr><th scope="row">${zoom}</th>
<td class="figure">${percent(share)}</td><td class="figure">${count(Math.round(share * features))}</td></tr>`,
  );
  return html`<p>Where a tile of the map would hold too much, the map draws the most important features and leaves
out the rest. Nothing is left out from zoom ${maxZoom} on, in the list, in downloads or in the API.</p>
${scrollRegion(
  'Share drawn by zoom',
  html`<table>${headRow('Zoom', '#Drawn', '#Features, about')}
<tbody>${rows}</tbody></table>`,
)}`;
}

/** `12 %`, `0.4 %`; all only of what is all. */
const percent = (share: number): string => {
  const value = share * 100;
  return share === 1
    ? '100 %'
    : `${value < 1 || value > 99 ? value.toFixed(1) : Math.round(value)} %`;
};
