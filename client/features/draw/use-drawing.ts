import type { Feature, FeatureCollection } from 'geojson';
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import type { DrawEvents, DrawTable } from '#client/map/draw-controller.ts';
import type { MapController } from '#client/map/map-controller.ts';
import { areaOfSketch, isSameGround, sketchOfArea } from '#client/state/area.ts';
import {
  newSketch,
  type Purpose,
  type Sketch,
  type SketchAction,
  sketch,
} from '#client/state/sketch.ts';
import { UNITS, type Units } from '#client/state/units.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { Area } from '#data/query/area.ts';
import { type DrawCommand, readDrawKey } from './draw-keys.ts';
import { sayChange } from './say.ts';

type DrawingOptions = {
  readonly controller: MapController | undefined;
  /** What is asked about now; a drawing for it goes on from there. */
  readonly area: Area | undefined;
  /** The area as it is drawn while nobody draws on it. */
  readonly shown: FeatureCollection;
  /** A finished drawing asks about its area. */
  readonly onArea: (area: Area) => void;
};

type Session = { readonly sketch: Sketch | undefined; readonly isHeld: boolean };
type SessionAction =
  | SketchAction
  | { readonly kind: 'opened'; readonly sketch: Sketch }
  | { readonly kind: 'held' }
  | { readonly kind: 'closed' };

const CLOSED: Session = { sketch: undefined, isHeld: false };

function session(state: Session, action: SessionAction): Session {
  if (action.kind === 'opened') return { sketch: action.sketch, isHeld: false };
  if (action.kind === 'closed' || state.sketch === undefined) return CLOSED;
  if (action.kind === 'held') return { ...state, isHeld: true };
  return { sketch: sketch(state.sketch, action), isHeld: false };
}

/** The drawing tool: open or closed, what is drawn, and the ways to go on with it. */
export type Drawing = ReturnType<typeof useDrawing>;

/** Draw on the map by pointer, keys and text; every way goes through one list of steps that can be undone. */
export function useDrawing({ controller, area, shown, onArea }: DrawingOptions) {
  const [{ sketch: current, isHeld }, dispatch] = useReducer(session, CLOSED);
  const [units, setUnits] = useState<Units>(UNITS[0]);
  const behind = behindOf(current, isHeld, shown);
  useTable(controller, { current, behind, units }, dispatch);
  useVoice(current, units);
  useAsking(current, area, onArea, dispatch);

  const open = (purpose: Purpose) => {
    const begun = newSketch(purpose, purpose === 'measure' ? 'line' : 'polygon');
    const known = purpose === 'area' && area ? sketchOfArea(area) : undefined;
    dispatch({
      kind: 'opened',
      sketch: known === undefined ? begun : { ...begun, ...known, isFinished: true },
    });
    document.getElementById('map')?.focus();
  };
  const close = () => dispatch({ kind: 'closed' });
  const cancel = () => {
    if (current === undefined || current.isFinished || current.corners.length === 0) close();
    // undo brings it back
    else dispatch({ kind: 'shape-chosen', shape: current.shape });
  };
  const obey = (command: DrawCommand) => {
    if (command === 'cancel') return cancel();
    const action = actionOf(command, current, controller);
    if (action !== undefined) dispatch(action);
  };
  const takeKey = (event: KeyboardEvent, byCrosshair: boolean): boolean => {
    const command = current && readDrawKey(event, byCrosshair);
    if (command === undefined || !applies(command, current)) return false;
    obey(command);
    return true;
  };
  return {
    sketch: current,
    /** What is known of the area no longer holds: it is being drawn on. */
    isStale: current?.purpose === 'area' && (isHeld || !current.isFinished),
    units,
    setUnits,
    open,
    close,
    /** Give up what is unfinished, then the drawing; undefined while there is none. */
    escape: current && cancel,
    act: dispatch as (action: SketchAction) => void,
    takeKey,
  };
}

/** Of a finished drawing only its history and its end are the drawing's: Enter reads the map again. */
function applies(command: DrawCommand, current: Sketch | undefined): boolean {
  if (current === undefined) return false;
  return !current.isFinished || command === 'undo' || command === 'redo' || command === 'cancel';
}

function actionOf(
  command: Exclude<DrawCommand, 'cancel'>,
  current: Sketch | undefined,
  controller: MapController | undefined,
): SketchAction | undefined {
  if (command === 'undo') return { kind: 'undone' };
  if (command === 'redo') return { kind: 'redone' };
  if (command === 'finish') return { kind: 'finished' };
  if (command === 'remove-last') {
    return current && { kind: 'removed', index: current.corners.length - 1 };
  }
  const view = controller?.view();
  return view && { kind: 'placed', at: [view.lng, view.lat] };
}

type Shown = {
  readonly current: Sketch | undefined;
  readonly behind: readonly Feature[];
  readonly units: Units;
};

const NOTHING: readonly Feature[] = [];

/** Under a measured line the whole area stays; round one that is drawn on, the strip that is asked about as well. */
function behindOf(
  current: Sketch | undefined,
  isHeld: boolean,
  shown: FeatureCollection,
): readonly Feature[] {
  if (current?.purpose === 'measure') return shown.features;
  if (isHeld || !current?.isFinished || current.shape === 'circle') return NOTHING;
  return shown.features.filter(({ properties }) => properties?.role === 'reach');
}

/** Put the drawing on the map while it is open, and hear what is done to it there. */
function useTable(
  controller: MapController | undefined,
  { current, behind, units }: Shown,
  dispatch: (action: SessionAction) => void,
) {
  const [table, setTable] = useState<DrawTable>();
  const isOpen = current !== undefined;
  useEffect(() => {
    if (!isOpen || controller === undefined) return;
    const life = { ended: false, table: undefined as DrawTable | undefined };
    void controller.draw(eventsOf(dispatch)).then((opened) => {
      if (life.ended) return opened.close();
      life.table = opened;
      setTable(opened);
    });
    return () => {
      life.ended = true;
      life.table?.close();
      setTable(undefined);
    };
  }, [isOpen, controller, dispatch]);
  useEffect(() => {
    if (table === undefined || current === undefined) return;
    const isQuiet = current.isFinished && current.purpose === 'area';
    const labels = isQuiet ? undefined : units;
    table.show({ sketch: current, behind, hasHandles: true, labels });
  }, [table, current, behind, units]);
}

const eventsOf = (dispatch: (action: SessionAction) => void): DrawEvents => ({
  onPlace: (at) => dispatch({ kind: 'placed', at }),
  onFinish: () => dispatch({ kind: 'finished' }),
  onHold: () => dispatch({ kind: 'held' }),
  onMove: (index, at) => dispatch({ kind: 'moved', index, at }),
  onInsert: (index, at) => dispatch({ kind: 'inserted', index, at }),
  onRemove: (index) => dispatch({ kind: 'removed', index }),
});

/** Say every step to those who do not see it. */
function useVoice(current: Sketch | undefined, units: Units) {
  const said = useRef<Sketch>(undefined);
  useEffect(() => {
    const words = sayChange(said.current, current, units);
    said.current = current;
    if (words !== undefined) announce(words);
  }, [current, units]);
}

/** A finished drawing is asked about; an area that came another way (Back, a link, typed) is gone on from. */
function useAsking(
  current: Sketch | undefined,
  area: Area | undefined,
  onArea: (area: Area) => void,
  dispatch: (action: SessionAction) => void,
) {
  const told = useRef<Area>(undefined);
  const ask = useRef(onArea);
  ask.current = onArea;
  const asksFor = current?.purpose === 'area' && current.isFinished ? current : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the drawing changes, not when the area does
  useEffect(() => {
    const drawn = asksFor && areaOfSketch(asksFor, area);
    if (drawn === undefined || isSameGround(drawn, told.current)) return;
    told.current = drawn;
    if (!isSameGround(drawn, area)) ask.current(drawn);
  }, [asksFor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: followed when the area changes, not when the drawing does
  useEffect(() => {
    const isKnown = isSameGround(area, told.current);
    told.current = area;
    if (isKnown || current?.purpose !== 'area') return;
    if (isSameGround(area, areaOfSketch(current, area))) return;
    const known = area && sketchOfArea(area);
    if (known === undefined) dispatch({ kind: 'closed' });
    else dispatch({ kind: 'taken', ...known });
  }, [area]);
}
