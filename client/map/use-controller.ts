import { type RefObject, useEffect, useRef, useState } from 'react';

/** A map once it is there, or why it cannot be. */
export type ControllerState<Controller> = {
  readonly controller: Controller | undefined;
  /** A sentence for a person. */
  readonly problem: string | undefined;
};

/**
 * Put a map into an element when the page shows it, and take it away with the page.
 *
 * @param open loads the map's code and makes it; what it throws is the problem
 */
export function useController<Controller extends { destroy(): void }>(
  container: RefObject<HTMLElement | null>,
  open: (element: HTMLElement) => Promise<Controller>,
): ControllerState<Controller> {
  const [state, setState] = useState<ControllerState<Controller>>({
    controller: undefined,
    problem: undefined,
  });
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const life = { ended: false, map: undefined as Controller | undefined };
    latest.current(element).then(
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
