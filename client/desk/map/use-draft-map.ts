import { type RefObject, useRef } from 'react';
import type { DraftMapController, DraftMapOptions } from '#client/map/draft-map-controller.ts';
import { type ControllerState, useController } from '#client/map/use-controller.ts';

/** Load the map's code and put it into `container`; later changes are for the controller. */
export function useDraftMap(
  container: RefObject<HTMLElement | null>,
  options: DraftMapOptions,
): ControllerState<DraftMapController> {
  const latest = useRef(options);
  latest.current = options;
  return useController(container, (element) => open(element, latest));
}

/** Events reach the page as it is when they happen, not as it was when the map was made. */
async function open(
  element: HTMLElement,
  latest: RefObject<DraftMapOptions>,
): Promise<DraftMapController> {
  const { createDraftMap } = await import('#client/map/draft-map.ts');
  return createDraftMap(element, {
    ...latest.current,
    events: {
      onView: (view) => latest.current.events.onView(view),
      onPick: (picked) => latest.current.events.onPick(picked),
      onIdle: () => latest.current.events.onIdle(),
      onFailure: (message) => latest.current.events.onFailure(message),
    },
  });
}
