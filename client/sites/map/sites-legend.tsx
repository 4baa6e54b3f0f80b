import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import type { SiteMark } from '#client/map/sites-map-controller.ts';
import { SiteSignPicture } from '#client/map/sites-sign-picture.tsx';
import { formatCount } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { useMedia } from '#client/ui/use-media.ts';
import type { LayerSummary } from '#data/schema/api.ts';

type SitesLegendProps = {
  readonly marks: readonly SiteMark[];
  readonly layers: readonly LayerSummary[];
};

/** What every sign on the finder's map means, and how many there are. */
export function SitesLegend({ marks, layers }: SitesLegendProps) {
  const count = (form: SiteMark['form']) => marks.filter((mark) => mark.form === form).length;
  const isPhone = useMedia('(width < 720px)');
  const [rings, ranges, out] = [count('ring'), count('range'), count('out')];
  return (
    <details className="sites-legend" open={!isPhone}>
      <summary>
        <h2>On this map</h2>
      </summary>
      <ul>
        {rings > 0 && (
          <li>
            <SiteSignPicture sign={{ form: 'ring', figure: '1' }} />
            <span>Meets every must, by rank</span>
            <data value={rings}>{formatCount(rings)}</data>
          </li>
        )}
        {ranges > 0 && (
          <li>
            <SiteSignPicture sign={{ form: 'range', figure: '1' }} />
            <span>Score is a range: data missing</span>
            <data value={ranges}>{formatCount(ranges)}</data>
          </li>
        )}
        {out > 0 && (
          <li>
            <i className="sites-legend-out" />
            <span>Fails a must</span>
            <data value={out}>{formatCount(out)}</data>
          </li>
        )}
        {layers.map((layer) => (
          <li key={layer.id}>
            <LayerSwatch summary={layer} />
            <span>
              {layer.title} {layer.synthetic && <SyntheticBadge />}
            </span>
            <data value={layer.featureCount}>{formatCount(layer.featureCount)}</data>
          </li>
        ))}
      </ul>
    </details>
  );
}
