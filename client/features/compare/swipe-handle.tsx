import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './compare.css';

type SwipeHandleProps = {
  /** Where it stands in the free part of the map, percent. */
  readonly percent: number;
  /** What is seen on either side, written beside the divider. */
  readonly names?: { readonly left: string; readonly right: string } | undefined;
  readonly onMove: (percent: number) => void;
};

/** How far keys move it, percent. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -2,
  ArrowDown: -2,
  ArrowRight: 2,
  ArrowUp: 2,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};

/** The divider between the two pictures: dragged, or moved by keys like any slider. */
export function SwipeHandle({ percent, names, onMove }: SwipeHandleProps) {
  const track = useRef<HTMLDivElement>(null);
  const drag = ({ clientX, currentTarget, pointerId }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) onMove(((clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(percent + step);
  };
  return (
    <div ref={track} className="swipe-track" style={{ '--at': `${percent}%` } as CSSProperties}>
      {names && (
        <div className="swipe-names" aria-hidden="true">
          <span>{names.left}</span>
          <span>{names.right}</span>
        </div>
      )}
      <div
        className="swipe-handle"
        role="slider"
        tabIndex={0}
        aria-label="Divider between the left and the right map"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={sayPercent(percent, names)}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={drag}
        onKeyDown={onKeyDown}
      >
        <span aria-hidden="true">⟨⟩</span>
      </div>
    </div>
  );
}

const sayPercent = (percent: number, names: SwipeHandleProps['names']): string =>
  `${percent} % ${names?.left ?? 'left'}, ${100 - percent} % ${names?.right ?? 'right'}`;
