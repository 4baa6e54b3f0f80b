import { useMemo, useState } from 'react';
import { type ListQuestion, useFeatureList } from '#client/api/feature-list.ts';
import type { MapView } from '#client/map/map-controller.ts';
import { REGION } from '#client/state/region.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { Bounds } from '#data/schema/geometry.ts';

/** Features of the visible layers in the view, a page at a time; the whole region while there is no map. */
export function useViewList(
  visible: readonly WorkbenchLayer[],
  view: MapView | undefined,
  hasMap: boolean,
) {
  const bounds = view?.bounds ?? (hasMap ? undefined : REGION.bounds);
  const question = useMemo(
    () => (bounds && visible.length > 0 ? ask(visible, bounds) : undefined),
    [bounds, visible],
  );
  // a page belongs to its question: another view begins at the first again
  const [turned, setTurned] = useState<{ of: typeof question; page: number }>();
  const page = turned !== undefined && turned.of === question ? turned.page : 0;
  const { data, isError, refetch } = useFeatureList(question && { ...question, page });
  return {
    answer: question === undefined ? undefined : data,
    hasFailed: isError,
    retry: () => void refetch(),
    page,
    setPage: (next: number) => setTurned({ of: question, page: next }),
  };
}

function ask(visible: readonly WorkbenchLayer[], bounds: Bounds): Omit<ListQuestion, 'page'> {
  const [west, south, east, north] = bounds;
  return {
    layers: visible.map(({ id }) => id),
    bounds,
    near: [(west + east) / 2, (south + north) / 2],
  };
}
