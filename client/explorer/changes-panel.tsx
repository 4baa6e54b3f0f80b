import type { Dispatch } from 'react';
import { ChangesTab } from '#client/features/changes/changes-tab.tsx';
import type { MapController, MapTarget } from '#client/map/map-controller.ts';
import type { Action, AskedChanges } from '#client/state/explore.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LayerChange } from '#data/schema/layer-changes.ts';
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
  return (
    <ChangesTab
      title={layer?.title ?? asked.layer}
      answer={told.answer}
      fault={told.fault}
      onSince={(since) => dispatch({ kind: 'changes-asked', asked: { layer: asked.layer, since } })}
      onShow={show}
      onClose={() => dispatch({ kind: 'changes-asked', asked: undefined })}
      onRetry={told.retry}
    />
  );
}
