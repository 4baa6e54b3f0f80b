import { BarredChip } from '#client/map/barred-chip.tsx';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { formatCount, formatDistance } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AreaNear } from '#data/schema/area.ts';
import { GroupHead } from './group-head.tsx';

type NearProps = {
  readonly near: readonly AreaNear[];
  readonly summaries: ReadonlyMap<string, LayerSummary>;
  readonly onRing: (features: readonly FeatureSummary[]) => void;
  readonly onOpen: (feature: FeatureSummary) => void;
};

/** What is not on the area but near it: the nearest of each kind, and how many within 100 and 500 m. */
export function Near({ near, summaries, onRing, onOpen }: NearProps) {
  if (near.length === 0) return null;
  return (
    <section>
      <GroupHead group="near" title="Near by" detail="nearest of each kind" />
      <ul className="findings" onPointerLeave={() => onRing([])} onBlur={() => onRing([])}>
        {near.map((each) => {
          const summary = summaries.get(each.layerId);
          return (
            <li key={each.key} className="finding">
              <button
                type="button"
                onClick={() => onOpen(each.nearest)}
                onPointerEnter={() => onRing([each.nearest])}
                onFocus={() => onRing([each.nearest])}
              >
                {summary === undefined ? <span /> : <LayerSwatch summary={summary} />}
                <span className="finding-title">
                  {each.title} {each.synthetic && <SyntheticBadge />}{' '}
                  <BarredChip summary={summary} />
                </span>
                <span className="finding-figure">{sayDistance(each)}</span>
                <span className="finding-detail">{sayCounts(each)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const sayDistance = ({ nearest }: AreaNear): string =>
  nearest.distanceM === 0
    ? 'touching'
    : `${formatDistance(nearest.distanceM)} ${nearest.bearing}`.trim();

/** `Jackson’s Bridge · 2 within 100 m, 14 within 500 m`. */
function sayCounts({ nearest, within100, within500 }: AreaNear): string {
  const counts = [
    within100 > 0 && `${formatCount(within100)} within 100 m`,
    `${within500 === 0 ? 'none' : formatCount(within500)} within 500 m`,
  ].filter(Boolean);
  return `${nearest.title} · ${counts.join(', ')}`;
}
