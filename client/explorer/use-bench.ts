import { type Dispatch, useEffect, useMemo } from 'react';
import { useLayers } from '#client/api/queries.ts';
import { barFor, forUse } from '#client/state/commercial.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import { defaultLayers } from '#client/state/layers.ts';
import { joinLayers } from '#client/state/workbench.ts';

/** The catalogue and the layers on the map; the default set when the address names none. */
export function useBench({ layers: active, use }: Explore, dispatch: Dispatch<Action>) {
  const { data: catalogue, isError, refetch } = useLayers();
  useEffect(() => {
    if (active === undefined && catalogue !== undefined && catalogue.length > 0) {
      dispatch({ kind: 'layers-set', layers: defaultLayers(catalogue) });
    }
  }, [active, catalogue, dispatch]);
  const joined = useMemo(() => {
    const { layers, missing } = joinLayers(active ?? [], catalogue ?? []);
    return { layers: forUse(layers, use), missing };
  }, [active, catalogue, use]);
  return {
    catalogue,
    /** Why a layer is not for what the reader wants it for; undefined when it is. */
    barOf: (layerId: string | undefined) =>
      barFor(
        use,
        catalogue?.find(({ id }) => id === layerId),
      ),
    hasFailed: isError && catalogue === undefined,
    retry: () => void refetch(),
    layers: joined.layers,
    missing: catalogue === undefined ? [] : joined.missing,
    visible: useMemo(() => joined.layers.filter(({ visible }) => visible), [joined]),
  };
}
