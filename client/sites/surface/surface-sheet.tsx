import { Sheet } from '#client/features/frame/sheet.tsx';
import type { Stop } from '#client/state/sheet.ts';
import { SurfacePanel, type SurfacePanelProps } from './surface-panel.tsx';

type SurfaceSheetProps = SurfacePanelProps & {
  readonly stop: Stop;
  /** Height the sheet may grow into, px. */
  readonly availablePx: number;
  readonly onStop: (stop: Stop) => void;
};

/** The surface as a list: a panel, on a phone a sheet over the map. */
export function SurfaceSheet({ stop, availablePx, onStop, ...panel }: SurfaceSheetProps) {
  return (
    <Sheet
      id="criteria"
      label="The surface as a list"
      className="surface-side"
      {...{ stop, availablePx, onStop }}
    >
      <SurfacePanel {...panel} />
    </Sheet>
  );
}
