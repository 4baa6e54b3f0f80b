import {
  type Dispatch,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useMap } from '#client/features/map-pane/use-map.ts';
import type { MapController, MapHit, MapTarget, MapView } from '#client/map/map-controller.ts';
import type { Mode } from '#client/state/appearance.ts';
import type { ListWidth } from '#client/state/columns.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import type { Gaps } from '#client/state/gaps.ts';
import type { View } from '#client/state/view.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { HostedBase, MapMark } from '#data/cartography/picture.ts';
import { groundOf, useBase } from './use-base.ts';
import { type Layout, roomPx, usePadding } from './use-layout.ts';

type StageOptions = {
  readonly state: Explore;
  readonly layers: readonly WorkbenchLayer[];
  readonly mode: Mode;
  readonly layout: Layout;
  /** How much of the map the list covers; absent where there is none. */
  readonly listWidth?: ListWidth;
  readonly selected: MapMark | undefined;
  readonly gaps: Gaps | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** What happens on the map, and what the page asks of it. */
export function useStage(options: StageOptions) {
  const { state, layers, mode, layout, selected, gaps, dispatch } = options;
  const container = useRef<HTMLDivElement>(null);
  const sight = useSight(state.view, dispatch);
  const [isIdle, setIdle] = useState(false);
  const [hovered, setHovered] = useState<MapHit>();
  const [ringed, setRinged] = useState<MapMark>();
  const { failures, fail, forget } = useFailures();
  const base = useBase(state.base);
  const padding = usePadding(layout, state, options.listWidth ?? 'narrow');

  const { controller, problem } = useMap(
    container,
    {
      ...groundOf(base, mode),
      layers,
      selected,
      ringed,
      padding,
      gaps: useHatch(gaps),
      view: state.view,
    },
    {
      onView: sight.onView,
      onPick: (hits) => {
        if (hits.length === 0) announce('Nothing here');
        dispatch({ kind: 'selected', refs: hits.map(({ layerId, key }) => `${layerId}/${key}`) });
      },
      onHover: setHovered,
      onIdle: () => setIdle(true),
      onFailure: fail,
      onBaseLost: base.lose,
    },
  );

  useReturn(controller, state.view, sight.reported);
  const credits = useCredits(controller, layers, sight.view, base.hosted);
  const flyTo = useFlight(controller);
  return {
    container,
    controller,
    /** Why there is no map at all. */
    problem,
    /** What is missing from the map that is there, layers apart. */
    trouble: base.trouble ?? failures.get(''),
    basemaps: base.basemaps,
    failed: useMemo(() => new Set(failures.keys()), [failures]),
    view: sight.view,
    /** The view as the reader last set it: the list keeps to it while the map makes room for a card. */
    lookedAt: sight.lookedAt ?? sight.view,
    isIdle,
    /** Height of the map that is free, px. */
    roomPx: roomPx(layout, state.stop),
    hovered,
    credits,
    ring: setRinged,
    flyTo,
    retry: useRetry(controller, forget, base.retry),
  };
}

/** Where the camera is, and where the reader has put it; the address follows. */
function useSight(start: View | undefined, dispatch: Dispatch<Action>) {
  const [view, setView] = useState<MapView>();
  const [lookedAt, setLookedAt] = useState<MapView>();
  const reported = useRef(new WeakSet(start === undefined ? [] : [start]));
  const onView = (next: MapView, isMakingRoom: boolean) => {
    setView(next);
    if (!isMakingRoom) setLookedAt(next);
    const { lng, lat, zoom } = next;
    const told = { lng, lat, zoom };
    reported.current.add(told);
    dispatch({ kind: 'moved', view: told });
  };
  return { view, lookedAt, reported, onView };
}

/** Ask again for what did not come, the base map among it. */
const useRetry = (
  controller: MapController | undefined,
  forget: () => void,
  retryBase: () => void,
) =>
  useCallback(() => {
    forget();
    retryBase();
    controller?.reload();
  }, [controller, forget, retryBase]);

/** Take the camera somewhere, after a card that opens in the same moment has narrowed the free part. */
const useFlight = (controller: MapController | undefined) =>
  useCallback(
    (target: MapTarget) => {
      setTimeout(() => controller?.flyTo(target));
    },
    [controller],
  );

/** What could not be loaded, in words by layer; under the empty id what belongs to none. */
function useFailures() {
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const fail = useCallback(
    (message: string, layerId = '') => setFailures((known) => new Map(known).set(layerId, message)),
    [],
  );
  const forget = useCallback(() => setFailures(new Map()), []);
  return { failures, fail, forget };
}

/** Codes of the districts to hatch, the same list while the gaps are the same. */
const useHatch = (gaps: Gaps | undefined): readonly string[] =>
  useMemo(() => gaps?.missing.map(({ gssCode }) => gssCode) ?? [], [gaps]);

/** Go to a view the map has not reported: Back, Forward or a link brought it. */
function useReturn(
  controller: MapController | undefined,
  view: View | undefined,
  reported: RefObject<WeakSet<View>>,
) {
  useEffect(() => {
    if (view === undefined || controller === undefined || reported.current.has(view)) return;
    reported.current.add(view);
    controller.flyTo({ point: [view.lng, view.lat], zoom: view.zoom });
  }, [controller, view, reported]);
}

/** Whom to credit; asked again when the layers or the view changed, once the map knows of it. */
function useCredits(
  controller: MapController | undefined,
  layers: readonly WorkbenchLayer[],
  view: MapView | undefined,
  base: HostedBase | undefined,
): readonly string[] {
  const [credits, setCredits] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: layers, view and base are what the map answers for
  useEffect(() => setCredits(controller?.attribution() ?? []), [controller, layers, view, base]);
  return credits;
}
