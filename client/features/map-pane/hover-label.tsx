import { type RefObject, useEffect, useRef } from 'react';

type HoverLabelProps = {
  readonly title: string;
  readonly detail: string;
  readonly isSynthetic: boolean;
  readonly map: RefObject<HTMLElement | null>;
};

/** Space between pointer and label, px. */
const OFFSET_PX = 14;

/** What the pointer is over. It follows the pointer without passing through React, and is for the eye alone. */
export function HoverLabel({ title, detail, isSynthetic, map }: HoverLabelProps) {
  const label = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = map.current;
    const follow = ({ offsetX, offsetY }: PointerEvent) => {
      if (label.current === null || element === null) return;
      const flip = offsetX > element.clientWidth - label.current.offsetWidth - 2 * OFFSET_PX;
      const x = flip ? offsetX - label.current.offsetWidth - OFFSET_PX : offsetX + OFFSET_PX;
      label.current.style.translate = `${x}px ${offsetY + OFFSET_PX}px`;
    };
    element?.addEventListener('pointermove', follow);
    return () => element?.removeEventListener('pointermove', follow);
  }, [map]);
  return (
    <div className="hover-label" ref={label} aria-hidden="true">
      <b>{title}</b>
      <span>
        {detail}
        {isSynthetic && ' · Synthetic'}
      </span>
    </div>
  );
}
