import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { MapLayer } from '#data/cartography/picture.ts';
import { HOSTED } from '#data/cartography/style/hosted-base.ts';
import type { MapEvents } from './map-controller.ts';

/**
 * Say once, in words, that a layer or the basemap could not be loaded, or that drawing has stopped.
 *
 * @returns asks again for everything in view; what fails again is said again
 */
export function reportFailures(
  map: MapLibre,
  { onFailure, onBaseLost }: Pick<MapEvents, 'onFailure' | 'onBaseLost'>,
  layersOf: () => readonly MapLayer[],
): () => void {
  const told = new Set<string>();
  const failed = new Set<string>();
  const judge = judgeBase(map, onBaseLost);
  map.on('error', (event) => {
    const sourceId = 'sourceId' in event ? String(event.sourceId) : '';
    if (sourceId.startsWith(HOSTED)) return judge('tile' in event);
    const layer = layersOf().find(({ summary }) => summary.id === sourceId)?.summary;
    failed.add(sourceId);
    const subject = layer === undefined ? sourceId : `${layer.id}@${layer.version}`;
    if (told.has(subject)) return;
    told.add(subject);
    if (layer === undefined)
      onFailure(`Part of the base map could not be loaded. ${event.error.message}`);
    else
      onFailure(
        `“${layer.title}” could not be loaded. What else is on the map is whole.`,
        layer.id,
      );
  });
  map.on('webglcontextlost', () =>
    onFailure(
      'The graphics card stopped drawing the map. It comes back by itself, or after a reload.',
    ),
  );
  return () => {
    reloadSources(map, failed);
    told.clear();
    failed.clear();
  };
}

/** Tiles of a hosted base map that may fail one after another before it counts as lost. */
const LOST_TILES = 2;

/** Told of each failure of a hosted base map: one tile may be missing, a source or tile after tile may not. */
function judgeBase(map: MapLibre, onLost: () => void): (isTile: boolean) => void {
  let inARow = 0;
  map.on('sourcedata', (event) => {
    if (event.sourceId.startsWith(HOSTED) && event.tile) inARow = 0;
  });
  return (isTile) => {
    inARow += 1;
    if (isTile && inARow < LOST_TILES) return;
    inARow = 0;
    onLost();
  };
}

/**
 * What failed is not asked for again by itself, and MapLibre waits for ever when it is told to load a failed tile anew:
 * the failed layers are taken off and put back.
 */
function reloadSources(map: MapLibre, failed: ReadonlySet<string>): void {
  const style = map.getStyle();
  const sources = Object.entries(style?.sources ?? {});
  for (const [id, source] of sources) {
    if (source.type === 'geojson' && typeof source.data === 'string') {
      map.getSource<GeoJSONSource>(id)?.setData(source.data);
    }
  }
  if (!sources.some(([id, { type }]) => type === 'vector' && failed.has(id))) return;
  const rest = {
    ...style,
    sources: Object.fromEntries(sources.filter(([id]) => !failed.has(id))),
    layers: style.layers.filter((layer) => !('source' in layer && failed.has(layer.source))),
  };
  for (const each of [rest, style]) map.setStyle(each, { diff: true, validate: false });
}
