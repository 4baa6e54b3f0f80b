import { Button } from 'react-aria-components';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { formatDistance } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureDetail, FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import './near-by.css';

type NearByProps = {
  readonly features: FeatureDetail['nearby'];
  readonly catalogue: readonly LayerSummary[];
  readonly onOpen: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  /** Ask what is on the feature, or within so many metres of it. */
  readonly onAsk: (bufferM: number | undefined) => void;
};

/** How far a setting reaches. Source: the reference's question 14, listed buildings within 250 m. */
const SETTING_M = 250;

/** The nearest other features, of any layer, with distance and bearing. */
export function NearBy({ features, catalogue, onOpen, onRing, onAsk }: NearByProps) {
  const summaries = new Map(catalogue.map((summary) => [summary.id, summary]));
  return (
    <section className="near-by" aria-labelledby="near-by-title">
      <div className="near-by-head">
        <h3 id="near-by-title">Near by</h3>
        <Button className="text-button" onPress={() => onAsk(undefined)}>
          What is here?
        </Button>
        <Button className="text-button" onPress={() => onAsk(SETTING_M)}>
          Within {SETTING_M} m
        </Button>
      </div>
      {features.length === 0 && <p>Nothing else is recorded within 1 km.</p>}
      <ul onPointerLeave={() => onRing(undefined)} onBlur={() => onRing(undefined)}>
        {features.map((feature) => (
          <li key={feature.id}>
            <button
              type="button"
              onClick={() => onOpen(feature)}
              onPointerEnter={() => onRing(feature)}
              onFocus={() => onRing(feature)}
            >
              <Sign summary={summaries.get(feature.layerId)} />
              <span className="name">{feature.title}</span>
              {feature.synthetic && <SyntheticBadge />}
              <span className="near-distance">
                {feature.distanceM === 0
                  ? 'here'
                  : `${formatDistance(feature.distanceM)} ${feature.bearing}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign({ summary }: { readonly summary: LayerSummary | undefined }) {
  return summary === undefined ? <span /> : <LayerSwatch summary={summary} />;
}
