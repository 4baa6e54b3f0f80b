import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { figuresOf } from '#client/state/sketch-figures.ts';
import { sayLength } from '#client/state/units.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import './draw.css';
import type { DrawEvents, DrawHost, DrawPicture, DrawTable } from './draw-controller.ts';
import { createHandles } from './draw-handles.ts';
import { type Held, shapesOf, withHeld, withNext } from './draw-shapes.ts';

/** More sides than this carry no lengths: nobody could read them. */
const MOST_LABELS = 40;

const EMPTY: DrawPicture = {
  sketch: { shape: 'polygon', corners: [], isFinished: false },
  behind: [],
  hasHandles: false,
  labels: undefined,
};

/** Draw on a map that stands. The map shows, the caller decides: every corner goes through its events and back. */
export function openDrawing(map: MapLibre, host: DrawHost, events: DrawEvents): DrawTable {
  let picture = EMPTY;
  let [held, pointer]: [Held | undefined, LngLat | undefined] = [undefined, undefined];

  const draw = () => {
    const loose = picture.sketch.isFinished ? undefined : (host.crosshair() ?? pointer);
    const drawn = withNext(withHeld(picture.sketch, held), loose);
    const isLoose = loose !== undefined;
    const shapes = shapesOf(drawn, isLoose, labelled(drawn, picture.labels));
    host.showShapes({ ...shapes, features: [...picture.behind, ...shapes.features] });
  };
  const handles = createHandles(map, {
    ...events,
    onDrag: (next) => {
      held = next;
      draw();
    },
  });

  const onClick = ({ lngLat, originalEvent }: MapMouseEvent) => {
    if (picture.sketch.isFinished) return;
    if (originalEvent.detail > 1) events.onFinish();
    else events.onPlace([lngLat.lng, lngLat.lat]);
  };
  const onPointer = ({ lngLat }: MapMouseEvent) => {
    pointer = [lngLat.lng, lngLat.lat];
    if (!picture.sketch.isFinished && picture.sketch.corners.length > 0) draw();
  };
  const onOut = () => {
    pointer = undefined;
    draw();
  };
  const onCamera = () => {
    if (host.crosshair() !== undefined && !picture.sketch.isFinished) draw();
  };
  const onRest = () => handles.show(picture.hasHandles ? picture.sketch : undefined);
  // as long as the drawing is open: the click that finishes is the first half of a double click
  map.doubleClickZoom.disable();
  map.on('click', onClick);
  map.on('mousemove', onPointer);
  map.on('mouseout', onOut);
  map.on('move', onCamera);
  map.on('moveend', onRest);

  return {
    show(next) {
      picture = next;
      host.setPlacing(!next.sketch.isFinished);
      onRest();
      draw();
    },
    close() {
      map.doubleClickZoom.enable();
      map.off('click', onClick);
      map.off('mousemove', onPointer);
      map.off('mouseout', onOut);
      map.off('move', onCamera);
      map.off('moveend', onRest);
      handles.show(undefined);
      host.setPlacing(false);
    },
  };
}

function labelled(drawn: DrawPicture['sketch'], units: DrawPicture['labels']) {
  if (units === undefined || drawn.corners.length > MOST_LABELS) return [];
  return figuresOf(drawn).sides.map((side) => ({ ...side, label: sayLength(side.lengthM, units) }));
}
