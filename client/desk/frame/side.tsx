import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useSlots } from './slots.ts';

type SideProps = {
  /** Its name where there is no room beside the work and it becomes a tab. */
  readonly title: string;
  /** What the step wants on the map; keep it the same between renders while it is. Absent: no map. */
  readonly map?: DraftMapWishes;
  /** Under the map. */
  readonly children?: ReactNode;
};

/** The column beside a step's work. The map in it is one and the same on every step. */
export function Side({ title, map, children }: SideProps) {
  const { side, setSide } = useSlots();
  useEffect(() => setSide({ title, map }), [setSide, title, map]);
  useEffect(() => () => setSide(undefined), [setSide]);
  return side && createPortal(children, side);
}

type ActionBarProps = {
  /** The step's buttons; one of them filled. */
  readonly children: ReactNode;
  /** What pressing them means, or what is left. */
  readonly note?: ReactNode;
  /** At the right end. */
  readonly end?: ReactNode;
};

/** The bar along the foot of a step. */
export function ActionBar({ children, note, end }: ActionBarProps) {
  const { bar } = useSlots();
  return (
    bar &&
    createPortal(
      <>
        {children}
        {note !== undefined && <p className="bar-note">{note}</p>}
        {end !== undefined && <div className="bar-end">{end}</div>}
      </>,
      bar,
    )
  );
}
