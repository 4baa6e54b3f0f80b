import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { formatDistance } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';

type ListRowProps = {
  readonly feature: FeatureSummary;
  readonly summary: LayerSummary | undefined;
  readonly isSelected: boolean;
  /** Its mark on the map is under the pointer. */
  readonly isHovered: boolean;
  readonly tabIndex: 0 | -1;
  readonly onSelect: () => void;
  readonly onRing: () => void;
};

/** One feature of the list: what it is, where, how far from the centre. */
export function ListRow(props: ListRowProps) {
  const { feature, summary, isSelected, isHovered, tabIndex, onSelect, onRing } = props;
  return (
    <li className={isHovered ? 'hovered' : ''}>
      <button
        type="button"
        className="list-row"
        tabIndex={tabIndex}
        aria-current={isSelected ? 'true' : undefined}
        onClick={onSelect}
        onPointerEnter={onRing}
        onFocus={onRing}
      >
        {summary && <LayerSwatch summary={summary} />}
        <span className="list-title">{feature.title}</span>
        <span className="list-detail">
          {[feature.typeTitle, feature.district, feature.approximate && 'approximate']
            .filter(Boolean)
            .join(' · ')}
        </span>
        {feature.synthetic && <SyntheticBadge />}
        {feature.distanceM !== undefined && (
          <span className="list-distance">
            {formatDistance(feature.distanceM)}
            <span className="hidden"> from the centre</span>
          </span>
        )}
      </button>
    </li>
  );
}
