import type { Dispatch } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { LayersTab } from '#client/features/layers/layers-tab.tsx';
import { ListTab } from '#client/features/list/list-tab.tsx';
import type { MapView } from '#client/map/map-controller.ts';
import { type Action, type Explore, TABS } from '#client/state/explore.ts';
import { currentRef } from '#client/state/selection.ts';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { useBench } from './use-bench.ts';
import type { useStage } from './use-stage.ts';
import type { useViewList } from './use-view-list.ts';

type PanelProps = {
  readonly state: Explore;
  readonly bench: ReturnType<typeof useBench>;
  readonly stage: ReturnType<typeof useStage>;
  readonly list: ReturnType<typeof useViewList>;
  readonly onOpen: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  readonly dispatch: Dispatch<Action>;
};

/** The two faces of the panel: what is on the map, and the same as a list. */
export function Panel({ state, bench, stage, list, onOpen, onRing, dispatch }: PanelProps) {
  const total = list.answer?.numberMatched;
  return (
    <Tabs
      className="tabs"
      selectedKey={state.tab}
      onSelectionChange={(key) => {
        const tab = TABS.find((each) => each === key);
        if (tab !== undefined) dispatch({ kind: 'tab-opened', tab });
      }}
    >
      <TabList className="tab-list" aria-label="Panel">
        <Tab id="layers" className="tab">
          <Icon name="layers" size={18} />
          Layers
        </Tab>
        <Tab id="list" className="tab">
          <Icon name="list" size={18} />
          List
          {total !== undefined && <small>{formatCount(total)}</small>}
        </Tab>
      </TabList>
      <TabPanel id="layers" className="tab-panel">
        <LayersTab
          catalogue={bench.catalogue}
          hasFailed={bench.hasFailed}
          layers={bench.layers}
          missing={bench.missing}
          counts={list.counts}
          zoom={zoomOf(stage.view)}
          gaps={state.gaps}
          failed={stage.failed}
          onZoomTo={(bounds) => stage.flyTo({ bounds })}
          onRetry={bench.hasFailed ? bench.retry : stage.retry}
          dispatch={dispatch}
        />
      </TabPanel>
      <TabPanel id="list" className="tab-panel">
        <ListTab
          answer={list.answer}
          hasFailed={list.hasFailed}
          layers={bench.visible}
          page={state.table?.page ?? 0}
          selected={currentRef(state.selection)}
          hovered={stage.hovered && `${stage.hovered.layerId}/${stage.hovered.key}`}
          onPage={(page) => dispatch({ kind: 'table-arranged', change: { page } })}
          onSelect={onOpen}
          onRing={onRing}
          onRetry={list.retry}
        />
      </TabPanel>
    </Tabs>
  );
}

/** Before the map has come to rest nothing is too far out to see. */
const zoomOf = (view: MapView | undefined) => view?.zoom ?? Number.POSITIVE_INFINITY;
