import { useEffect, useId } from 'react';
import { useDatasets } from '#client/api/queries.ts';
import { type Editions, editionsOf } from '#client/state/compare.ts';
import { beforeLatest, momentAt } from '#client/state/moments.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { formatCount } from '#client/ui/format.ts';
import type { LayerMoment } from '#data/schema/layer-moments.ts';
import { sayMoment } from './say-moment.ts';

type EditionsChoiceProps = {
  readonly editions: Editions | undefined;
  /** How the layer stood, newest first; undefined while it is asked for. */
  readonly moments: readonly LayerMoment[] | undefined;
  /** Why that is not known. */
  readonly fault: string | undefined;
  /** Visible layers. */
  readonly layers: readonly WorkbenchLayer[];
  readonly onChange: (editions: Editions) => void;
};

/** Which layer is laid beside itself, and as it stood when. */
export function EditionsChoice(props: EditionsChoiceProps) {
  const { editions, moments, fault, layers, onChange } = props;
  const id = useId();
  const withHistory = useHistories(layers, editions);
  const layer = withHistory.find((each) => each.id === editions?.layer);
  useFirstChoice(props, withHistory[0]?.id);
  if (withHistory.length === 0) {
    return (
      <p className="compare-kind">
        No layer on the map has an earlier edition. It gets one when its publisher sends the next
        file.
      </p>
    );
  }
  return (
    <div className="edition-choice">
      <label htmlFor={`${id}-layer`}>Layer</label>
      <select
        id={`${id}-layer`}
        value={layer?.id ?? ''}
        onChange={({ target }) => onChange({ layer: target.value })}
      >
        {withHistory.map(({ id: layerId, summary }) => (
          <option key={layerId} value={layerId}>
            {summary.title}
            {summary.synthetic && ' (synthetic)'}
          </option>
        ))}
      </select>
      {editions && moments && moments.length > 1 && (
        <>
          <Side side="left" {...{ editions, moments, layer, onChange }} />
          <Side side="right" {...{ editions, moments, layer, onChange }} />
        </>
      )}
      {moments?.length === 1 && <p>Only its present edition may be shown.</p>}
      {fault !== undefined && <p role="alert">Its editions could not be read. {fault}</p>}
    </div>
  );
}

type SideProps = {
  readonly side: 'left' | 'right';
  readonly editions: Editions;
  readonly moments: readonly LayerMoment[];
  readonly layer: WorkbenchLayer | undefined;
  readonly onChange: (editions: Editions) => void;
};

/** What one side shows; what the other shows already cannot be chosen. */
function Side({ side, editions, moments, layer, onChange }: SideProps) {
  const id = useId();
  const other = momentAt(moments, editions[side === 'left' ? 'right' : 'left']);
  const isOnlyDataset = layer?.summary.datasets.length === 1;
  const choose = (at: string | undefined) =>
    onChange(
      side === 'left'
        ? editionsOf(editions.layer, at, editions.right)
        : editionsOf(editions.layer, editions.left, at),
    );
  return (
    <>
      <label htmlFor={id}>{side === 'left' ? 'Left' : 'Right'}</label>
      <select
        id={id}
        value={momentAt(moments, editions[side])?.at ?? ''}
        onChange={({ target: { value } }) => choose(value === moments[0]?.at ? undefined : value)}
      >
        {moments.map((moment, index) => (
          <option key={moment.at} value={moment.at} disabled={moment === other}>
            {index === 0 ? 'Today: ' : ''}
            {sayMoment(moment, isOnlyDataset)} ({formatCount(moment.featureCount)})
          </option>
        ))}
      </select>
    </>
  );
}

/** The layers some dataset of which has been published more than once, and the one that is compared already. */
function useHistories(layers: readonly WorkbenchLayer[], editions: Editions | undefined) {
  const { data: datasets = [] } = useDatasets();
  const ids = new Set(
    datasets.flatMap(({ layerId, edition }) => (edition.number > 1 ? [layerId] : [])),
  );
  return layers.filter(({ id }) => ids.has(id) || id === editions?.layer);
}

/** Begin with the first layer that has a history, as it stood before the latest edition that replaced another. */
function useFirstChoice(
  { editions, moments, onChange }: EditionsChoiceProps,
  first: string | undefined,
) {
  useEffect(() => {
    if (editions === undefined && first !== undefined) onChange({ layer: first });
    if (editions === undefined || editions.left !== undefined || editions.right !== undefined)
      return;
    const before = moments && beforeLatest(moments);
    if (before !== undefined) onChange(editionsOf(editions.layer, before.at, undefined));
  }, [editions, moments, first, onChange]);
}
