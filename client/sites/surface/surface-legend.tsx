import { rampOf, stepOf } from '#client/map/sites-ramp.ts';
import { useMode } from '#client/state/mode-context.ts';
import { formatCount } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { useMedia } from '#client/ui/use-media.ts';
import { mostlyLacking } from './cells.ts';
import { BAR_POINTS, histogramOf } from './histogram.ts';
import type { SurfaceState } from './use-surface-state.ts';
import './surface-map.css';

/** Tallest bar, px. */
const TALLEST_PX = 58;

/** What the colours of the surface mean, as the count of cells that take them; and what is no score. */
export function SurfaceLegend({ surface }: { readonly surface: SurfaceState }) {
  const mode = useMode();
  const isPhone = useMedia('(width < 720px)');
  const { cells, search } = surface;
  if (cells === undefined) return null;
  const bars = histogramOf(cells.scored);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const ramp = rampOf(mode);
  const lacking = mostlyLacking(cells, search);
  return (
    <details className="surface-legend" open={!isPhone}>
      <summary className="surface-legend-head">
        <h2>Score</h2>
        <span>{formatCount(cells.scored.length)} cells scored</span>
      </summary>
      <ol className="surface-bars" aria-label="Cells by score">
        {bars.map(({ from, count }) => (
          <li key={from}>
            <i
              style={{ height: (count / most) * TALLEST_PX, background: ramp[stepOf(from)] }}
              aria-hidden="true"
            />
            <span className="hidden">
              {from} to {from + BAR_POINTS}: {formatCount(count)} cells
            </span>
          </li>
        ))}
      </ol>
      <div className="surface-ramp" aria-hidden="true">
        {ramp.map((colour, index) => (
          <span key={colour} style={{ background: colour }}>
            <b>{index * 20}</b>
          </span>
        ))}
        <b>100</b>
      </div>
      <dl>
        {cells.unknown.length > 0 && (
          <div>
            <dt>
              <i className="surface-swatch unknown" aria-hidden="true" />
              Not known{lacking !== undefined && `: ${lacking.toLowerCase()} not supplied`}
            </dt>
            <dd>{formatCount(cells.unknown.length)}</dd>
          </div>
        )}
        <div>
          <dt>
            <i className="surface-swatch" aria-hidden="true" />
            Ruled out by a must
          </dt>
          <dd>{formatCount(cells.out.length)}</dd>
        </div>
      </dl>
      {surface.answer?.columns.some(
        ({ synthetic, state }) => synthetic && state === 'measured',
      ) && <SyntheticBadge />}
    </details>
  );
}
