import type { LayerSummary } from '#data/schema/api.ts';
import type { WorkbenchLayer } from './workbench.ts';

/** A layer of which the map draws only some features at this zoom. */
export type Thinned = { readonly id: string; readonly title: string; readonly share: number };

/**
 * Share of a layer's features that the map draws at a zoom, 0–1; 1 where nobody says, and below its first zoom,
 * where nothing is drawn and the row says that.
 *
 * @param zoom of the map: tiles of a zoom are drawn until the next
 */
export function shareDrawn({ shown, minZoom, maxZoom }: LayerSummary, zoom: number): number {
  const level = Math.floor(zoom);
  if (level < minZoom) return 1;
  return shown?.[Math.min(level, maxZoom)] ?? 1;
}

/** The visible layers the map thins at a zoom, the most thinned first. */
export function thinnedOf(layers: readonly WorkbenchLayer[], zoom: number): Thinned[] {
  return layers
    .filter(({ visible }) => visible)
    .map(({ id, summary }) => ({ id, title: summary.title, share: shareDrawn(summary, zoom) }))
    .filter(({ share }) => share < 1)
    .sort((a, b) => a.share - b.share);
}

/** A share as a person says it; never `100 %` or `0 %` of what is neither all nor nothing. */
export function sayShare(share: number): string {
  if (share > 0.99) return 'over 99 %';
  if (share < 0.01) return share === 0 ? 'none' : 'under 1 %';
  return `${Math.round(share * 100)} %`;
}

/** Layers named in one sentence; of more, only the most thinned. */
const MOST_NAMED = 2;

/** What the map leaves out, in one sentence: `12 % of Trees are drawn at this zoom`. Undefined: nothing. */
export function sayThinned(thinned: readonly Thinned[]): string | undefined {
  if (thinned.length === 0) return undefined;
  const named = thinned
    .slice(0, MOST_NAMED)
    .map(({ title, share }) => `${sayShare(share)} of ${title}`)
    .join(' and ');
  const others = thinned.length - MOST_NAMED;
  if (others <= 0) return `${named} are drawn at this zoom`;
  return `${named} are drawn at this zoom, and not all of ${others} more ${others === 1 ? 'layer' : 'layers'}`;
}
