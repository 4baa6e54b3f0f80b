import type { WorkbenchLayer } from './workbench.ts';

/** Layers named in one sentence; of more, only these. */
const MOST_NAMED = 2;

/**
 * Which visible layers are new and not drawn at this zoom yet, in one sentence without its full stop: `New edition
 * of Trees is being drawn; zoom in to see it now`. Undefined: none.
 *
 * @param zoom of the map: tiles of a zoom are drawn until the next
 */
export function sayBuilding(layers: readonly WorkbenchLayer[], zoom: number): string | undefined {
  const titles = layers
    .filter(({ visible, summary: { building } }) => {
      return visible && building !== undefined && Math.floor(zoom) < building.fromZoom;
    })
    .map(({ summary }) => summary.title);
  if (titles.length === 0) return undefined;
  if (titles.length === 1) {
    return `New edition of ${titles[0]} is being drawn; zoom in to see it now`;
  }
  const others = titles.length - MOST_NAMED;
  const named = titles.slice(0, MOST_NAMED).join(others > 0 ? ', ' : ' and ');
  const more = others > 0 ? ` and ${others} more` : '';
  return `New editions of ${named}${more} are being drawn; zoom in to see them now`;
}
