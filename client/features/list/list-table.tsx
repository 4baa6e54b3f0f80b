import { Fragment, useEffect, useRef } from 'react';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { type Sort, turnSort } from '#client/state/columns.ts';
import { countOf, formatDistance } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { isFigure, ListCell } from './list-cell.tsx';
import './list-table.css';
import { useRoving } from './use-roving.ts';

export type RowsProps = {
  readonly features: readonly FeatureSummary[];
  readonly summaries: ReadonlyMap<string, LayerSummary>;
  /** Layer id → matches in view, for the heads of groups. */
  readonly counts: Readonly<Record<string, number>>;
  /** Columns of the one layer listed; none where there are several. */
  readonly columns: readonly AttributeFigures[];
  /** One layer is listed alone. */
  readonly isOne: boolean;
  readonly sort: Sort;
  /** What distances are from: `the centre`, `Sale`. */
  readonly origin: string;
  /** Id or tile reference of the feature in the card. */
  readonly selected: string | undefined;
  /** `layerId/key` of the feature under the pointer on the map. */
  readonly hovered: string | undefined;
  readonly label: string;
  readonly onSort: (sort: Sort) => void;
  readonly onSelect: (feature: FeatureSummary) => void;
  readonly onShow: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
};

/** The features as a table: a row each, sorted by the heads, one stop for the Tab key. */
export function ListTable(props: RowsProps) {
  const { features, columns, isOne, onRing } = props;
  const roving = useRoving<HTMLTableSectionElement>(features.length);
  const hasReference = isOne && features.some(({ reference }) => reference !== undefined);
  const isGrouped = props.sort.by === 'layer' && !isOne;
  const width = columns.length + (isOne ? 4 : 6) + (hasReference ? 1 : 0);
  return (
    <table className="list-table" aria-label={props.label}>
      <thead>
        <tr>
          <td className="sign" />
          <Head {...props} by="name" title="Name" />
          {hasReference && <Head {...props} by="reference" title="Ref" />}
          {!isOne && <Head {...props} by="layer" title="Layer" />}
          {!isOne && <th scope="col">District</th>}
          {columns.map((column) => (
            <Head
              key={column.name}
              {...props}
              by={column.name}
              title={column.unit === undefined ? column.title : `${column.title}, ${column.unit}`}
              isFigure={isFigure(column)}
            />
          ))}
          <Head {...props} by="distance" title="Away" isFigure />
          <td className="tool" />
        </tr>
      </thead>
      <tbody
        ref={roving.listRef}
        onKeyDown={roving.onKeyDown}
        onPointerLeave={() => onRing(undefined)}
        onBlur={() => onRing(undefined)}
      >
        {features.map((feature, index) => (
          <Fragment key={feature.id}>
            {isGrouped && feature.layerId !== features[index - 1]?.layerId && (
              <GroupHead {...props} layerId={feature.layerId} width={width} />
            )}
            <Row
              {...props}
              feature={feature}
              hasReference={hasReference}
              isCurrent={index === roving.index}
              onRing={(ringed) => {
                roving.setIndex(index);
                onRing(ringed);
              }}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type HeadProps = Pick<RowsProps, 'sort' | 'onSort'> & {
  readonly by: string;
  readonly title: string;
  readonly isFigure?: boolean;
};

/** A head that sorts its column, and turns the order about when pressed again. */
function Head({ sort, onSort, by, title, isFigure: isRight = false }: HeadProps) {
  const isSorted = sort.by === by;
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={order} className={isRight ? 'figure' : undefined}>
      <button type="button" className="sort-head" onClick={() => onSort(turnSort(sort, by))}>
        {title}
        {isSorted && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} size={14} />}
      </button>
    </th>
  );
}

type GroupHeadProps = Pick<RowsProps, 'summaries' | 'counts'> & {
  readonly layerId: string;
  readonly width: number;
};

function GroupHead({ summaries, counts, layerId, width }: GroupHeadProps) {
  return (
    <tr className="list-group">
      <th scope="colgroup" colSpan={width}>
        {summaries.get(layerId)?.title ?? layerId}{' '}
        <small>{countOf(counts[layerId] ?? 0, 'feature')}</small>
      </th>
    </tr>
  );
}

type RowProps = RowsProps & {
  readonly feature: FeatureSummary;
  readonly hasReference: boolean;
  /** The row the Tab key stops at. */
  readonly isCurrent: boolean;
};

function Row(props: RowProps) {
  const { feature, summaries, columns, isOne, isCurrent, onSelect, onShow, onRing } = props;
  const summary = summaries.get(feature.layerId);
  const isSelected = isSame(props.selected, feature);
  const isHovered = isSame(props.hovered, feature);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isHovered) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHovered]);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <tr
      ref={row}
      className={[isSelected && 'selected', isHovered && 'hovered'].filter(Boolean).join(' ')}
      onClick={() => onSelect(feature)}
      onPointerEnter={() => onRing(feature)}
    >
      <td className="sign">{summary && <LayerSwatch summary={summary} />}</td>
      <th scope="row">
        <button
          type="button"
          data-row
          className="row-name clamped"
          tabIndex={tabIndex}
          aria-current={isSelected ? 'true' : undefined}
          onFocus={() => onRing(feature)}
        >
          {feature.title}
        </button>
        {feature.approximate && <small>approximate position</small>}
        {feature.synthetic && !isOne && <SyntheticBadge />}
      </th>
      {props.hasReference && <td className="reference">{feature.reference}</td>}
      {!isOne && <td>{feature.typeTitle}</td>}
      {!isOne && <td>{feature.district}</td>}
      {columns.map((column) => (
        <ListCell key={column.name} attribute={column} value={feature.values?.[column.name]} />
      ))}
      <td className="figure">
        {feature.distanceM !== undefined && formatDistance(feature.distanceM)}
      </td>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps the row from taking the button's click */}
      <td className="tool" onClick={(event) => event.stopPropagation()}>
        <IconButton
          icon="target"
          size={18}
          label={`Show ${feature.title} on the map`}
          excludeFromTabOrder={!isCurrent}
          onPress={() => onShow(feature)}
        />
      </td>
    </tr>
  );
}

const isSame = (ref: string | undefined, { id, layerId, key }: FeatureSummary): boolean =>
  ref !== undefined && (ref === id || ref === `${layerId}/${key}`);
