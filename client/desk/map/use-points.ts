import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, Geometry } from 'geojson';
import type { MapView } from '#client/map/map-controller.ts';
import { useDebounced } from '#client/ui/use-debounced.ts';
import type { DraftPoint } from '#data/schema/desk.ts';
import { partQuery } from '../api/drafts.ts';
import { useDraft } from '../state/draft-context.ts';

type DraftFeatures = FeatureCollection<Geometry, DraftPoint>;

/** Most things drawn at once; beyond it the nearer zoom shows all. */
const MOST = 5_000;

/** A view is asked for once it is still, ms. */
const STILL_MS = 200;

/** What the draft holds in a view. The box is widened to whole steps, so that small moves ask nothing anew. */
export function usePoints(view: MapView | undefined) {
  const { draft } = useDraft();
  const still = useDebounced(view, STILL_MS);
  const box = still === undefined ? '' : boxOf(still);
  return useQuery({
    ...partQuery<DraftFeatures>(draft, `features?bbox=${box}&limit=${MOST}`),
    enabled: box !== '' && draft.readback !== undefined,
    placeholderData: keepPreviousData,
  });
}

function boxOf({ bounds: [west, south, east, north] }: MapView): string {
  const step = 2 ** Math.ceil(Math.log2(Math.max(east - west, north - south, 0.001) / 2));
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  return [
    Math.max(-180, down(west)),
    Math.max(-90, down(south)),
    Math.min(180, up(east)),
    Math.min(90, up(north)),
  ].join(',');
}
