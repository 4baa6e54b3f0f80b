import { LayerSwatch, SwatchPicture } from '#client/map/layer-swatch.tsx';
import { legendOf } from '#client/map/legend.ts';
import { useMode } from '#client/state/mode-context.ts';
import { sayShare, shareDrawn } from '#client/state/thinning.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { Misses } from '#data/query/filter.ts';
import type { LayerSummary } from '#data/schema/api.ts';

/** What filters do to the map. */
export type Missed = {
  /** Layers that have a filter. */
  readonly layers: readonly string[];
  readonly misses: Misses;
};

type LegendProps = {
  readonly layers: readonly WorkbenchLayer[];
  readonly zoom: number;
  /** Absent where nothing can be filtered. */
  readonly missed?: Missed;
};

/** What every sign on the map means, drawn from the same scales as the map. */
export function Legend({ layers, zoom, missed }: LegendProps) {
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
          {missed?.layers.includes(id) && <MissedSign summary={summary} misses={missed.misses} />}
          <DrawnShare summary={summary} zoom={zoom} />
        </div>
      ))}
    </details>
  );
}

/** What does not match a filter has a sign too, or none. */
function MissedSign({ summary, misses }: { summary: LayerSummary; misses: Misses }) {
  if (misses === 'hide') return <p className="meta-line">What does not match is hidden.</p>;
  return (
    <p className="legend-missed">
      <span className="faint">
        <LayerSwatch summary={summary} />
      </span>
      Does not match, dimmed
    </p>
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
