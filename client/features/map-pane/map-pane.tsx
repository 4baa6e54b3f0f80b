import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { Button } from 'react-aria-components';
import type { MapController, MapHit, MapView } from '#client/map/map-controller.ts';
import type { Gaps } from '#client/state/gaps.ts';
import { Callout } from '#client/ui/callout.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { LayerSummary } from '#data/schema/api.ts';
import { Attribution } from './attribution.tsx';
import { BuildingNote } from './building-note.tsx';
import { GapNote } from './gap-note.tsx';
import { HoverLabel } from './hover-label.tsx';
import { PlacePlate, ScaleBar } from './map-furniture.tsx';
import { type MapCommand, readMapKey } from './map-keys.ts';
import './map-furniture.css';
import './map-pane.css';
import { type MapTool, MapTools } from './map-tools.tsx';
import { ThinningNote } from './thinning-note.tsx';

type MapPaneProps = {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly controller: MapController | undefined;
  /** Why there is no map, in a sentence. */
  readonly problem: string | undefined;
  /** What is missing from the map, in a sentence. */
  readonly trouble: string | undefined;
  /** Undefined until the map has come to rest once. */
  readonly view: MapView | undefined;
  readonly isIdle: boolean;
  readonly placeName: string;
  readonly region: string;
  readonly credits: readonly string[];
  /** Districts hatched for want of data. */
  readonly gaps: Gaps | undefined;
  /** What filters do to the signs; nothing while there are none. */
  readonly mapKey?: ReactNode;
  readonly onHideGaps: () => void;
  /** What thinning leaves out at this zoom, in a sentence. */
  readonly thinned: string | undefined;
  /** What is new and not drawn at this zoom yet, in a sentence. */
  readonly building: string | undefined;
  readonly hovered: MapHit | undefined;
  readonly catalogue: readonly LayerSummary[];
  /** Ask again for what could not be loaded. */
  readonly retry: () => void;
  /** Tools of the second and third plate, from the features that bring them. */
  readonly work: readonly MapTool[];
  readonly give: readonly MapTool[];
  /** What a feature lays over the map: a bar at its top. */
  readonly over?: ReactNode;
  /** A feature's own keys come first: true when it took the key. `byCrosshair`: the map is steered by keys. */
  readonly takeKey?: (event: KeyboardEvent<HTMLElement>, byCrosshair: boolean) => boolean;
  /** Height of the map that nothing lies over from below, px. */
  readonly roomPx: number;
  readonly onHome: () => void;
  /** Lists the keys; no button for it without. */
  readonly onHelp?: () => void;
  readonly onList: () => void;
  /** Keys the map does not see to by itself. */
  readonly onCommand: (command: MapCommand) => void;
};

/** The map with what stands on it: place, tools, scale, credits. */
export function MapPane(props: MapPaneProps) {
  const { container, controller, problem, view, hovered, catalogue } = props;
  const [hasFocus, setHasFocus] = useState(false);
  const steerByKeys = (isOn: boolean) => {
    setHasFocus(isOn);
    controller?.showCrosshair(isOn);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (props.takeKey?.(event, hasFocus)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const command = readMapKey(event);
    if (command === undefined) return;
    // a click gives the focus without the ring; the first key brings it
    steerByKeys(command.kind !== 'leave');
    event.preventDefault();
    event.stopPropagation();
    steer(controller, command);
    props.onCommand(command);
  };
  const layer = catalogue.find(({ id }) => id === hovered?.layerId);
  return (
    <main className="map-pane" aria-label="Map">
      {view && <PlacePlate name={props.placeName} view={view} />}
      <div
        id="map"
        className={hasFocus ? 'map focused' : 'map'}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own, as its name says
        tabIndex={0}
        aria-roledescription="map"
        aria-label="Map. Arrows move, plus and minus zoom, Enter reads what is under the crosshair, Shift and question mark list the keys."
        data-idle={props.isIdle}
        onKeyDown={onKeyDown}
        onFocus={(event) => steerByKeys(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => steerByKeys(false)}
      >
        <div ref={container} className="map-canvas" />
      </div>
      {problem !== undefined && (
        <div className="map-problem">
          <Notice
            icon="map"
            title="The map cannot be drawn here"
            action={{ label: 'Open the list', onPress: props.onList }}
          >
            {problem} Everything it would show is in the list.
          </Notice>
        </div>
      )}
      {props.trouble !== undefined && (
        <div className="map-problem" role="status">
          <Callout tone="warn" title="Part of the map is missing.">
            {props.trouble}{' '}
            <Button className="text-button" onPress={props.retry}>
              Try again
            </Button>
          </Callout>
        </div>
      )}
      {hovered && layer && (
        <HoverLabel
          map={container}
          title={hovered.name ?? layer.title}
          detail={layer.title}
          isSynthetic={layer.synthetic}
        />
      )}
      <MapTools
        onZoom={controller && ((by) => (by === 1 ? controller.zoomIn() : controller.zoomOut()))}
        region={props.region}
        work={props.work}
        give={props.give}
        roomPx={props.roomPx}
        onHome={props.onHome}
        {...(props.onHelp && { onHelp: props.onHelp })}
      />
      {props.over}
      <div className="map-notes">
        {props.mapKey}
        {props.gaps && <GapNote gaps={props.gaps} onHide={props.onHideGaps} />}
        <BuildingNote building={props.building} />
        <ThinningNote thinned={props.thinned} onList={props.onList} />
      </div>
      <div className="map-foot">
        {view && <ScaleBar view={view} />}
        <Attribution credits={props.credits} />
      </div>
    </main>
  );
}

function steer(controller: MapController | undefined, command: MapCommand) {
  if (command.kind === 'pan') controller?.panBy(command.dxPx, command.dyPx);
  if (command.kind === 'zoom' && command.by === 1) controller?.zoomIn();
  if (command.kind === 'zoom' && command.by === -1) controller?.zoomOut();
  if (command.kind === 'read') controller?.pickCentre();
}
