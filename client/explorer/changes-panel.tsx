import type { Dispatch } from 'react';
import { ChangesTab } from '#client/features/changes/changes-tab.tsx';
import type { MapController, MapTarget } from '#client/map/map-controller.ts';
import { editionsOf } from '#client/state/compare.ts';
import type { Action, AskedChanges } from '#client/state/explore.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LayerChange, LayerChanges } from '#data/schema/layer-changes.ts';
import { useChanges } from './use-changes.ts';

/** Zoom at which a single change is shown. */
const CLOSE_ZOOM = 15;

type ChangesPanelProps = {
  readonly asked: AskedChanges;
  readonly catalogue: readonly LayerSummary[];
  readonly controller: MapController | undefined;
  readonly flyTo: (target: MapTarget) => void;
  readonly dispatch: Dispatch<Action>;
};

/** The changes of a layer beside the map. */
export function ChangesPanel({ asked, catalogue, controller, flyTo, dispatch }: ChangesPanelProps) {
  const told = useChanges(asked, controller);
  const layer = catalogue.find(({ id }) => id === asked.layer);
  const show = (change: LayerChange) => {
    const box = change.after ?? change.before;
    if (box === undefined) return;
    const [west, south, east, north] = box;
    const isSmall = east - west < 1e-4 && north - south < 1e-4;
    flyTo(isSmall ? { point: [west, south], zoom: CLOSE_ZOOM } : { bounds: box });
    if (change.after) dispatch({ kind: 'selected', refs: [change.id] });
  };
  const then = told.answer && thenOf(told.answer);
  const compare = () => {
    dispatch({ kind: 'layer-added', id: asked.layer });
    dispatch({ kind: 'layer-shown', id: asked.layer, visible: true });
    const editions = editionsOf(asked.layer, then, undefined);
    dispatch({ kind: 'compare-changed', change: { kind: 'editions-chosen', editions } });
  };
  return (
    <ChangesTab
      title={layer?.title ?? asked.layer}
      answer={told.answer}
      fault={told.fault}
      onSince={(since) => dispatch({ kind: 'changes-asked', asked: { layer: asked.layer, since } })}
      onShow={show}
      onCompare={then === undefined ? undefined : compare}
      onClose={() => dispatch({ kind: 'changes-asked', asked: undefined })}
      onRetry={told.retry}
    />
  );
}

/** The time at which the layer stood as its changes begin; undefined when it stands so still, or was not there. */
function thenOf({ datasets, days, since }: LayerChanges): string | undefined {
  const changed = datasets.filter(({ from, to }) => from?.number !== to.number);
  const first = changed.flatMap(({ from }) => from?.publishedAt ?? []).sort()[0];
  const isOfToday = since === days[0];
  return first === undefined || isOfToday ? first : `${since}T23:59:59.999Z`;
}
