import { type Map as MapLibre, Marker } from 'maplibre-gl';
import type { LngLat } from '#data/schema/geometry.ts';
import type { DrawEvents } from './draw-controller.ts';
import { type DrawnSketch, type Held, middlesOf } from './draw-shapes.ts';

/** More corners than a hand can take hold of: they are edited as text. */
export const MOST_HANDLES = 200;

/** Least screen length of a side that offers its middle, pixels: nearer handles could not be told apart. */
const LEAST_SIDE_PX = 48;

/** How far an arrow key moves a corner, pixels; with Shift a finer step. */
const NUDGE_PX = 8;
const FINE_NUDGE_PX = 1;

type HandleEvents = Pick<DrawEvents, 'onHold' | 'onMove' | 'onInsert' | 'onRemove' | 'onFinish'> & {
  /** The corner as it is dragged; undefined: let go. */
  readonly onDrag: (held: Held | undefined) => void;
};

type Handle = { readonly marker: Marker; held: Held; label: string };

/**
 * The corners as buttons over the map: dragged by pointer and touch, moved by arrow keys, removed by Delete,
 * and named for those who cannot see them, which circles drawn into the picture could not be.
 */
export function createHandles(map: MapLibre, events: HandleEvents) {
  const handles = new Map<string, Handle>();
  let shown: DrawnSketch = { shape: 'polygon', corners: [], isFinished: false };
  const deeds = handleDeeds(map, events, () => shown);

  const make = (held: Held): Handle => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = held.isNew ? 'draw-handle middle' : 'draw-handle';
    const marker = new Marker({ element, draggable: true }).setLngLat([...held.at]).addTo(map);
    const handle: Handle = { marker, held, label: '' };
    marker.on('dragstart', events.onHold);
    marker.on('drag', () => {
      const { lng, lat } = marker.getLngLat();
      events.onDrag({ ...handle.held, at: [lng, lat] });
    });
    marker.on('dragend', () => deeds.drop(handle));
    listenToHandle(element, {
      nudge: (dx, dy) => {
        const { index } = handle.held;
        deeds.nudge(handle, dx, dy);
        focusHandle(handles, index);
      },
      press: () => deeds.press(handle),
      remove: () => {
        const { index } = handle.held;
        deeds.remove(handle);
        focusHandle(handles, Math.max(0, index - 1));
      },
    });
    return handle;
  };

  const put = (id: string, held: Held, label: string) => {
    const handle = handles.get(id) ?? make(held);
    handles.set(id, handle);
    handle.held = held;
    handle.marker.setLngLat([...held.at]);
    const element = handle.marker.getElement();
    if (element.ariaLabel !== label) element.setAttribute('aria-label', label);
  };

  return {
    /** Show a handle for every corner, and for the middle of every side that is long enough. */
    show(sketch: DrawnSketch | undefined): void {
      shown = sketch ?? { ...shown, corners: [] };
      const wanted = new Map(wantedHandles(map, shown).map((each) => [each.id, each]));
      for (const [id, { marker }] of handles) {
        if (wanted.has(id)) continue;
        marker.remove();
        handles.delete(id);
      }
      for (const { id, held, label } of wanted.values()) put(id, held, label);
    },
  };
}

/** What may be done to a corner. */
function handleDeeds(map: MapLibre, events: HandleEvents, shown: () => DrawnSketch) {
  const drop = ({ held, marker }: Handle) => {
    const { lng, lat } = marker.getLngLat();
    events.onDrag(undefined);
    if (held.isNew) events.onInsert(held.index, [lng, lat]);
    else events.onMove(held.index, [lng, lat]);
  };
  const nudge = (handle: Handle, dx: number, dy: number) => {
    const { x, y } = map.project(handle.marker.getLngLat());
    handle.marker.setLngLat(map.unproject([x + dx, y + dy]));
    events.onHold();
    drop(handle);
  };
  const press = ({ held }: Handle) => {
    const last = shown().corners.length - 1;
    if (!shown().isFinished && !held.isNew && (held.index === 0 || held.index === last)) {
      events.onFinish();
    } else if (held.isNew) events.onInsert(held.index, held.at);
  };
  const remove = ({ held }: Handle) => {
    if (!held.isNew) events.onRemove(held.index);
  };
  return { drop, nudge, press, remove };
}

type WantedHandle = { readonly id: string; readonly held: Held; readonly label: string };

function wantedHandles(map: MapLibre, sketch: DrawnSketch): WantedHandle[] {
  const { corners } = sketch;
  if (corners.length > MOST_HANDLES) return [];
  const own = corners.map((at, index) => ({
    id: `corner ${index}`,
    held: { index, isNew: false, at },
    label: nameOf(sketch, index),
  }));
  const middles = middlesOf(sketch)
    .filter(({ index }) => sidePx(map, corners, index) >= LEAST_SIDE_PX)
    .map((held) => ({
      id: `middle ${held.index}`,
      held,
      label: `New corner between ${held.index} and ${(held.index % corners.length) + 1}`,
    }));
  return [...own, ...middles];
}

function nameOf({ shape, corners }: DrawnSketch, index: number): string {
  if (shape === 'point') return 'Point';
  if (shape === 'circle') return index === 0 ? 'Centre' : 'Edge of the circle';
  return `Corner ${index + 1} of ${corners.length}`;
}

function sidePx(map: MapLibre, corners: readonly LngLat[], index: number): number {
  const [from, to] = [corners[index - 1], corners[index % corners.length]];
  if (from === undefined || to === undefined) return 0;
  return map.project([...from]).dist(map.project([...to]));
}

const focusHandle = (handles: ReadonlyMap<string, Handle>, index: number) =>
  setTimeout(() => handles.get(`corner ${index}`)?.marker.getElement().focus());

type HandleDeeds = {
  readonly nudge: (dx: number, dy: number) => void;
  readonly press: () => void;
  readonly remove: () => void;
};

const ARROWS: ReadonlyMap<string, readonly [dx: number, dy: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

const REMOVERS: ReadonlySet<string> = new Set(['Delete', 'Backspace']);
/** The browser makes a click of these. */
const PRESSERS: ReadonlySet<string> = new Set(['Enter', ' ']);

/** Keys and clicks of a handle are its own: the map neither pans nor picks by them. */
function listenToHandle(element: HTMLElement, { nudge, press, remove }: HandleDeeds): void {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS.get(event.key);
    const px = event.shiftKey ? FINE_NUDGE_PX : NUDGE_PX;
    if (arrow !== undefined) nudge(arrow[0] * px, arrow[1] * px);
    else if (REMOVERS.has(event.key)) remove();
    else if (PRESSERS.has(event.key)) return event.stopPropagation();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    press();
  });
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    event.stopPropagation();
    remove();
  });
}
