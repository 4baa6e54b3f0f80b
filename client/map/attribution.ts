import type { HostedBase, MapLayer } from '#data/cartography/picture.ts';
import { BASEMAP_ATTRIBUTION } from '#data/cartography/style/basemap.ts';
import { type Credit, combineCredits } from '#data/schema/credits.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { MapView } from './map-controller.ts';

/**
 * Credits owed for what the view can show, as a print or a file would state them: Ordnance Survey, Royal Mail, ONS, then
 * the others by name, each once with its newest year; another base map's own words before them all.
 *
 * @param more owed for what is drawn from no layer
 */
export function attributionOf(
  layers: readonly MapLayer[],
  { bounds, zoom }: MapView,
  base?: HostedBase,
  more: readonly Credit[] = [],
): string[] {
  const drawn = layers.filter(
    ({ summary, visible }) =>
      visible &&
      zoom >= summary.minZoom &&
      (summary.bounds === undefined || meet(summary.bounds, bounds)),
  );
  const { long } = combineCredits([
    { holder: '', licence: '', statement: BASEMAP_ATTRIBUTION },
    ...drawn.map(({ summary: { publishers, licence } }) => ({
      holder: publishers.map(({ name }) => name).join(', '),
      licence: licence.id,
      statement: licence.attribution,
    })),
    ...more,
  ]);
  return [...new Set([...(base ? [base.attribution] : []), ...long])];
}

const meet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
