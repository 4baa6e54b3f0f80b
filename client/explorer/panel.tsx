import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { LayersTab } from '#client/features/layers/layers-tab.tsx';
import { PurposeChoice } from '#client/features/layers/purpose-choice.tsx';
import type { MapView } from '#client/map/map-controller.ts';
import { TABS } from '#client/state/explore.ts';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { AreaPanel } from './area-panel.tsx';
import { LayerFilters } from './layer-filters.tsx';
import { ListPanel } from './list-panel.tsx';
import type { PanelProps } from './panel-props.ts';

const ChangesPanel = lazy(async () => ({
  default: (await import('./changes-panel.tsx')).ChangesPanel,
}));

/** The faces of the panel: what is on the map, the same as a list, and what is on an area. */
export function Panel(props: PanelProps) {
  const { state, bench, stage, list, dispatch } = props;
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
        <Tab id="area" className="tab">
          <Icon name="area" size={18} />
          Area
        </Tab>
        {state.changes && (
          <Tab id="changes" className="tab">
            <Icon name="clock" size={18} />
            Changes
          </Tab>
        )}
      </TabList>
      <TabPanel id="layers" className="tab-panel">
        <PurposeChoice />
        <LayersTab
          catalogue={bench.catalogue}
          hasFailed={bench.hasFailed}
          layers={bench.layers}
          missing={bench.missing}
          counts={list.counts}
          zoom={zoomOf(stage.view)}
          gaps={state.gaps}
          use={state.use}
          failed={stage.failed}
          missed={{
            layers: (state.filters ?? []).map(({ layerId }) => layerId),
            misses: state.misses ?? 'dim',
          }}
          filtersOf={(layer, isOpen) => (
            <LayerFilters {...{ state, layer, isOpen, dispatch }} bounds={list.bounds} />
          )}
          onZoomTo={(bounds) => stage.flyTo({ bounds })}
          onDownload={props.onDownload}
          onRetry={bench.hasFailed ? bench.retry : stage.retry}
          dispatch={dispatch}
        />
      </TabPanel>
      <TabPanel id="list" className="tab-panel">
        <ListPanel {...props} visible={bench.visible} />
      </TabPanel>
      <TabPanel id="area" className="tab-panel">
        <AreaPanel {...props} />
      </TabPanel>
      {state.changes && (
        <TabPanel id="changes" className="tab-panel">
          <Suspense>
            <ChangesPanel
              asked={state.changes}
              catalogue={bench.catalogue ?? []}
              controller={stage.controller}
              flyTo={stage.flyTo}
              dispatch={dispatch}
            />
          </Suspense>
        </TabPanel>
      )}
    </Tabs>
  );
}

/** Before the map has come to rest nothing is too far out to see. */
const zoomOf = (view: MapView | undefined) => view?.zoom ?? Number.POSITIVE_INFINITY;
