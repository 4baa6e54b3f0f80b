import { useState } from 'react';
import { Button } from 'react-aria-components';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import {
  type Compare,
  type CompareChange,
  ofSide,
  SIDES,
  type Side,
  sideOf,
} from '#client/state/compare.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { SwipeHandle } from './swipe-handle.tsx';
import './compare.css';

type CompareBarProps = {
  readonly compare: Compare;
  /** Visible layers. */
  readonly layers: readonly WorkbenchLayer[];
  readonly onChange: (change: CompareChange) => void;
};

const SIDE_NAMES: Readonly<Record<Side, string>> = { both: 'Both', left: 'Left', right: 'Right' };

const CHOICES = SIDES.map((value) => ({ value, label: SIDE_NAMES[value] }));

/** What is compared with what, over the map; and the divider. */
export function CompareBar({ compare, layers, onChange }: CompareBarProps) {
  const [isChoosing, setChoosing] = useState(Object.keys(compare.sides).length === 0);
  const [left, right] = [ofSide(layers, compare, 'left'), ofSide(layers, compare, 'right')];
  return (
    <>
      <SwipeHandle
        percent={compare.percent}
        onMove={(percent) => onChange({ kind: 'moved', percent })}
      />
      <section className="compare-bar" aria-label="Comparison">
        <div className="compare-line">
          <p>
            <b>Left</b> {countOf(left.length, 'layer')} <b>Right</b>{' '}
            {countOf(right.length, 'layer')}
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
          <IconButton
            icon="close"
            label="End the comparison"
            onPress={() => onChange({ kind: 'ended' })}
          />
        </div>
        {isChoosing && (
          <ul className="compare-choice">
            {layers.map(({ id, summary }) => (
              <li key={id}>
                <LayerSwatch summary={summary} />
                <span>
                  {summary.title} {summary.synthetic && <SyntheticBadge />}
                </span>
                <Segmented
                  label={`Side of ${summary.title}`}
                  value={sideOf(compare, id)}
                  choices={CHOICES}
                  onChange={(side) => onChange({ kind: 'placed', layer: id, side })}
                />
              </li>
            ))}
            {layers.length === 0 && (
              <li>
                <Icon name="info" size={18} /> Put layers on the map first.
              </li>
            )}
          </ul>
        )}
      </section>
    </>
  );
}
