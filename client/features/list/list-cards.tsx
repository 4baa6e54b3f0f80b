import { Fragment } from 'react';
import { countOf } from '#client/ui/format.ts';
import './list-cards.css';
import { ListRow } from './list-row.tsx';
import type { RowsProps } from './list-table.tsx';
import { useRoving } from './use-roving.ts';

type ListCardsProps = RowsProps & {
  /** Number of the first row, from 1. */
  readonly first: number;
};

/** The features as cards, for a narrow panel or a phone. */
export function ListCards(props: ListCardsProps) {
  const { features, summaries, columns, origin, selected, hovered, onSelect, onRing } = props;
  const roving = useRoving<HTMLOListElement>(features.length);
  const isGrouped = props.sort.by === 'layer' && !props.isOne;
  return (
    <ol
      className="list-rows"
      aria-label={props.label}
      start={props.first}
      ref={roving.listRef}
      onKeyDown={roving.onKeyDown}
      onPointerLeave={() => onRing(undefined)}
      onBlur={() => onRing(undefined)}
    >
      {features.map((feature, index) => (
        <Fragment key={feature.id}>
          {isGrouped && feature.layerId !== features[index - 1]?.layerId && (
            <li className="list-group-head">
              {summaries.get(feature.layerId)?.title ?? feature.layerId}{' '}
              <small>{countOf(props.counts[feature.layerId] ?? 0, 'feature')}</small>
            </li>
          )}
          <ListRow
            feature={feature}
            summary={summaries.get(feature.layerId)}
            columns={columns}
            origin={origin}
            isSelected={selected === feature.id || selected === `${feature.layerId}/${feature.key}`}
            isHovered={hovered === `${feature.layerId}/${feature.key}`}
            tabIndex={index === roving.index ? 0 : -1}
            onSelect={() => onSelect(feature)}
            onRing={() => {
              roving.setIndex(index);
              onRing(feature);
            }}
          />
        </Fragment>
      ))}
    </ol>
  );
}
