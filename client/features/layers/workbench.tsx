import { type Dispatch, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Action } from '#client/state/explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import { countOf } from '#client/ui/format.ts';
import { Notice } from '#client/ui/notice.tsx';
import type { Bounds } from '#data/schema/geometry.ts';
import { useRowDrag } from './use-row-drag.ts';
import { WorkbenchRow } from './workbench-row.tsx';

type WorkbenchProps = {
  readonly layers: readonly WorkbenchLayer[];
  readonly counts: Readonly<Record<string, number>>;
  readonly zoom: number;
  /** Layer whose missing districts are hatched on the map. */
  readonly gaps: string | undefined;
  readonly failed: ReadonlySet<string>;
  readonly districts: readonly { readonly gssCode: string; readonly name: string }[];
  /** The filters of a layer: in short, or open to be changed. */
  readonly filtersOf: (layer: WorkbenchLayer, isOpen: boolean) => ReactNode;
  readonly onZoomTo: (bounds: Bounds) => void;
  /** Take a layer away: its id. */
  readonly onDownload: (layerId: string) => void;
  readonly onRetry: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** The layers on the map, top first: show and hide, order, fade, look closer, remove. */
export function Workbench(props: WorkbenchProps) {
  const { layers, dispatch } = props;
  const [openId, setOpenId] = useState<string>();
  const anyVisible = layers.some(({ visible }) => visible);
  const move = (id: string, index: number) => {
    const title = layers.find((layer) => layer.id === id)?.summary.title ?? id;
    dispatch({ kind: 'layer-moved', id, index });
    announce(`${title} is now ${Math.min(layers.length, index + 1)} of ${layers.length}`);
  };
  const drag = useRowDrag(move);
  return (
    <section className="workbench" aria-labelledby="on-the-map">
      <div className="section-head">
        <h2 id="on-the-map">
          On the map <small>{countOf(layers.length, 'layer')}</small>
        </h2>
        {layers.length > 0 && (
          <Button
            className="text-button"
            onPress={() => dispatch({ kind: 'layers-shown', visible: !anyVisible })}
          >
            {anyVisible ? 'Hide all' : 'Show all'}
          </Button>
        )}
      </div>
      {layers.length === 0 && (
        <Notice icon="layers" title="No layers on the map">
          Add one below: what you tick is drawn on the map and listed here.
        </Notice>
      )}
      <ol className="workbench-rows" ref={drag.listRef}>
        {layers.map((layer, index) => (
          <WorkbenchRow
            key={layer.id}
            layer={layer}
            index={index}
            last={layers.length - 1}
            count={props.counts[layer.id]}
            zoom={props.zoom}
            hasGaps={props.gaps === layer.id}
            hasFailed={props.failed.has(layer.id)}
            isOpen={openId === layer.id}
            districts={props.districts}
            isDragged={drag.draggedId === layer.id}
            gripHandlers={drag.handlersOf(layer.id, index)}
            onOpen={() => setOpenId(openId === layer.id ? undefined : layer.id)}
            filtersOf={props.filtersOf}
            onMove={(to) => move(layer.id, to)}
            onZoomTo={props.onZoomTo}
            onDownload={props.onDownload}
            onRetry={props.onRetry}
            dispatch={dispatch}
          />
        ))}
      </ol>
    </section>
  );
}
