import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { viewOf } from './camera.ts';
import { REACH_PX, type ScreenPoint } from './picking.ts';
import type { SitesMapOptions } from './sites-map-controller.ts';
import { SITE_LAYERS } from './sites-sources.ts';

/** Tell the app what happens on the finder's map. */
export function listenToSites(map: MapLibre, events: SitesMapOptions['events']): void {
  map.on('moveend', () => events.onView(viewOf(map)));
  map.once('load', () => events.onView(viewOf(map)));
  map.on('idle', () => events.onIdle());
  map.on('error', () => events.onFailure('Part of the map could not be loaded.'));
  map.on('webglcontextlost', () =>
    events.onFailure('The graphics card stopped drawing the map. It comes back after a reload.'),
  );
  map.on('click', ({ point, originalEvent }) => {
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    events.onPick(keyUnder(map, point, byTouch ? REACH_PX.touch : REACH_PX.mouse));
  });
  listenToHover(map, events);
}

/** Key of the topmost site or cell within reach. */
function keyUnder(map: MapLibre, { x, y }: ScreenPoint, reachPx: number): string | undefined {
  const layers = SITE_LAYERS.filter((id) => map.getLayer(id) !== undefined);
  const exact = map.queryRenderedFeatures([x, y], { layers })[0];
  const found =
    exact ??
    map.queryRenderedFeatures(
      [
        [x - reachPx, y - reachPx],
        [x + reachPx, y + reachPx],
      ],
      { layers },
    )[0];
  const key: unknown = found?.properties.key;
  return typeof key === 'string' ? key : undefined;
}

/** At most one look under the pointer a frame, none while the map is being dragged. */
function listenToHover(map: MapLibre, { onHover }: SitesMapOptions['events']): void {
  let frame = 0;
  let over: string | undefined;
  const say = (key: string | undefined) => {
    if (key === over) return;
    over = key;
    map.getCanvas().style.cursor = key === undefined ? '' : 'pointer';
    onHover(key);
  };
  const look = ({ point }: MapMouseEvent) => {
    frame = 0;
    if (!map.isMoving()) say(keyUnder(map, point, REACH_PX.mouse / 2));
  };
  map.on('mousemove', (event) => {
    if (frame === 0) frame = requestAnimationFrame(() => look(event));
  });
  map.on('mouseout', () => {
    cancelAnimationFrame(frame);
    frame = 0;
    say(undefined);
  });
  map.once('remove', () => cancelAnimationFrame(frame));
}
