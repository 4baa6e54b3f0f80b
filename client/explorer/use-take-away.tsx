import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useDatasets } from '#client/api/queries.ts';
import type { Extent } from '#client/features/download/wish.ts';
import type { MapTool } from '#client/features/map-pane/map-tools.tsx';
import type { Explore } from '#client/state/explore.ts';
import { REGION } from '#client/state/region.ts';
import { writeArea } from '#data/query/area-text.ts';
import { sayFilters } from './say-filters.ts';
import type { useBench } from './use-bench.ts';
import type { useStage } from './use-stage.ts';

const ShareDialog = lazy(async () => ({
  default: (await import('#client/features/share/share-dialog.tsx')).ShareDialog,
}));
const DownloadDialog = lazy(async () => ({
  default: (await import('#client/features/download/download-dialog.tsx')).DownloadDialog,
}));
const PrintView = lazy(async () => ({
  default: (await import('#client/features/print/print-view.tsx')).PrintView,
}));

type Way = 'share' | 'download' | 'print';

type TakeAwayOptions = {
  readonly state: Explore;
  readonly bench: ReturnType<typeof useBench>;
  readonly stage: ReturnType<typeof useStage>;
  readonly placeName: string;
};

/** The plate that gives the map away, and the dialog that is open. Their code comes when one is asked for. */
export function useTakeAway({ state, bench, stage, placeName }: TakeAwayOptions) {
  const [way, setWay] = useState<Way>();
  const [only, setOnly] = useState<string>();
  const close = useCallback(() => {
    setWay(undefined);
    setOnly(undefined);
  }, []);
  const download = useCallback((layerId: string) => {
    setOnly(layerId);
    setWay('download');
  }, []);
  const { view, controller, credits } = stage;
  const tools: readonly MapTool[] = [
    { icon: 'share', label: 'Share, cite, embed', onPress: () => setWay('share') },
    { icon: 'download', label: 'Download', onPress: () => setWay('download') },
    { icon: 'print', label: 'Print', onPress: () => setWay('print') },
  ];
  const extents = useExtents(stage, state);
  // the address lags behind the state: a dialog opens on what it says now
  const address = way === undefined ? '' : location.href;
  return {
    tools,
    download,
    dialog: way !== undefined && (
      <Suspense>
        {way === 'share' && (
          <Share {...{ address, placeName }} layers={bench.visible} onClose={close} />
        )}
        {way === 'download' && (
          <DownloadDialog
            layers={bench.layers}
            only={only}
            filters={state.filters ?? []}
            extents={extents}
            onClose={close}
          />
        )}
        {way === 'print' && controller && view && (
          <PrintView
            {...{ controller, view, placeName, credits, address }}
            region={REGION.name}
            layers={bench.visible}
            notes={sayFilters(state, bench.visible)}
            onClose={close}
          />
        )}
      </Suspense>
    ),
  };
}

type ShareProps = Pick<
  Parameters<typeof ShareDialog>[0],
  'address' | 'placeName' | 'layers' | 'onClose'
>;

function Share(props: ShareProps) {
  const { data: datasets } = useDatasets();
  const [on] = useState(() => new Date());
  return <ShareDialog {...props} region={REGION.name} datasets={datasets ?? []} on={on} />;
}

/** From where features can be taken: the area asked about, what is seen, all there is. */
function useExtents({ view }: ReturnType<typeof useStage>, { asked }: Explore): readonly Extent[] {
  return useMemo(
    () => [
      ...(asked ? [{ id: 'area', label: 'The area', area: writeArea(asked.area) } as const] : []),
      ...(view ? [{ id: 'view', label: 'This view', bounds: view.bounds } as const] : []),
      { id: 'everything', label: 'Everywhere' } as const,
    ],
    [view, asked],
  );
}
