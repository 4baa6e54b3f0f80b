import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import type { MapHit } from './map-controller.ts';
import { type Candidate, measure, orderHits, type ScreenPoint, type Sign } from './picking.ts';

/** Every feature drawn within reach of a point on screen, best first. */
export function featuresUnder(map: MapLibre, at: ScreenPoint, reachPx: number): MapHit[] {
  const ids = pickable(map);
  const signs = ids.filter((id) => !isName(id));
  const names = ids.filter(isName);
  const near = map.queryRenderedFeatures(
    [
      [at.x - reachPx, at.y - reachPx],
      [at.x + reachPx, at.y + reachPx],
    ],
    { layers: signs },
  );
  // a name has no reach: it is hit where it is written, or what lies beside it could not be
  const named = map.queryRenderedFeatures([at.x, at.y], { layers: names });
  return orderHits([...near, ...named].flatMap((feature) => candidateOf(map, feature, at)));
}

/** Style layers that draw data, without the selected feature's own. */
function pickable(map: MapLibre): string[] {
  return map.getLayersOrder().filter((id) => {
    const layer = map.getLayer(id);
    return layer !== undefined && layerIdOf(layer) !== undefined && !id.startsWith('selected:');
  });
}

/** Words beside a mark, in an area or along a line. */
const isName = (id: string): boolean => /:(area-name|name|label)$/.test(id);

/** The workbench layer a style layer draws. */
function layerIdOf({ metadata }: { readonly metadata?: unknown }): string | undefined {
  return (metadata as { layerId?: string } | undefined)?.layerId;
}

function candidateOf(map: MapLibre, feature: MapGeoJSONFeature, at: ScreenPoint): Candidate[] {
  const layerId = layerIdOf(feature.layer);
  const key = Number(feature.id);
  if (layerId === undefined || !Number.isSafeInteger(key)) return [];
  const { name } = feature.properties;
  return [
    {
      layerId,
      key,
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      sign: signOf(feature),
      ...measure(feature.geometry, ([lng = 0, lat = 0]) => map.project([lng, lat]), at),
    },
  ];
}

/** What the eye hit: a small area may be hit by its mark. */
function signOf({ layer, geometry }: MapGeoJSONFeature): Sign {
  if (isName(layer.id)) return 'name';
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return 'mark';
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return 'line';
  return layer.type === 'symbol' && layer.id.endsWith(':site-mark') ? 'mark' : 'area';
}
