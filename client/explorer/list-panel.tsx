import { type Dispatch, useState } from 'react';
import { Button } from 'react-aria-components';
import { FilterChips } from '#client/features/filter/filter-chips.tsx';
import { ListTab } from '#client/features/list/list-tab.tsx';
import type { Action, Explore } from '#client/state/explore.ts';
import { conditionsOf } from '#client/state/filters.ts';
import { REGION } from '#client/state/region.ts';
import { currentRef } from '#client/state/selection.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { FeatureSummary } from '#data/schema/api.ts';
import { FiltersWhenUsed } from './filters-when-used.tsx';
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

/** One layer has its filters at hand, folded where there is little room; of several only those set are shown. */
function ListFilters({ state, visible, list, room, dispatch }: ListPanelProps) {
  const { only, bounds, area } = list;
  const [isOpen, setOpen] = useState(false);
  if (only === undefined) {
    return visible.map((layer) => <SetFilters key={layer.id} {...{ state, layer, dispatch }} />);
  }
  const conditions = conditionsOf(state.filters, only.id);
  const isNarrow = room.width === 'narrow';
  return (
    <>
      {isNarrow && (
        <div className="list-filters">
          <FilterChips layerId={only.id} conditions={conditions} dispatch={dispatch} />
          <Button className="choice-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            <Icon name="filter" size={16} />
            Filter
          </Button>
        </div>
      )}
      {(isOpen || !isNarrow) && (
        <FiltersWhenUsed
          key={only.id}
          layerId={only.id}
          title={only.summary.title}
          bounds={bounds}
          area={area}
          conditions={conditions}
          misses={state.misses ?? 'dim'}
          form={isNarrow ? 'stack' : 'band'}
          dispatch={dispatch}
        />
      )}
    </>
  );
}

type SetFiltersProps = Pick<ListPanelProps, 'state' | 'dispatch'> & {
  readonly layer: WorkbenchLayer;
};

function SetFilters({ state, layer: { id, summary }, dispatch }: SetFiltersProps) {
  const conditions = conditionsOf(state.filters, id);
  if (conditions.length === 0) return null;
  return (
    <div className="list-filters">
      <span>{summary.title}</span>
      <FilterChips layerId={id} conditions={conditions} dispatch={dispatch} />
    </div>
  );
}
