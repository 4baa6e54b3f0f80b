import { SwatchPicture } from '#client/map/layer-swatch.tsx';
import { legendOf } from '#client/map/legend.ts';
import { useMode } from '#client/state/mode-context.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { LayerSummary } from '#data/schema/api.ts';

type LegendProps = { readonly layers: readonly WorkbenchLayer[] };

/** What every sign on the map means, drawn from the same scales as the map. */
export function Legend({ layers }: LegendProps) {
  if (layers.length === 0) return null;
  return (
    <details className="legend" open>
      <summary>
        <h2>Legend</h2>
      </summary>
      {layers.map(({ id, summary }) => (
        <div key={id} className="legend-layer">
          <h3>
            {summary.title} {summary.synthetic && <SyntheticBadge />}
          </h3>
          <LayerLegend summary={summary} />
        </div>
      ))}
    </details>
  );
}

/** The signs of one layer. */
export function LayerLegend({ summary }: { readonly summary: LayerSummary }) {
  const mode = useMode();
  return (
    <ul className="legend-entries">
      {legendOf(summary, mode).map(({ label, swatch }) => (
        <li key={label}>
          <SwatchPicture swatch={swatch} />
          {label}
        </li>
      ))}
    </ul>
  );
}
