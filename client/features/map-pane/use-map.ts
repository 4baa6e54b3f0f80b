import { type RefObject, useEffect, useRef } from 'react';
import type { MapController, MapEvents, MapPadding } from '#client/map/map-controller.ts';
import { type ControllerState, useController } from '#client/map/use-controller.ts';
import type { View } from '#client/state/view.ts';
import type { HostedBase, MapLayer, MapMark, MapMode } from '#data/cartography/picture.ts';

/** What the page wants of the map; the map is told whenever a part changes. */
export type MapWishes = {
  readonly mode: MapMode;
  readonly layers: readonly MapLayer[];
  /** Undefined: our own base map. */
  readonly base: HostedBase | undefined;
  readonly selected: MapMark | undefined;
  readonly ringed: MapMark | undefined;
  readonly padding: MapPadding;
  /** GSS codes of the districts to hatch. */
  readonly gaps: readonly string[];
  /** Where to begin; later changes are for `controller.flyTo`. */
  readonly view: View | undefined;
};

/** Load the map's code, put it into `container`, and keep it as the page wants it. */
export function useMap(
  container: RefObject<HTMLElement | null>,
  wishes: MapWishes,
  events: MapEvents,
): ControllerState<MapController> {
  const latest = useRef({ wishes, events });
  latest.current = { wishes, events };
  const state = useController(container, (element) => openMap(element, latest));
  const { controller } = state;

  useEffect(() => controller?.setMode(wishes.mode), [controller, wishes.mode]);
  useEffect(() => controller?.setBase(wishes.base), [controller, wishes.base]);
  useEffect(() => controller?.setLayers(wishes.layers), [controller, wishes.layers]);
  useEffect(() => controller?.select(wishes.selected), [controller, wishes.selected]);
  useEffect(() => controller?.ring(wishes.ringed), [controller, wishes.ringed]);
  useEffect(() => controller?.setPadding(wishes.padding), [controller, wishes.padding]);
  useEffect(() => controller?.showGaps(wishes.gaps), [controller, wishes.gaps]);
  return state;
}

type Latest = RefObject<{ wishes: MapWishes; events: MapEvents }>;

/** Events reach the page as it is when they happen, not as it was when the map was made. */
async function openMap(element: HTMLElement, latest: Latest): Promise<MapController> {
  const { createMap } = await import('#client/map/map.ts');
  const { wishes } = latest.current;
  return createMap(element, {
    ...(wishes.view && { view: wishes.view }),
    mode: wishes.mode,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    events: {
      onView: (view, isMakingRoom) => latest.current.events.onView(view, isMakingRoom),
      onPick: (hits, at) => latest.current.events.onPick(hits, at),
      onHover: (hit, at) => latest.current.events.onHover(hit, at),
      onIdle: () => latest.current.events.onIdle(),
      onFailure: (message, layerId) => latest.current.events.onFailure(message, layerId),
      onBaseLost: () => latest.current.events.onBaseLost(),
    },
  });
}
