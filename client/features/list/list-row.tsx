import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { formatDistance } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { CellValue } from './list-cell.tsx';

type ListRowProps = {
  readonly feature: FeatureSummary;
  readonly summary: LayerSummary | undefined;
  /** Columns of the one layer listed; a card has room for the first few. */
  readonly columns: readonly AttributeFigures[];
  /** What the distance is from: `the centre`. */
  readonly origin: string;
  readonly isSelected: boolean;
  /** Its mark on the map is under the pointer. */
  readonly isHovered: boolean;
  readonly tabIndex: 0 | -1;
  readonly onSelect: () => void;
  readonly onRing: () => void;
};

/** Attributes a card shows. */
const FEW = 3;

/** One feature of a narrow list: what it is, where, what its first columns say, how far away. */
export function ListRow(props: ListRowProps) {
  const { feature, summary, columns, origin, isSelected, isHovered, tabIndex } = props;
  const { title, reference, typeTitle, district, approximate, distanceM, values } = feature;
  const what = columns.length > 0 ? reference : typeTitle;
  return (
    <li className={isHovered ? 'hovered' : ''}>
      <button
        type="button"
        data-row
        className="list-row"
        tabIndex={tabIndex}
        aria-current={isSelected ? 'true' : undefined}
        onClick={props.onSelect}
        onPointerEnter={props.onRing}
        onFocus={props.onRing}
      >
        {summary && <LayerSwatch summary={summary} />}
        <span className="list-title">{title}</span>
        <span className="list-detail">
          {[what, district, approximate && 'approximate'].filter(Boolean).join(' · ')}
        </span>
        {columns.length > 0 && (
          <span className="list-values">
            {columns.slice(0, FEW).map(({ name, title: label, unit, type }) => (
              <span key={name}>
                <span className="list-label">{label}</span>{' '}
                <CellValue type={type} value={values?.[name]} />
                {unit !== undefined && values?.[name] !== undefined && ` ${unit}`}
              </span>
            ))}
          </span>
        )}
        {feature.synthetic && columns.length === 0 && <SyntheticBadge />}
        {distanceM !== undefined && (
          <span className="list-distance">
            {formatDistance(distanceM)}
            <span className="hidden"> from {origin}</span>
          </span>
        )}
      </button>
    </li>
  );
}
