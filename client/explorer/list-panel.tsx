import type { Dispatch } from 'react';
import { FilterChips } from '#client/features/filter/filter-chips.tsx';
import { FilterPanel } from '#client/features/filter/filter-panel.tsx';
import { ListTab } from '#client/features/list/list-tab.tsx';
import type { Action, Explore } from '#client/state/explore.ts';
import { conditionsOf } from '#client/state/filters.ts';
import { REGION } from '#client/state/region.ts';
import { currentRef } from '#client/state/selection.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { ListRoom } from './use-list-room.ts';
import type { useStage } from './use-stage.ts';
import type { ViewList } from './use-view-list.ts';

type ListPanelProps = {
  readonly state: Explore;
  readonly visible: readonly WorkbenchLayer[];
  readonly stage: ReturnType<typeof useStage>;
  readonly list: ViewList;
  readonly room: ListRoom;
  readonly onOpen: (feature: FeatureSummary) => void;
  readonly onZoomTo: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  readonly dispatch: Dispatch<Action>;
};

/** The list with the filters of what it lists. */
export function ListPanel(props: ListPanelProps) {
  const { state, visible, stage, list, room, dispatch } = props;
  const { hovered } = stage;
  const show = (feature: FeatureSummary) => {
    // with the map put away there is nothing to show it on
    if (room.width === 'full') {
      dispatch({ kind: 'table-arranged', change: { width: room.besideMap } });
    }
    if (state.stop === 'full') dispatch({ kind: 'stop-reached', stop: 'half' });
    props.onZoomTo(feature);
    props.onRing(feature);
  };
  return (
    <ListTab
      {...list}
      {...room}
      layers={visible}
      isOfArea={list.area !== undefined}
      table={state.table ?? {}}
      isFiltered={(list.only ? [list.only] : visible).some(
        ({ id }) => conditionsOf(state.filters, id).length > 0,
      )}
      filters={<ListFilters {...props} />}
      selected={currentRef(state.selection)}
      hovered={hovered && `${hovered.layerId}/${hovered.key}`}
      onSelect={props.onOpen}
      onShow={show}
      onRing={props.onRing}
      onWhole={() => stage.flyTo({ bounds: REGION.bounds })}
      onRetry={list.retry}
      dispatch={dispatch}
    />
  );
}

/** One layer has its filters at hand; of several only those set are shown. */
function ListFilters({ state, visible, list, room, dispatch }: ListPanelProps) {
  const { only, bounds, area } = list;
  if (only !== undefined) {
    return (
      <FilterPanel
        key={only.id}
        layerId={only.id}
        title={only.summary.title}
        bounds={bounds}
        area={area}
        conditions={conditionsOf(state.filters, only.id)}
        misses={state.misses ?? 'dim'}
        form={room.width === 'narrow' ? 'stack' : 'band'}
        dispatch={dispatch}
      />
    );
  }
  const filtered = visible.filter(({ id }) => conditionsOf(state.filters, id).length > 0);
  return filtered.map(({ id, summary }) => (
    <div key={id} className="list-filters">
      <span>{summary.title}</span>
      <FilterChips layerId={id} conditions={conditionsOf(state.filters, id)} dispatch={dispatch} />
    </div>
  ));
}
