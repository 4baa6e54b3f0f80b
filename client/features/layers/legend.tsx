import { SwatchPicture } from '#client/map/layer-swatch.tsx';
import { legendOf } from '#client/map/legend.ts';
import { useMode } from '#client/state/mode-context.ts';
import { sayShare, shareDrawn } from '#client/state/thinning.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { LayerSummary } from '#data/schema/api.ts';

type LegendProps = { readonly layers: readonly WorkbenchLayer[]; readonly zoom: number };

/** What every sign on the map means, drawn from the same scales as the map. */
export function Legend({ layers, zoom }: LegendProps) {
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
          <DrawnShare summary={summary} zoom={zoom} />
        </div>
      ))}
    </details>
  );
}

/** Beside the signs: how many of the things they stand for are drawn at all. */
function DrawnShare({ summary, zoom }: { summary: LayerSummary; zoom: number }) {
  const share = shareDrawn(summary, zoom);
  if (share === 1) return null;
  return <p className="meta-line">{sayShare(share)} of them drawn at this zoom.</p>;
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
