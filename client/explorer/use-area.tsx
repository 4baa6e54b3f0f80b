import type { FeatureCollection, Geometry } from 'geojson';
import {
  type Dispatch,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keepShape, sendRedLine } from '#client/api/areas.ts';
import { AreaGapNote } from '#client/features/area/area-gap-note.tsx';

import { useDrawing } from '#client/features/draw/use-drawing.ts';
import type { MapTool } from '#client/features/map-pane/map-tools.tsx';
import { areaOfBounds, sketchOfArea, withBuffer } from '#client/state/area.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import { currentRef } from '#client/state/selection.ts';
import type { Sketch } from '#client/state/sketch.ts';
import type { Area, AreaGeometry } from '#data/query/area.ts';
import { fitsAddress } from '#data/query/area-text.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import { boundsOf } from '#data/schema/geometry.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import type { AnswerState } from './use-area-answer.ts';
import type { Layout } from './use-layout.ts';
import type { useStage } from './use-stage.ts';

const DrawBar = lazy(async () => ({
  default: (await import('#client/features/draw/draw-bar.tsx')).DrawBar,
}));
const TypeDialog = lazy(async () => ({
  default: (await import('#client/features/draw/type-dialog.tsx')).TypeDialog,
}));

type AreaOptions = {
  readonly state: Explore;
  readonly stage: ReturnType<typeof useStage>;
  readonly layout: Layout;
  readonly found: AnswerState;
  readonly placeName: string;
  readonly dispatch: Dispatch<Action>;
};

/** The tools that say which area, and what the Area tab needs of them. */
export function useArea({ state, stage, layout, found, placeName, dispatch }: AreaOptions) {
  const [isTyping, setTyping] = useState(false);
  const area = state.asked?.area;
  const { ask, sendFile, redLine } = useAsk(stage, dispatch);
  const shown = useMemo(() => shapesOf(area, found.answer), [area, found.answer]);
  const drawing = useDrawing({
    controller: stage.controller,
    area: useMemo(() => area && drawable(area, found.answer), [area, found.answer]),
    shown,
    onArea: (drawn) => {
      ask(drawn);
      // the sheet rises over a first drawing: bring what is left free of it to the area
      const isFirst = area === undefined && layout.kind === 'phone';
      if (isFirst && drawn.subject.kind === 'shape') showGround(stage, drawn.subject.geometry);
    },
  });
  const isOpen = drawing.sketch !== undefined;
  useShownArea(stage.controller, isOpen ? undefined : shown);
  useAreaArrival(state, stage, found.answer);

  const draw = (purpose: 'area' | 'measure') => {
    if (drawing.sketch?.purpose === purpose) return drawing.close();
    // the map must be seen to be drawn on
    if (layout.kind === 'phone') dispatch({ kind: 'stop-reached', stop: 'peek' });
    drawing.open(purpose);
  };
  const type = (typed: Area) => {
    const drawn = sketchOfArea(typed);
    if (drawing.sketch?.purpose === 'measure' && drawn) drawing.act({ kind: 'taken', ...drawn });
    else ask(withBuffer(typed, area?.bufferM));
    if (typed.subject.kind === 'shape') showGround(stage, typed.subject.geometry);
  };
  const ref = currentRef(state.selection);
  const { view } = stage;
  return {
    drawing,
    ask: (asked: Area) => {
      // beside the map of a phone or tablet there is room for one
      if (layout.kind !== 'desktop') dispatch({ kind: 'selected', refs: [] });
      ask(asked);
    },
    redLine,
    ways: {
      onDraw: () => draw('area'),
      onType: () => setTyping(true),
      onView: view && (() => ask(areaOfBounds(view.bounds, `The view of ${placeName}`))),
      onFeature:
        ref === undefined ? undefined : () => ask({ subject: { kind: 'feature', id: ref } }),
      onFile: sendFile,
    },
    tools: toolsOf(drawing.sketch?.purpose, draw),
    over: (
      <>
        {isOpen && (
          <Suspense>
            <DrawBar drawing={drawing} onType={() => setTyping(true)} onArea={ask} />
          </Suspense>
        )}
        <AreaGapNote missing={found.missing} onHide={found.hideGaps} />
      </>
    ),
    dialog: isTyping && (
      <Suspense>
        <TypeDialog {...typedOf(drawing.sketch)} onArea={type} onClose={() => setTyping(false)} />
      </Suspense>
    ),
  };
}

/** The corners to begin typing with; a circle is typed as its centre. */
function typedOf(sketch: Sketch | undefined) {
  const corners = sketch?.corners ?? [];
  return {
    corners: sketch?.shape === 'circle' ? corners.slice(0, 1) : corners,
    isLine: sketch?.shape === 'line',
  };
}

const toolsOf = (
  open: 'area' | 'measure' | undefined,
  draw: (purpose: 'area' | 'measure') => void,
): readonly MapTool[] => [
  { icon: 'area', label: 'Draw an area', isOn: open === 'area', onPress: () => draw('area') },
  { icon: 'ruler', label: 'Measure', isOn: open === 'measure', onPress: () => draw('measure') },
];

/** What a drawing goes on from: a kept shape is drawn on like one of the address. */
function drawable(area: Area, answer: AreaAnswer | undefined): Area {
  if (area.subject.kind !== 'kept' || answer === undefined) return area;
  const geometry = (answer.area.subject ?? answer.area.geometry) as AreaGeometry;
  return { ...area, subject: { kind: 'shape', geometry } };
}

type RedLine = { readonly isBusy: boolean; readonly fault?: string; readonly kept?: KeptArea };

/** Ask about an area; one too long for an address is kept by the server first, and so is a file. */
function useAsk(stage: AreaOptions['stage'], dispatch: Dispatch<Action>) {
  const [redLine, setRedLine] = useState<RedLine>({ isBusy: false });
  const { flyTo } = stage;
  const tell = useCallback(
    (area: Area) => dispatch({ kind: 'area-changed', change: { kind: 'area-asked', area } }),
    [dispatch],
  );
  const keep = useCallback(
    async (sent: Promise<KeptArea>, rest: Omit<Area, 'subject'>): Promise<KeptArea | undefined> => {
      setRedLine({ isBusy: true });
      try {
        const kept = await sent;
        setRedLine({ isBusy: false, kept });
        tell({ ...rest, subject: { kind: 'kept', id: kept.id } });
        return kept;
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        setRedLine({ isBusy: false, fault });
        dispatch({ kind: 'tab-opened', tab: 'area' });
        return undefined;
      }
    },
    [tell, dispatch],
  );
  const ask = useCallback(
    ({ subject, ...rest }: Area) => {
      setRedLine({ isBusy: false });
      const isShort = subject.kind !== 'shape' || fitsAddress({ subject, ...rest });
      if (isShort) tell({ subject, ...rest });
      else void keep(keepShape(subject.geometry), rest);
    },
    [tell, keep],
  );
  const sendFile = useCallback(
    async (file: File) => {
      const kept = await keep(sendRedLine(file), {});
      if (kept !== undefined) flyTo({ bounds: kept.bounds });
    },
    [keep, flyTo],
  );
  return { ask, sendFile: (file: File) => void sendFile(file), redLine };
}

/** Take the camera to a shape that was typed: it may lie anywhere. */
function showGround({ flyTo }: AreaOptions['stage'], geometry: Geometry) {
  const bounds = boundsOf(geometry);
  if (bounds === undefined) return;
  const isPoint = bounds[0] === bounds[2] && bounds[1] === bounds[3];
  flyTo(isPoint ? { point: [bounds[0], bounds[1]] } : { bounds });
}

/** The area as the map draws it while nobody draws on it: as answered, or as asked until then. */
function shapesOf(area: Area | undefined, answer: AreaAnswer | undefined): FeatureCollection {
  const asked = answer?.area;
  const own = area?.subject.kind === 'shape' ? area.subject.geometry : undefined;
  const subject = own ?? ((asked?.subject ?? asked?.geometry) as Geometry | undefined);
  if (area === undefined || subject === undefined) return NOTHING;
  const reach = area.bufferM === undefined ? undefined : (asked?.geometry as Geometry | undefined);
  const shapes = [['area', subject] as const, ...(reach ? [['reach', reach] as const] : [])];
  return {
    type: 'FeatureCollection',
    features: shapes.map(([role, geometry]) => ({
      type: 'Feature',
      properties: { role },
      geometry,
    })),
  };
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** A link to an area that names no view goes to the area. Once, when the page opens. */
function useAreaArrival(
  state: Explore,
  { controller, flyTo }: AreaOptions['stage'],
  answer: AreaAnswer | undefined,
) {
  const [opened] = useState(state);
  const arrived = useRef(opened.asked === undefined || opened.view !== undefined);
  useEffect(() => {
    if (arrived.current || controller === undefined || answer === undefined) return;
    arrived.current = true;
    flyTo({ bounds: answer.area.bounds });
  }, [controller, answer, flyTo]);
}

/** Keep the map's picture of the area to what is asked; undefined while a drawing shows it. */
function useShownArea(
  controller: AreaOptions['stage']['controller'],
  shapes: FeatureCollection | undefined,
) {
  useEffect(() => {
    if (shapes !== undefined) controller?.showArea(shapes);
  }, [controller, shapes]);
}
