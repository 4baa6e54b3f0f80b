import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLayerMoments } from '#client/api/moments.ts';
import { type Compare, type CompareChange, ofSide } from '#client/state/compare.ts';
import { momentAt } from '#client/state/moments.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { countOf } from '#client/ui/format.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { EditionsChoice } from './editions-choice.tsx';
import { LayersChoice } from './layers-choice.tsx';
import { sayMoment } from './say-moment.ts';
import { SwipeHandle } from './swipe-handle.tsx';
import './compare.css';

type CompareBarProps = {
  readonly compare: Compare;
  /** Visible layers. */
  readonly layers: readonly WorkbenchLayer[];
  readonly onChange: (change: CompareChange) => void;
  /** Tell as a list what changed in a layer since an ISO 8601 day. */
  readonly onList: (layer: string, since: string) => void;
};

const KINDS = [
  { value: 'layers', label: 'Layers' },
  { value: 'editions', label: 'Editions of a layer' },
] as const;

/** What is compared with what, over the map; and the divider. */
export function CompareBar({ compare, layers, onChange, onList }: CompareBarProps) {
  const { editions, sides, percent } = compare;
  const isEmpty = editions === undefined && Object.keys(sides).length === 0;
  const [isChoosing, setChoosing] = useState(isEmpty);
  const [kind, setKind] = useState(editions ? 'editions' : 'layers');
  const { names, moments, fault, earlier } = useNames(compare, layers);
  const choose = (next: (typeof KINDS)[number]['value']) => {
    setKind(next);
    if (next === 'layers') onChange({ kind: 'editions-chosen', editions: undefined });
  };
  return (
    <>
      <SwipeHandle
        percent={percent}
        names={editions && names}
        onMove={(to) => onChange({ kind: 'moved', percent: to })}
      />
      <section className="compare-bar" aria-label="Comparison">
        <div className="compare-line">
          <p role="status">
            <b>Left</b> {names.left} <b>Right</b> {names.right}
          </p>
          <Button
            className="text-button"
            aria-expanded={isChoosing}
            onPress={() => setChoosing(!isChoosing)}
          >
            Choose
          </Button>
          <Button className="text-button" onPress={() => onChange({ kind: 'swapped' })}>
            Swap
          </Button>
          {editions && earlier && (
            <Button
              className="text-button"
              onPress={() => onList(editions.layer, earlier.slice(0, 'YYYY-MM-DD'.length))}
            >
              List changes
            </Button>
          )}
          <IconButton
            icon="close"
            label="End the comparison"
            onPress={() => onChange({ kind: 'ended' })}
          />
        </div>
        {isChoosing && (
          <>
            <div className="compare-kind">
              <Segmented
                label="What is compared"
                value={kind === 'editions' ? 'editions' : 'layers'}
                choices={KINDS}
                onChange={choose}
              />
            </div>
            {kind === 'editions' ? (
              <EditionsChoice
                {...{ editions, moments, fault, layers }}
                onChange={(chosen) => onChange({ kind: 'editions-chosen', editions: chosen })}
              />
            ) : (
              <LayersChoice
                {...{ compare, layers }}
                onPlace={(layer, side) => onChange({ kind: 'placed', layer, side })}
              />
            )}
          </>
        )}
      </section>
    </>
  );
}

/** What each side is called: by its layers, or by the edition it shows. */
function useNames(compare: Compare, layers: readonly WorkbenchLayer[]) {
  const { editions } = compare;
  const { data, error } = useLayerMoments(editions?.layer);
  if (editions === undefined) {
    const nameOf = (side: 'left' | 'right') =>
      countOf(ofSide(layers, compare, side).length, 'layer');
    return { names: { left: nameOf('left'), right: nameOf('right') } };
  }
  const moments = data?.layerId === editions.layer ? data.moments : undefined;
  const layer = layers.find(({ id }) => id === editions.layer);
  const nameOf = (side: 'left' | 'right') => {
    const moment = moments && momentAt(moments, editions[side]);
    if (moment === undefined) return moments ? 'not published yet' : '…';
    return moment === moments?.[0]
      ? 'Today'
      : sayMoment(moment, layer?.summary.datasets.length === 1);
  };
  return {
    names: { left: nameOf('left'), right: nameOf('right') },
    moments,
    fault: error?.message,
    /** When the earlier of the two was published. */
    earlier: [editions.left, editions.right].filter((at) => at !== undefined).sort()[0],
  };
}
