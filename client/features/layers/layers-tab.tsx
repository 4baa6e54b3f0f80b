import type { Dispatch, ReactNode } from 'react';
import { useDistricts } from '#client/api/queries.ts';
import type { Use } from '#client/state/commercial.ts';
import type { Action } from '#client/state/explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { Catalogue } from './catalogue.tsx';
import './catalogue.css';
import './layers.css';
import { GapChoice } from './gap-choice.tsx';
import { Legend, type Missed } from './legend.tsx';
import { Workbench } from './workbench.tsx';

type LayersTabProps = {
  /** Undefined while it is loading or after it failed. */
  readonly catalogue: readonly LayerSummary[] | undefined;
  readonly hasFailed: boolean;
  readonly layers: readonly WorkbenchLayer[];
  /** Layers the address names that are no longer published. */
  readonly missing: readonly string[];
  /** Features in view by layer id. */
  readonly counts: Readonly<Record<string, number>>;
  readonly zoom: number;
  /** Layer or kind whose missing districts are hatched on the map. */
  readonly gaps: string | undefined;
  /** What the data is wanted for. */
  readonly use: Use | undefined;
  /** Layers whose tiles could not be loaded. */
  readonly failed: ReadonlySet<string>;
  readonly missed: Missed;
  /** The filters of a layer: in short, or open to be changed. */
  readonly filtersOf: (layer: WorkbenchLayer, isOpen: boolean) => ReactNode;
  readonly onZoomTo: (bounds: Bounds) => void;
  /** Take a layer away: its id. */
  readonly onDownload: (layerId: string) => void;
  readonly onRetry: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** What is on the map, then what could be added, then what the signs mean. */
export function LayersTab(props: LayersTabProps) {
  const { catalogue, hasFailed, layers, missing, dispatch, onRetry } = props;
  const districts = useDistricts().data ?? [];
  if (hasFailed) {
    return (
      <Notice
        icon="warning"
        title="The catalogue of layers does not load"
        action={{ label: 'Try again', onPress: onRetry }}
      >
        The server did not answer. Nothing is lost: this address still holds your layers and view.
      </Notice>
    );
  }
  if (catalogue === undefined) return <Skeleton label="Layers" rows={10} rowPx={37} />;
  if (catalogue.length === 0) {
    return (
      <Notice icon="layers" title="Nothing is published yet">
        Layers appear here when a council or utility publishes its first file.
      </Notice>
    );
  }
  return (
    <>
      <Workbench {...props} districts={districts} />
      {missing.length > 0 && (
        <p className="panel-note">
          {missing.length === 1 ? 'One layer' : `${missing.length} layers`} of this link{' '}
          {missing.length === 1 ? 'is' : 'are'} no longer published: {missing.join(', ')}.
        </p>
      )}
      <Catalogue
        catalogue={catalogue}
        use={props.use}
        active={new Set(layers.map(({ id }) => id))}
        districts={districts}
        dispatch={dispatch}
      />
      <GapChoice catalogue={catalogue} gaps={props.gaps} dispatch={dispatch} />
      <Legend
        layers={layers.filter(({ visible }) => visible)}
        zoom={props.zoom}
        missed={props.missed}
      />
    </>
  );
}
