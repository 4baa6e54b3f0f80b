import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMap } from './features/map-pane/use-map.ts';
import type { MapHit, MapMark, MapTarget, MapView } from './map/map-controller.ts';
import type { Mode } from './state/appearance.ts';
import type { Action, Explore } from './state/explore.ts';
import type { WorkbenchLayer } from './state/workbench.ts';
import { announce } from './ui/announcer.tsx';
import { type Layout, usePadding } from './use-layout.ts';

type StageOptions = {
  readonly state: Explore;
  readonly layers: readonly WorkbenchLayer[];
  readonly mode: Mode;
  readonly layout: Layout;
  readonly selected: MapMark | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** What happens on the map, and what the page asks of it. */
export function useStage(options: StageOptions) {
  const { state, layers, mode, layout, selected, dispatch } = options;
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView>();
  const [lookedAt, setLookedAt] = useState<MapView>();
  const [isIdle, setIdle] = useState(false);
  const [hovered, setHovered] = useState<MapHit>();
  const [ringed, setRinged] = useState<MapMark>();
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const reported = useRef(state.view);
  const padding = usePadding(layout, state.stop, state.selection !== undefined);

  const { controller, problem } = useMap(
    container,
    { mode, layers, selected, ringed, padding, view: state.view },
    {
      onView: (next, isMakingRoom) => {
        setView(next);
        if (!isMakingRoom) setLookedAt(next);
        reported.current = { lng: next.lng, lat: next.lat, zoom: next.zoom };
        dispatch({ kind: 'moved', view: reported.current });
      },
      onPick: (hits) => {
        if (hits.length === 0) announce('Nothing here');
        dispatch({ kind: 'selected', refs: hits.map(({ layerId, key }) => `${layerId}/${key}`) });
      },
      onHover: setHovered,
      onIdle: () => setIdle(true),
      onFailure: (message, layerId = '') =>
        setFailures((known) => new Map(known).set(layerId, message)),
    },
  );

  // Back, Forward and a link bring a view the map has not reported: it goes there
  useEffect(() => {
    if (state.view === undefined || state.view === reported.current) return;
    reported.current = state.view;
    const { lng, lat, zoom } = state.view;
    controller?.flyTo({ point: [lng, lat], zoom });
  }, [controller, state.view]);

  // credits follow what is drawn: ask again when the map has settled or its layers changed
  const credits = useMemo(
    () => (isIdle || layers ? (controller?.attribution() ?? []) : []),
    [controller, layers, isIdle],
  );
  const flyTo = useCallback((target: MapTarget) => controller?.flyTo(target), [controller]);
  const retry = useCallback(() => {
    setFailures(new Map());
    controller?.setLayers([]);
    controller?.setLayers(layers);
  }, [controller, layers]);
  return {
    container,
    controller,
    problem: problem ?? failures.get(''),
    failed: useMemo(() => new Set(failures.keys()), [failures]),
    view,
    /** The view as the reader last set it: the list keeps to it while the map makes room for a card. */
    lookedAt: lookedAt ?? view,
    isIdle,
    hovered,
    credits,
    ring: setRinged,
    flyTo,
    retry,
  };
}
