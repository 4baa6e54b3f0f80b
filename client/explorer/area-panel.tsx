import { lazy, Suspense } from 'react';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { PanelProps } from './panel-props.ts';

const AreaTab = lazy(async () => ({
  default: (await import('#client/features/area/area-tab.tsx')).AreaTab,
}));

type AreaPanelProps = Pick<
  PanelProps,
  'state' | 'bench' | 'stage' | 'area' | 'found' | 'onOpen' | 'dispatch'
>;

/** The Area tab, joined to the map and the state; its code comes when it is first opened. */
export function AreaPanel({ state, bench, stage, area, found, onOpen, dispatch }: AreaPanelProps) {
  const { answer } = found;
  const show = (features: readonly FeatureSummary[]) => {
    for (const id of new Set(features.map(({ layerId }) => layerId))) {
      dispatch({ kind: 'layer-added', id });
      dispatch({ kind: 'layer-shown', id, visible: true });
    }
    stage.ring(marksOf(features));
  };
  return (
    <Suspense>
      <AreaTab
        asked={state.asked}
        answer={answer}
        fault={found.fault}
        isStale={found.isStale || area.drawing.isStale}
        redLine={area.redLine}
        ways={area.ways}
        catalogue={bench.catalogue ?? []}
        onBuffer={(bufferM) =>
          dispatch({ kind: 'area-changed', change: { kind: 'area-buffered', bufferM } })
        }
        onList={() =>
          dispatch({ kind: 'area-changed', change: { kind: 'area-listed', isListed: true } })
        }
        onZoomTo={() => answer && stage.flyTo({ bounds: answer.area.bounds })}
        onClear={() => dispatch({ kind: 'area-changed', change: { kind: 'area-cleared' } })}
        onRetry={found.retry}
        onShow={show}
        onRing={(features) => stage.ring(marksOf(features))}
        onOpen={onOpen}
      />
    </Suspense>
  );
}

/** One ring round each: features of one layer, by the positions they are listed with. */
function marksOf(features: readonly FeatureSummary[]) {
  const [first] = features;
  if (first === undefined) return undefined;
  const { layerId, key, point } = first;
  if (features.length === 1) return { layerId, key, point };
  const coordinates = features.map((feature) => [...feature.point]);
  return { layerId, key, geometry: { type: 'MultiPoint' as const, coordinates } };
}
