import { type Dispatch, useEffect, useMemo, useRef } from 'react';
import { type ListQuestion, useFeatureList } from '#client/api/feature-list.ts';
import { useLayerFigures } from '#client/api/figures.ts';
import type { MapView } from '#client/map/map-controller.ts';
import { type Table, usualColumns } from '#client/state/columns.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import { REGION } from '#client/state/region.ts';
import { writeSort } from '#client/state/url/table.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { writeArea } from '#data/query/area-text.ts';
import type { Bounds } from '#data/schema/geometry.ts';

type ViewListOptions = {
  readonly state: Explore;
  readonly visible: readonly WorkbenchLayer[];
  readonly view: MapView | undefined;
  readonly hasMap: boolean;
  readonly dispatch: Dispatch<Action>;
};

/**
 * Features of the visible layers in the view, or of the one layer chosen, a page at a time; the whole region while
 * there is no map. A layer on its own comes with its columns.
 */
export function useViewList({ state, visible, view, hasMap, dispatch }: ViewListOptions) {
  const { table, filters, asked: about } = state;
  const area = about?.isListed ? writeArea(about.area) : undefined;
  const bounds = view?.bounds ?? (hasMap ? undefined : REGION.bounds);
  const only = visible.length === 1 ? visible[0] : visible.find(({ id }) => id === table?.layer);
  const isPart = area !== undefined || (only !== undefined && visible.length > 1);
  const { attributes, columns, areKnown } = useColumns(only, table);
  const everything = useMemo(() => ask(visible, bounds, filters), [visible, bounds, filters]);
  // a layer whose columns are not known yet is asked once, with them
  const asked =
    areKnown && everything ? arranged({ ...everything, area }, table, only, columns) : undefined;
  const list = useFeatureList(asked);
  const all = useFeatureList(isPart ? everything : undefined);
  useFirstPage(bounds, table?.page, dispatch);
  return {
    answer: everything === undefined ? undefined : list.data,
    /** Matches by layer id, of every visible layer. */
    counts: (isPart ? all.data : list.data)?.counts ?? {},
    hasFailed: list.isError,
    /** The answer is of the question before. */
    isOld: list.isPlaceholderData,
    retry: () => void list.refetch(),
    bounds,
    /** What is listed in place of the view, as the address has it. */
    area,
    only,
    attributes,
    columns,
  };
}

export type ViewList = ReturnType<typeof useViewList>;

/** The attributes of the one layer listed, and which of them are columns. */
function useColumns(only: WorkbenchLayer | undefined, table: Table | undefined) {
  const { data: figures, isError } = useLayerFigures(only && { layerId: only.id });
  return useMemo(() => {
    const usual = figures === undefined ? [] : usualColumns(figures);
    return {
      attributes: figures?.attributes ?? [],
      columns: (only && table?.columns?.[only.id]) ?? usual,
      areKnown: only === undefined || figures !== undefined || isError,
    };
  }, [only, table, figures, isError]);
}

/** The question as the reader arranged it: one layer, its columns, their order, a page. */
const arranged = (
  question: ListQuestion,
  table: Table | undefined,
  only: WorkbenchLayer | undefined,
  columns: readonly string[],
): ListQuestion => ({
  ...question,
  near: table?.from?.point ?? question.near,
  page: table?.page ?? 0,
  sort: table?.sort && writeSort(table.sort),
  ...(only && { layers: [only.id], columns }),
});

/** A page belongs to its view: another begins at the first again. */
function useFirstPage(
  bounds: Bounds | undefined,
  page: number | undefined,
  dispatch: Dispatch<Action>,
) {
  const seen = useRef<string>(undefined);
  const now = bounds?.map((degrees) => degrees.toFixed(4)).join();
  useEffect(() => {
    const hasMoved = seen.current !== undefined && seen.current !== now;
    seen.current = now;
    if (hasMoved && page !== undefined) {
      dispatch({ kind: 'table-arranged', change: { page: undefined } });
    }
  }, [now, page, dispatch]);
}

/** Undefined while there is no view, or nothing to ask about. */
function ask(
  visible: readonly WorkbenchLayer[],
  bounds: Bounds | undefined,
  filters: Explore['filters'],
): ListQuestion | undefined {
  if (bounds === undefined || visible.length === 0) return undefined;
  const [west, south, east, north] = bounds;
  return {
    layers: visible.map(({ id }) => id),
    bounds,
    near: [(west + east) / 2, (south + north) / 2],
    filters,
    page: 0,
  };
}
