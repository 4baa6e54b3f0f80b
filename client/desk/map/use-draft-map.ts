import { type RefObject, useEffect, useRef, useState } from 'react';
import type { DraftMapController, DraftMapOptions } from '#client/map/draft-map-controller.ts';

/** The map once it is there, or why it cannot be. */
type DraftMapState = {
  readonly controller: DraftMapController | undefined;
  readonly problem: string | undefined;
};

/** Load the map's code and put it into `container`; later changes are for the controller. */
export function useDraftMap(
  container: RefObject<HTMLElement | null>,
  options: DraftMapOptions,
): DraftMapState {
  const [state, setState] = useState<DraftMapState>({ controller: undefined, problem: undefined });
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const life = { ended: false, map: undefined as DraftMapController | undefined };
    open(element, latest).then(
      (map) => {
        if (life.ended) return map.destroy();
        life.map = map;
        setState({ controller: map, problem: undefined });
      },
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (!life.ended) setState({ controller: undefined, problem });
      },
    );
    return () => {
      life.ended = true;
      life.map?.destroy();
    };
  }, [container]);
  return state;
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
