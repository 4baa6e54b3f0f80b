import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { freeCentre, isMakingRoom, viewOf } from './camera.ts';
import { featuresUnder } from './features-under.ts';
import type { MapEvents } from './map-controller.ts';
import { REACH_PX, type ScreenPoint } from './picking.ts';

type Listening = {
  /** Clicks place the corners of a drawing: nothing is picked and nothing lights up. */
  readonly isPlacing: () => boolean;
  readonly mapAt: MapAt;
};

/** The map whose picture is seen at a place: while two are compared there is one on each side. */
type MapAt = (at: ScreenPoint) => MapLibre;

/** Tell the app what happens on the map. */
export function listen(map: MapLibre, events: MapEvents, listening: Listening): void {
  const { isPlacing, mapAt } = listening;
  map.on('moveend', (event) => events.onView(viewOf(map), isMakingRoom(event)));
  map.once('load', () => events.onView(viewOf(map), false));
  map.on('idle', () => events.onIdle());
  map.on('click', ({ point, lngLat, originalEvent }) => {
    if (isPlacing()) return;
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    const hits = featuresUnder(mapAt(point), point, byTouch ? REACH_PX.touch : REACH_PX.mouse);
    events.onPick(hits, [lngLat.lng, lngLat.lat]);
  });
  listenToHover(map, events, listening);
}

/** Pick under the crosshair. */
export function pickCentre(map: MapLibre, events: MapEvents, mapAt: MapAt): void {
  const at = freeCentre(map);
  const { lng, lat } = map.unproject([at.x, at.y]);
  events.onPick(featuresUnder(mapAt(at), at, REACH_PX.touch), [lng, lat]);
}

/** At most one look under the pointer a frame, none while the map is being dragged. */
function listenToHover(map: MapLibre, events: MapEvents, { isPlacing, mapAt }: Listening): void {
  let [frame, over] = [0, ''];
  const look = ({ point, lngLat }: MapMouseEvent) => {
    frame = 0;
    const isBlind = map.isMoving() || isPlacing();
    const hit = isBlind ? undefined : featuresUnder(mapAt(point), point, REACH_PX.mouse / 2)[0];
    const id = hit === undefined ? '' : `${hit.layerId}/${hit.key}`;
    if (id === over) return;
    over = id;
    map.getCanvas().style.cursor = hit === undefined ? '' : 'pointer';
    events.onHover(hit, [lngLat.lng, lngLat.lat]);
  };
  map.on('mousemove', (event) => {
    if (frame === 0) frame = requestAnimationFrame(() => look(event));
  });
  map.on('mouseout', ({ lngLat }) => {
    cancelAnimationFrame(frame);
    [frame, over] = [0, ''];
    events.onHover(undefined, [lngLat.lng, lngLat.lat]);
  });
  map.once('remove', () => cancelAnimationFrame(frame));
}
