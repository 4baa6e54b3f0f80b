import type { CSSProperties, ReactNode } from 'react';
import { heightOf, nextStop, STOPS, type Stop } from '#client/state/sheet.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import './sheet.css';
import { useSheetDrag } from './use-sheet-drag.ts';

type SheetProps = {
  readonly id: string;
  /** Name of the region, as screen readers list it. */
  readonly label: string;
  readonly className: string;
  readonly stop: Stop;
  /** Height the sheet may grow into, px. */
  readonly availablePx: number;
  readonly onStop: (stop: Stop) => void;
  readonly children: ReactNode;
};

/**
 * A panel of the page. On a phone it is a sheet over the map that drags between three stops, and has buttons
 * for those who cannot drag; elsewhere the handle is not shown and the panel stands still.
 */
export function Sheet(props: SheetProps) {
  const { id, label, className, stop, availablePx, onStop, children } = props;
  const drag = useSheetDrag({ stop, availablePx, onStop });
  const heightPx = drag.heightPx ?? heightOf(stop, availablePx);
  const style = { '--sheet-height': `${heightPx}px` } as CSSProperties;
  const dragging = drag.heightPx === undefined ? '' : ' dragging';
  return (
    <section
      id={id}
      tabIndex={-1}
      className={`sheet ${className} at-${stop}${dragging}`}
      style={style}
      aria-label={label}
    >
      <div className="sheet-handle" {...drag.handlers}>
        <i />
        <span className="sheet-buttons">
          <IconButton
            icon="chevron-up"
            label="Expand"
            isDisabled={stop === STOPS.at(-1)}
            onPress={() => onStop(nextStop(stop, 1))}
          />
          <IconButton
            icon="chevron-down"
            label="Collapse"
            isDisabled={stop === STOPS[0]}
            onPress={() => onStop(nextStop(stop, -1))}
          />
        </span>
      </div>
      {children}
    </section>
  );
}
