import { Button } from 'react-aria-components';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import type { LayerSummary } from '#data/schema/api.ts';
import './chips.css';

type MapKeyProps = {
  /** Visible layers that have a filter, top first. */
  readonly layers: readonly LayerSummary[];
  readonly isHiding: boolean;
  /** Layers whose matches are too many to be told apart on the map here. */
  readonly unsure: ReadonlySet<string>;
  readonly onClear: () => void;
};

/** Says on the map which signs match a filter and what the others look like. */
export function MapKey({ layers, isHiding, unsure, onClear }: MapKeyProps) {
  if (layers.length === 0) return null;
  return (
    <section className="map-key" aria-label="Filters on the map">
      <ul>
        {layers.map((summary) => (
          <li key={summary.id}>
            <LayerSwatch summary={summary} />
            {unsure.has(summary.id) ? (
              <span>{summary.title}: too many matches to draw apart, zoom in</span>
            ) : (
              <span>{summary.title} that match</span>
            )}
          </li>
        ))}
        {!isHiding &&
          layers.slice(0, 1).map((summary) => (
            <li key={summary.id} className="missed">
              <LayerSwatch summary={summary} />
              <span>Does not match, dimmed</span>
            </li>
          ))}
      </ul>
      <p>
        {isHiding && <span>What does not match is hidden. </span>}
        <Button className="text-button" onPress={onClear}>
          Clear all filters
        </Button>
      </p>
    </section>
  );
}
