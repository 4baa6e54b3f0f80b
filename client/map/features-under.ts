import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import type { MapHit } from './map-controller.ts';
import { type Candidate, measure, orderHits, type ScreenPoint, type Sign } from './picking.ts';

/** Every feature drawn within reach of a point on screen, best first. */
export function featuresUnder(map: MapLibre, at: ScreenPoint, reachPx: number): MapHit[] {
  const layers = pickable(map);
  if (layers.length === 0) return [];
  const found = map.queryRenderedFeatures(
    [
      [at.x - reachPx, at.y - reachPx],
      [at.x + reachPx, at.y + reachPx],
    ],
    { layers },
  );
  return orderHits(found.flatMap((feature) => candidateOf(map, feature, at)));
}

/** Style layers that draw data, without the selected feature's own. */
function pickable(map: MapLibre): string[] {
  return map.getLayersOrder().filter((id) => {
    const layer = map.getLayer(id);
    return layer !== undefined && layerIdOf(layer) !== undefined && !id.startsWith('selected:');
  });
}

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
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return 'mark';
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return 'line';
  return layer.type === 'symbol' && layer.id.endsWith(':site-mark') ? 'mark' : 'area';
}
