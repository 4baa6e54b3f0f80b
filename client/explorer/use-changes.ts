import type { Feature, FeatureCollection } from 'geojson';
import { useEffect } from 'react';
import { useLayerChanges } from '#client/api/changes.ts';
import type { MapController } from '#client/map/map-controller.ts';
import { KINDS, mainKind } from '#client/state/change-words.ts';
import type { AskedChanges } from '#client/state/explore.ts';
import type { LayerChange } from '#data/schema/layer-changes.ts';

const NO_MARKS: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What changed in a layer, and its marks on the map for as long as it is read. */
export function useChanges({ layer, since }: AskedChanges, controller: MapController | undefined) {
  const { data, error, refetch } = useLayerChanges(layer, since);
  const answer = data?.layerId === layer ? data : undefined;
  useEffect(() => {
    controller?.showChanges(answer === undefined ? NO_MARKS : marksOf(answer.changes));
    return () => controller?.showChanges(NO_MARKS);
  }, [controller, answer]);
  return { answer, fault: error?.message, retry: () => void refetch() };
}

type Box = NonNullable<LayerChange['after']>;

const middleOf = ([west, south, east, north]: Box): [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
];

/** A sign for each change, and the way a moved thing went. */
function marksOf(changes: readonly LayerChange[]): FeatureCollection {
  return { type: 'FeatureCollection', features: changes.flatMap(marksOfOne) };
}

function marksOfOne(change: LayerChange): Feature[] {
  const { before, after } = change;
  const at = after ?? before;
  if (at === undefined) return [];
  const properties = { sign: KINDS[mainKind(change)].sign };
  const mark: Feature = {
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: middleOf(at) },
  };
  if (!before || !after || !change.kinds.includes('moved')) return [mark];
  const coordinates = [middleOf(before), middleOf(after)];
  return [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }, mark];
}
