import type { Dispatch } from 'react';
import type { SearchOption } from '#client/features/search/options.ts';
import type { MapTarget } from '#client/map/map-controller.ts';
import type { Action } from '#client/state/explore.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { FeatureSummary } from '#data/schema/api.ts';

/** Zoom at which a single place is shown. */
const CLOSE_ZOOM = 13.5;

/** Results that are somewhere, and not themselves in a list. */
const PLACES: readonly SearchOption['kind'][] = ['place', 'coordinates', 'address'];

/** How the map knows a listed feature. */
export const markOf = ({ layerId, key, point }: FeatureSummary) => ({ layerId, key, point });

/** A place goes to its point; anything with an extent is fitted. */
export function targetOf({ bounds, point }: FeatureSummary): MapTarget {
  const [west, south, east, north] = bounds;
  return east - west < 1e-4 && north - south < 1e-4 ? { point, zoom: CLOSE_ZOOM } : { bounds };
}

/** Put a feature into the card, and its layer on the map. */
export function openFeature(
  dispatch: Dispatch<Action>,
  { id, layerId }: Pick<FeatureSummary, 'id' | 'layerId'>,
) {
  dispatch({ kind: 'layer-added', id: layerId });
  dispatch({ kind: 'layer-shown', id: layerId, visible: true });
  dispatch({ kind: 'selected', refs: [id] });
}

type Following = {
  readonly flyTo: (target: MapTarget) => void;
  /** Why the result's layer stays hidden. */
  readonly barred: string | undefined;
};

/** Go where a search result leads. */
export function follow(
  { kind, result }: SearchOption,
  dispatch: Dispatch<Action>,
  { flyTo, barred }: Following,
) {
  const { layerId, featureId, point, bounds, title } = result;
  if (layerId !== undefined) {
    dispatch({ kind: 'layer-added', id: layerId });
    dispatch({ kind: 'layer-shown', id: layerId, visible: true });
  }
  if (kind === 'layer') {
    dispatch({ kind: 'tab-opened', tab: 'layers' });
    announce(barred === undefined ? `${title} is on the map` : `${title} stays hidden: ${barred}`);
    return;
  }
  if (featureId !== undefined) dispatch({ kind: 'selected', refs: [featureId] });
  const isPoint = bounds === undefined || bounds[2] - bounds[0] < 1e-4;
  if (!isPoint) flyTo({ bounds });
  else if (point !== undefined) {
    flyTo({ point, zoom: CLOSE_ZOOM });
    // who looks for a place asks what is near it
    if (PLACES.includes(kind)) {
      dispatch({ kind: 'table-arranged', change: { from: { point, title } } });
    }
  }
  if (featureId === undefined) announce(`Map moved to ${title}`);
}
