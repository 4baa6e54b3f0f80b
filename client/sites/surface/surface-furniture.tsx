import type { CellPainter } from '#client/map/sites-map-controller.ts';
import { SurfaceLegend } from './surface-legend.tsx';
import { SyntheticBanner } from './synthetic-banner.tsx';
import type { SurfaceState } from './use-surface-state.ts';

type SurfaceFurnitureProps = {
  readonly surface: SurfaceState;
  readonly painter: CellPainter | undefined;
};

/** What stands over the map while it shows hexagons: what is invented, what the colours mean, how they are drawn. */
export function SurfaceFurniture({ surface, painter }: SurfaceFurnitureProps) {
  return (
    <>
      <SyntheticBanner surface={surface} />
      {painter === 'fill' && (
        <p className="sites-map-note">
          The hexagons are drawn the plain way: what draws them faster did not come. Nothing is
          missing.
        </p>
      )}
      <SurfaceLegend surface={surface} />
    </>
  );
}
