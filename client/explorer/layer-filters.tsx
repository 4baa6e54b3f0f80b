import type { Dispatch } from 'react';
import { FilterChips } from '#client/features/filter/filter-chips.tsx';
import type { Action, Explore } from '#client/state/explore.ts';
import { conditionsOf } from '#client/state/filters.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { FiltersWhenUsed } from './filters-when-used.tsx';

type LayerFiltersProps = {
  readonly state: Explore;
  readonly layer: WorkbenchLayer;
  /** To be changed, not only read. */
  readonly isOpen: boolean;
  readonly bounds: Bounds | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** The filters of a workbench row: chips, or the same to work with. */
export function LayerFilters({ state, layer, isOpen, bounds, dispatch }: LayerFiltersProps) {
  const { id, summary } = layer;
  const conditions = conditionsOf(state.filters, id);
  if (!isOpen) return <FilterChips layerId={id} conditions={conditions} dispatch={dispatch} />;
  return (
    <FiltersWhenUsed
      layerId={id}
      title={summary.title}
      bounds={bounds}
      conditions={conditions}
      misses={state.misses ?? 'dim'}
      form="stack"
      isSpoken
      dispatch={dispatch}
    />
  );
}
