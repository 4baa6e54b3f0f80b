import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { PAGE_SIZE } from '#client/api/feature-list.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import { countOf, formatCount } from '#client/ui/format.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { FeatureList, FeatureSummary } from '#data/schema/api.ts';
import './list.css';
import { ListRow } from './list-row.tsx';
import { useRoving } from './use-roving.ts';

type ListTabProps = {
  readonly answer: FeatureList | undefined;
  readonly hasFailed: boolean;
  /** Layers asked: visible and known. */
  readonly layers: readonly WorkbenchLayer[];
  readonly page: number;
  /** Id or tile reference of the feature in the card. */
  readonly selected: string | undefined;
  /** `layerId/key` of the feature under the pointer on the map. */
  readonly hovered: string | undefined;
  readonly onPage: (page: number) => void;
  readonly onSelect: (feature: FeatureSummary) => void;
  /** Ring a feature on the map while its row is hovered or focused. */
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  readonly onRetry: () => void;
};

/** Everything in view as text, from the server: complete where the map thins, nearest the centre first. */
export function ListTab(props: ListTabProps) {
  const { answer, hasFailed, layers, page, onRetry } = props;
  const total = answer?.numberMatched;
  useEffect(() => {
    if (total !== undefined) announce(`${countOf(total, 'feature')} in view`);
  }, [total]);

  if (layers.length === 0) {
    return (
      <Notice icon="list" title="No layers to list">
        The list holds the features of the layers shown on the map. Add or show one under Layers.
      </Notice>
    );
  }
  if (hasFailed) {
    return (
      <Notice
        icon="warning"
        title="The list does not load"
        action={{ label: 'Try again', onPress: onRetry }}
      >
        The server did not answer. What the map has drawn is still right.
      </Notice>
    );
  }
  if (answer === undefined || total === undefined) {
    return <Skeleton label="List" rows={9} rowPx={52} />;
  }
  if (total === 0) {
    return (
      <Notice icon="list" title="Nothing of these layers is in view">
        {layers.map(({ summary }) => summary.title).join(', ')}: none recorded in this view. Zoom
        out, or see under Layers which districts supplied them.
      </Notice>
    );
  }
  return (
    <div className="list">
      <h2>{countOf(total, 'feature')} in view</h2>
      <p className="meta-line">
        {countOf(layers.length, 'layer')} · nearest the centre of the map first
      </p>
      <Rows {...props} features={answer.features} />
      <Pager page={page} total={total} onPage={props.onPage} />
    </div>
  );
}

type RowsProps = ListTabProps & { readonly features: readonly FeatureSummary[] };

function Rows({ features, layers, selected, hovered, page, onSelect, onRing }: RowsProps) {
  const roving = useRoving(features.length);
  const summaries = new Map(layers.map(({ id, summary }) => [id, summary]));
  return (
    <ol
      className="list-rows"
      start={page * PAGE_SIZE + 1}
      ref={roving.listRef}
      onKeyDown={roving.onKeyDown}
      onPointerLeave={() => onRing(undefined)}
      onBlur={() => onRing(undefined)}
    >
      {features.map((feature, index) => (
        <ListRow
          key={feature.id}
          feature={feature}
          summary={summaries.get(feature.layerId)}
          isSelected={selected === feature.id || selected === `${feature.layerId}/${feature.key}`}
          isHovered={hovered === `${feature.layerId}/${feature.key}`}
          tabIndex={index === roving.index ? 0 : -1}
          onSelect={() => onSelect(feature)}
          onRing={() => {
            roving.setIndex(index);
            onRing(feature);
          }}
        />
      ))}
    </ol>
  );
}

type PagerProps = {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
};

function Pager({ page, total, onPage }: PagerProps) {
  const first = page * PAGE_SIZE + 1;
  const last = Math.min(total, first + PAGE_SIZE - 1);
  return (
    <div className="list-pager">
      <span>
        {formatCount(first)} to {formatCount(last)} of {formatCount(total)}
      </span>
      <IconButton
        icon="chevron-left"
        label="Nearer features"
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        icon="chevron-right"
        label="Further features"
        isDisabled={last >= total}
        onPress={() => onPage(page + 1)}
      />
      {page > 0 && (
        <Button className="text-button" onPress={() => onPage(0)}>
          First page
        </Button>
      )}
    </div>
  );
}
