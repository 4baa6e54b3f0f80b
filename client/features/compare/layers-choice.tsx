import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { type Compare, SIDES, type Side, sideOf } from '#client/state/compare.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';

type LayersChoiceProps = {
  readonly compare: Compare;
  /** Visible layers. */
  readonly layers: readonly WorkbenchLayer[];
  readonly onPlace: (layer: string, side: Side) => void;
};

const SIDE_NAMES: Readonly<Record<Side, string>> = { both: 'Both', left: 'Left', right: 'Right' };

const CHOICES = SIDES.map((value) => ({ value, label: SIDE_NAMES[value] }));

/** Which layers are seen on which side. */
export function LayersChoice({ compare, layers, onPlace }: LayersChoiceProps) {
  return (
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
            onChange={(side) => onPlace(id, side)}
          />
        </li>
      ))}
      {layers.length === 0 && (
        <li>
          <Icon name="info" size={18} /> Put layers on the map first.
        </li>
      )}
    </ul>
  );
}
