import { type Dispatch, type HTMLAttributes, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import type { Action } from '#client/state/explore.ts';
import { sayShare, shareDrawn } from '#client/state/thinning.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { Bounds } from '#data/schema/geometry.ts';
import { WorkbenchDetails } from './workbench-details.tsx';

type WorkbenchRowProps = {
  readonly layer: WorkbenchLayer;
  /** Place from the top, from 0, and the place of the last. */
  readonly index: number;
  readonly last: number;
  /** Features in view; undefined while not known. */
  readonly count: number | undefined;
  readonly zoom: number;
  /** Its missing districts are hatched on the map. */
  readonly hasGaps: boolean;
  readonly hasFailed: boolean;
  readonly isOpen: boolean;
  readonly isDragged: boolean;
  readonly districts: readonly { readonly gssCode: string; readonly name: string }[];
  readonly gripHandlers: HTMLAttributes<HTMLElement>;
  /** The filters of a layer: in short, or open to be changed. */
  readonly filtersOf: (layer: WorkbenchLayer, isOpen: boolean) => ReactNode;
  readonly onOpen: () => void;
  readonly onMove: (index: number) => void;
  readonly onZoomTo: (bounds: Bounds) => void;
  /** Take a layer away: its id. */
  readonly onDownload: (layerId: string) => void;
  readonly onRetry: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** One layer on the map: grip, eye, swatch, name, count in view; opens to its details and controls. */
export function WorkbenchRow(props: WorkbenchRowProps) {
  const { layer, isOpen, isDragged, dispatch } = props;
  const { id, visible, summary } = layer;
  const [isFiltering, setFiltering] = useState(false);
  const toggleFilters = () => setFiltering(!isFiltering);
  const share = shareDrawn(summary, props.zoom);
  const classes = ['workbench-row', isOpen && 'open', isDragged && 'dragged', !visible && 'off'];
  return (
    <li className={classes.filter(Boolean).join(' ')} data-layer={id}>
      <div className="workbench-line">
        <span className="grip" aria-hidden="true" title="Drag to reorder" {...props.gripHandlers}>
          <Icon name="grip" size={16} />
        </span>
        <IconButton
          icon={visible ? 'eye' : 'eye-off'}
          label={`${visible ? 'Hide' : 'Show'} ${summary.title}`}
          isDisabled={layer.barred !== undefined}
          tip="right"
          onPress={() => dispatch({ kind: 'layer-shown', id, visible: !visible })}
        />
        <Button className="workbench-name" aria-expanded={isOpen} onPress={props.onOpen}>
          <LayerSwatch summary={summary} />
          <span className="name">{summary.title}</span>
          {summary.synthetic && <SyntheticBadge />}
          <RowState {...props} />
          <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={18} />
        </Button>
        <IconButton
          icon="filter"
          className="row-funnel"
          size={18}
          label={`Filter ${summary.title}`}
          isOpen={isFiltering}
          onPress={toggleFilters}
        />
      </div>
      <div className="row-filters">{props.filtersOf(layer, isFiltering)}</div>
      {props.hasFailed && (
        <p className="row-failed">
          Its tiles do not load.{' '}
          <Button className="text-button" onPress={props.onRetry}>
            Try again
          </Button>
        </p>
      )}
      {layer.barred && <p className="row-failed">Hidden: {layer.barred}</p>}
      {visible && share < 1 && (
        <p className="row-thinned">
          {sayShare(share)} drawn at this zoom<span className="hidden"> of {summary.title}</span>
        </p>
      )}
      {isOpen && <WorkbenchDetails {...props} isFiltering={isFiltering} onFilter={toggleFilters} />}
    </li>
  );
}

/** What the row says at its end: why nothing is drawn, or how many features are in view. */
function RowState({ layer, count, zoom, hasFailed }: WorkbenchRowProps) {
  if (hasFailed) return <span className="row-state bad">Failed</span>;
  if (!layer.visible) return <span className="row-state">Hidden</span>;
  if (zoom < layer.summary.minZoom) {
    return (
      <span className="row-state" title={`Drawn from zoom ${layer.summary.minZoom}`}>
        Zoom in<span className="hidden"> to see it</span>
      </span>
    );
  }
  if (count === undefined) return <span className="row-state" />;
  return (
    <span className="row-state figure">
      {formatCount(count)}
      <span className="hidden"> in view</span>
    </span>
  );
}
