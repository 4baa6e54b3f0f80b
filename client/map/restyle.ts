import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';

/** Bring the picture up to date once, however many parts of the state changed meanwhile. */
export function restyler(map: MapLibre, styleOf: () => StyleSpecification): () => void {
  let [isReady, isAsked] = [false, false];
  const apply = () => {
    isAsked = false;
    map.setStyle(styleOf(), { diff: true, validate: false });
  };
  map.once('style.load', () => {
    isReady = true;
    if (isAsked) apply();
  });
  return () => {
    if (isAsked) return;
    isAsked = true;
    if (isReady) queueMicrotask(apply);
  };
}

/** Change what one source holds; where the style has not come to it yet, the whole style. */
export function showData(
  map: MapLibre,
  id: string,
  data: FeatureCollection,
  restyle: () => void,
): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (source === undefined) restyle();
  else source.setData(data);
}
