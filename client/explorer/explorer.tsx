import {
  type CSSProperties,
  type Dispatch,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useDistricts } from '#client/api/queries.ts';
import { Rail } from '#client/features/frame/rail.tsx';
import { SkipLinks } from '#client/features/frame/skip-links.tsx';
import { useShownMode } from '#client/features/frame/use-shown-mode.ts';
import { HelpDialog } from '#client/features/help/help-dialog.tsx';
import type { MapCommand } from '#client/features/map-pane/map-keys.ts';
import { MapPane } from '#client/features/map-pane/map-pane.tsx';
import { SearchBox } from '#client/features/search/search-box.tsx';
import { sayBuilding } from '#client/state/building.ts';
import type { Action } from '#client/state/explore.ts';
import { gapsOf } from '#client/state/gaps.ts';
import { ModeContext } from '#client/state/mode-context.ts';
import { REGION } from '#client/state/region.ts';
import { heightOf, type Stop } from '#client/state/sheet.ts';
import { sayThinned, thinnedOf } from '#client/state/thinning.ts';
import { UseContext } from '#client/state/use-context.ts';
import { useExplore } from '#client/state/use-explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { Announcer, announce } from '#client/ui/announcer.tsx';
import type { FeatureSummary } from '#data/schema/api.ts';
import { CardSheet } from './card-sheet.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { FilterKey } from './filter-key.tsx';
import { follow, markOf, openFeature, targetOf } from './follow.ts';
import { obey, sayWhere } from './obey.ts';
import { PanelSheet } from './panel-sheet.tsx';
import { useAnswer } from './use-area-answer.ts';
import { useBench } from './use-bench.ts';
import { useArrival, useCard } from './use-card.ts';
import { useLeft } from './use-compare.tsx';
import { useLayout } from './use-layout.ts';
import { useListRoom } from './use-list-room.ts';
import { useMatches } from './use-matches.ts';
import { useStage } from './use-stage.ts';
import { useTools } from './use-tools.tsx';
import { useViewList } from './use-view-list.ts';
import { useViewName } from './use-view-name.ts';

/** Ways past the rail. */
const LINKS = [
  ['search', 'Skip to search'],
  ['panel', 'Skip to layers and list'],
  ['map', 'Skip to the map'],
] as const;
const LINKS_WITH_CARD = [...LINKS, ['card', 'Skip to the selected feature']] as const;

/** The explorer: rail, search, panel, map and card round one state. */
export function Explorer() {
  const [state, dispatch] = useExplore();
  const mode = useShownMode(state.appearance);
  const layout = useLayout();
  const bench = useBench(state, dispatch);
  const card = useCard(state, layout.kind === 'phone', dispatch);
  const gaps = useGaps(state.gaps, bench);
  const found = useAnswer(state);
  const matches = useMatches(bench.layers, state);
  const left = useLeft(matches.layers, state.compare);
  const room = useListRoom(state, layout);
  const stage = useStage({
    state,
    layers: left,
    mode,
    layout,
    listWidth: room.width,
    selected: card.mark,
    gaps: gaps ?? found.hatched,
    dispatch,
  });
  const list = useViewList({
    state,
    visible: bench.visible,
    view: stage.lookedAt,
    hasMap: stage.problem === undefined,
    dispatch,
  });
  const placeName = useViewName(stage.view);
  const tools = useTools({ state, bench, stage, matches, layout, found, placeName, dispatch });
  const { area } = tools;
  const [hasHelp, setHelp] = useState(false);
  const { flyTo } = stage;
  const { onRing, goTo, open } = useFeatureActions(stage, dispatch);
  useArrival(state, card.feature, dispatch, stage.controller && goTo);
  const wayOut = area.drawing.escape ?? (state.selection && card.close);
  useEscape(hasHelp ? undefined : wayOut);

  const onCommand = (command: MapCommand) =>
    obey(command, {
      dispatch,
      say: () => announce(sayWhere(placeName, stage.view?.widthKm)),
      help: () => setHelp(true),
      leave: state.selection ? card.close : () => document.getElementById('panel')?.focus(),
    });
  return (
    <ModeContext value={mode}>
      <UseContext value={state.use}>
        <div
          className={state.selection ? 'explorer has-card' : 'explorer'}
          data-layout={layout.kind}
          data-stop={state.stop}
          data-list={room.width}
          style={sheetStyle(state.stop, layout.availablePx)}
        >
          <SkipLinks links={state.selection === undefined ? LINKS : LINKS_WITH_CARD} />
          <Rail>
            <DisplayMenu {...{ state, dispatch }} basemaps={stage.basemaps} />
          </Rail>
          <SearchBox
            catalogue={bench.catalogue ?? []}
            near={stage.view && [stage.view.lng, stage.view.lat]}
            onPick={(option) =>
              follow(option, dispatch, { flyTo, barred: bench.barOf(option.result.layerId) })
            }
          />
          <PanelSheet
            {...{ state, layout, bench, stage, list, room, area, found, onRing, dispatch }}
            onOpen={open}
            onZoomTo={goTo}
            onDownload={tools.download}
          />
          <MapPane
            {...stage}
            placeName={placeName}
            region={REGION.name}
            catalogue={bench.catalogue ?? []}
            gaps={gaps}
            {...notesOf(bench.layers, stage.view?.zoom)}
            work={tools.work}
            give={tools.give}
            over={tools.over}
            mapKey={<FilterKey {...{ matches, dispatch }} isHiding={state.misses === 'hide'} />}
            takeKey={area.drawing.takeKey}
            onHideGaps={() => dispatch({ kind: 'gaps-shown', layer: undefined })}
            onHome={() => flyTo({ bounds: REGION.bounds })}
            onHelp={() => setHelp(true)}
            onList={() => dispatch({ kind: 'tab-opened', tab: 'list' })}
            onCommand={onCommand}
          />
          <CardSheet
            {...{ state, layout, dispatch, onRing }}
            catalogue={bench.catalogue ?? []}
            onZoomTo={goTo}
            onOpen={open}
            onAsk={area.ask}
            onClose={card.close}
          />
          {tools.dialogs}
          <HelpDialog isOpen={hasHelp} onClose={() => setHelp(false)} />
          <Announcer />
        </div>
      </UseContext>
    </ModeContext>
  );
}

/** What the map says of itself at a zoom; nothing before it has one. */
const notesOf = (layers: readonly WorkbenchLayer[], zoom: number | undefined) => ({
  thinned: zoom === undefined ? undefined : sayThinned(thinnedOf(layers, zoom)),
  building: zoom === undefined ? undefined : sayBuilding(layers, zoom),
});

/** What rows and cards do with a feature: ring it, go to it, open it. */
function useFeatureActions(
  { ring, flyTo }: Pick<ReturnType<typeof useStage>, 'ring' | 'flyTo'>,
  dispatch: Dispatch<Action>,
) {
  return {
    onRing: useCallback(
      (feature: FeatureSummary | undefined) => ring(feature && markOf(feature)),
      [ring],
    ),
    goTo: useCallback((feature: FeatureSummary) => flyTo(targetOf(feature)), [flyTo]),
    open: useCallback(
      (feature: Pick<FeatureSummary, 'id' | 'layerId'>) => openFeature(dispatch, feature),
      [dispatch],
    ),
  };
}

/** The districts to hatch; none until the basemap has told their names. */
function useGaps(of: string | undefined, bench: ReturnType<typeof useBench>) {
  const { layers, catalogue = [] } = bench;
  const { data: districts = [] } = useDistricts();
  return useMemo(
    () => gapsOf({ of, layers, catalogue, districts }),
    [of, layers, catalogue, districts],
  );
}

/** Tells what stands at the foot of a phone's map how high the sheet is. */
const sheetStyle = (stop: Stop, availablePx: number) =>
  ({ '--sheet-top': `${heightOf(stop, availablePx)}px` }) as CSSProperties;

/** Escape ends what is open, from anywhere but a field, a menu or a dialog, which see to it themselves. */
function useEscape(onEscape: (() => void) | undefined) {
  useEffect(() => {
    if (onEscape === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      const isFree = !(event.target instanceof HTMLInputElement) && !event.defaultPrevented;
      if (event.key === 'Escape' && isFree) onEscape();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onEscape]);
}
