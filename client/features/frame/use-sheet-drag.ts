import { type PointerEvent, useRef, useState } from 'react';
import { heightOf, PEEK_PX, type Stop, settle } from '#client/state/sheet.ts';

type Drag = {
  readonly startY: number;
  readonly startPx: number;
  lastY: number;
  lastTime: number;
  /** px/ms, upwards positive. */
  speed: number;
};

type SheetDragOptions = {
  readonly stop: Stop;
  readonly availablePx: number;
  readonly onStop: (stop: Stop) => void;
};

/** Drag a sheet by its handle: its height while held, and the handlers for the handle. */
export function useSheetDrag({ stop, availablePx, onStop }: SheetDragOptions) {
  const drag = useRef<Drag>(undefined);
  const [heightPx, setHeightPx] = useState<number>();

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      startY: event.clientY,
      startPx: heightOf(stop, availablePx),
      lastY: event.clientY,
      lastTime: event.timeStamp,
      speed: 0,
    };
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (held === undefined) return;
    const elapsed = Math.max(1, event.timeStamp - held.lastTime);
    held.speed = (held.lastY - event.clientY) / elapsed;
    held.lastY = event.clientY;
    held.lastTime = event.timeStamp;
    const wanted = held.startPx + held.startY - event.clientY;
    setHeightPx(Math.min(availablePx, Math.max(PEEK_PX / 2, wanted)));
  };
  const onPointerUp = () => {
    const held = drag.current;
    drag.current = undefined;
    setHeightPx(undefined);
    if (held !== undefined && heightPx !== undefined) {
      onStop(settle(heightPx, availablePx, held.speed));
    }
  };
  return {
    heightPx,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
