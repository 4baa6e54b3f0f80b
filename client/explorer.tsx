import {
  type CSSProperties,
  type Dispatch,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { FeatureSummary } from '#data/schema/api.ts';
import { useDistricts } from './api/queries.ts';
import { Card } from './features/card/card.tsx';
import { AppearanceMenu } from './features/frame/appearance-menu.tsx';
import { Rail } from './features/frame/rail.tsx';
import { Sheet } from './features/frame/sheet.tsx';
import { SkipLinks } from './features/frame/skip-links.tsx';
import { HelpDialog } from './features/help/help-dialog.tsx';
import type { MapCommand } from './features/map-pane/map-keys.ts';
import { MapPane } from './features/map-pane/map-pane.tsx';
import type { SearchOption } from './features/search/options.ts';
import { SearchBox } from './features/search/search-box.tsx';
import type { MapTarget } from './map/map-controller.ts';
import { Panel } from './panel.tsx';
import type { Action } from './state/explore.ts';
import { gapsOf } from './state/gaps.ts';
import { ModeContext } from './state/mode-context.ts';
import { REGION } from './state/region.ts';
import { heightOf, type Stop } from './state/sheet.ts';
import { useExplore } from './state/use-explore.ts';
import type { WorkbenchLayer } from './state/workbench.ts';
import { Announcer, announce } from './ui/announcer.tsx';
import { formatDistance } from './ui/format.ts';
import { useBench } from './use-bench.ts';
import { useCard } from './use-card.ts';
import { useLayout } from './use-layout.ts';
import { useShownMode } from './use-shown-mode.ts';
import { useStage } from './use-stage.ts';
import { useViewList } from './use-view-list.ts';
import { useViewName } from './use-view-name.ts';

/** The explorer: rail, search, panel, map and card round one state. */
export function Explorer() {
  const [state, dispatch] = useExplore();
  const mode = useShownMode(state.appearance);
  const layout = useLayout();
  const bench = useBench(state, dispatch);
  const card = useCard(state, layout.kind === 'phone', dispatch);
  const gaps = useGaps(state.gaps, bench.layers);
  const stage = useStage({
    state,
    layers: bench.layers,
    mode,
    layout,
    selected: card.mark,
    gaps,
    dispatch,
  });
  const list = useViewList(bench.visible, stage.lookedAt, stage.problem === undefined);
  const placeName = useViewName(stage.view);
  const [hasHelp, setHelp] = useState(false);
  const { ring, flyTo } = stage;
  const onRing = useCallback(
    (feature: FeatureSummary | undefined) => ring(feature && markOf(feature)),
    [ring],
  );
  const open = useCallback((feature: FeatureSummary) => openFeature(dispatch, feature), [dispatch]);
  useEscape(state.selection !== undefined && !hasHelp, card.close);

  const onCommand = (command: MapCommand) =>
    obey(command, {
      dispatch,
      say: () => announce(sayWhere(placeName, stage.view?.widthKm)),
      help: () => setHelp(true),
      leave: state.selection ? card.close : () => document.getElementById('panel')?.focus(),
    });
  return (
    <ModeContext value={mode}>
      <div
        className={state.selection ? 'explorer has-card' : 'explorer'}
        data-layout={layout.kind}
        data-stop={state.stop}
        style={sheetStyle(state.stop, layout.availablePx)}
      >
        <SkipLinks hasCard={state.selection !== undefined} />
        <Rail>
          <AppearanceMenu
            appearance={state.appearance}
            onChoose={(appearance) => dispatch({ kind: 'appearance-chosen', appearance })}
          />
        </Rail>
        <SearchBox
          catalogue={bench.catalogue ?? []}
          near={stage.view && [stage.view.lng, stage.view.lat]}
          onPick={(option) => follow(option, dispatch, flyTo)}
        />
        <Sheet
          id="panel"
          label="Layers and list"
          className="panel"
          stop={state.stop}
          availablePx={layout.availablePx}
          onStop={(stop) => dispatch({ kind: 'stop-reached', stop })}
        >
          <Panel {...{ state, bench, stage, list, onRing, dispatch }} onOpen={open} />
        </Sheet>
        <MapPane
          {...stage}
          placeName={placeName}
          region={REGION.name}
          catalogue={bench.catalogue ?? []}
          gaps={gaps}
          onHideGaps={() => dispatch({ kind: 'gaps-shown', layer: undefined })}
          onHome={() => flyTo({ bounds: REGION.bounds })}
          onHelp={() => setHelp(true)}
          onList={() => dispatch({ kind: 'tab-opened', tab: 'list' })}
          onCommand={onCommand}
        />
        {state.selection && (
          <Sheet
            id="card"
            label="Selected feature"
            className="card"
            stop={state.stop}
            availablePx={layout.availablePx}
            onStop={(stop) => dispatch({ kind: 'stop-reached', stop })}
          >
            <Card
              selection={state.selection}
              explain={state.explain}
              catalogue={bench.catalogue ?? []}
              onZoomTo={(feature) => flyTo(targetOf(feature))}
              onOpen={open}
              onRing={onRing}
              onClose={card.close}
              dispatch={dispatch}
            />
          </Sheet>
        )}
        <HelpDialog isOpen={hasHelp} onClose={() => setHelp(false)} />
        <Announcer />
      </div>
    </ModeContext>
  );
}

/** The districts to hatch; none until the basemap has told their names. */
function useGaps(id: string | undefined, layers: readonly WorkbenchLayer[]) {
  const { data: districts } = useDistricts();
  return useMemo(() => gapsOf(layers, id, districts ?? []), [layers, id, districts]);
}

type Obedience = {
  readonly dispatch: Dispatch<Action>;
  /** Say where the map looks. */
  readonly say: () => void;
  readonly help: () => void;
  /** Close the card, or leave the map when there is none. */
  readonly leave: () => void;
};

/** Do what a key of the map asks, where it is not the camera's affair. */
function obey(command: MapCommand, { dispatch, say, help, leave }: Obedience) {
  if (command.kind === 'step') dispatch({ kind: 'stepped', by: command.by });
  if (command.kind === 'list') dispatch({ kind: 'tab-opened', tab: 'list' });
  if (command.kind === 'help') help();
  if (command.kind === 'where') say();
  if (command.kind === 'leave') leave();
}

/** Tells what stands at the foot of a phone's map how high the sheet is. */
const sheetStyle = (stop: Stop, availablePx: number) =>
  ({ '--sheet-top': `${heightOf(stop, availablePx)}px` }) as CSSProperties;

/** Zoom at which a single place is shown. */
const CLOSE_ZOOM = 14;

const markOf = ({ layerId, key, point }: FeatureSummary) => ({ layerId, key, point });

/** A place goes to its point; anything with an extent is fitted. */
function targetOf({ bounds, point }: FeatureSummary): MapTarget {
  const [west, south, east, north] = bounds;
  return east - west < 1e-4 && north - south < 1e-4 ? { point, zoom: CLOSE_ZOOM } : { bounds };
}

function openFeature(dispatch: Dispatch<Action>, { id, layerId }: FeatureSummary) {
  dispatch({ kind: 'layer-added', id: layerId });
  dispatch({ kind: 'layer-shown', id: layerId, visible: true });
  dispatch({ kind: 'selected', refs: [id] });
}

/** Go where a search result leads. */
function follow(
  { kind, result }: SearchOption,
  dispatch: Dispatch<Action>,
  flyTo: (target: MapTarget) => void,
) {
  const { layerId, featureId, point, bounds, title } = result;
  if (layerId !== undefined) {
    dispatch({ kind: 'layer-added', id: layerId });
    dispatch({ kind: 'layer-shown', id: layerId, visible: true });
  }
  if (kind === 'layer') {
    dispatch({ kind: 'tab-opened', tab: 'layers' });
    announce(`${title} is on the map`);
    return;
  }
  if (featureId !== undefined) dispatch({ kind: 'selected', refs: [featureId] });
  const isPoint = bounds === undefined || bounds[2] - bounds[0] < 1e-4;
  if (!isPoint) flyTo({ bounds });
  else if (point !== undefined) flyTo({ point, zoom: CLOSE_ZOOM });
  if (featureId === undefined) announce(`Map moved to ${title}`);
}

function sayWhere(placeName: string, widthKm: number | undefined): string {
  return widthKm === undefined
    ? placeName
    : `${placeName}, view ${formatDistance(widthKm * 1000)} wide`;
}

/** Escape closes the card from anywhere but a field, a menu or a dialog, which see to it themselves. */
function useEscape(isActive: boolean, onEscape: () => void) {
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      const isFree = !(event.target instanceof HTMLInputElement) && !event.defaultPrevented;
      if (event.key === 'Escape' && isFree) onEscape();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isActive, onEscape]);
}
