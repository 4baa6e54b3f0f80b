import type { HostedBase, MapLayer } from '#data/cartography/picture.ts';
import { BASEMAP_ATTRIBUTION } from '#data/cartography/style/basemap.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { MapView } from './map-controller.ts';

/** Credits owed for what the view can show: the basemap's, then each visible layer's, once each. */
export function attributionOf(
  layers: readonly MapLayer[],
  { bounds, zoom }: MapView,
  base?: HostedBase,
): string[] {
  const drawn = layers.filter(
    ({ summary, visible }) =>
      visible &&
      zoom >= summary.minZoom &&
      (summary.bounds === undefined || meet(summary.bounds, bounds)),
  );
  return [
    ...new Set([
      ...(base ? [base.attribution] : []),
      BASEMAP_ATTRIBUTION,
      ...drawn.map(({ summary }) => summary.licence.attribution),
    ]),
  ];
}

const meet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
