import { useId, useState } from 'react';
import { BarredChip } from '#client/map/barred-chip.tsx';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { sayArea, sayLength } from '#client/state/units.ts';
import { countOf } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AreaFeature, AreaFinding } from '#data/schema/area.ts';
import { Consultation } from './consultation.tsx';
import { Rule } from './rule.tsx';
import { sayFigure, saySources } from './words.ts';

type FindingRowProps = {
  readonly finding: AreaFinding;
  readonly summary: LayerSummary | undefined;
  /** Ring features on the map, and put their layer there. */
  readonly onShow: (features: readonly FeatureSummary[]) => void;
  readonly onRing: (features: readonly FeatureSummary[]) => void;
  readonly onOpen: (feature: FeatureSummary) => void;
};

/** One thing found: how much of it, who says so; opens to its features, the rule and whom to ask. */
export function FindingRow({ finding, summary, onShow, onRing, onOpen }: FindingRowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { title, synthetic, figure, features } = finding;
  const toggle = () => {
    setOpen(!isOpen);
    if (isOpen) onRing([]);
    else onShow(features);
  };
  return (
    <li className="finding">
      <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        {summary === undefined ? <span /> : <LayerSwatch summary={summary} />}
        <span className="finding-title">
          {title} {synthetic && <SyntheticBadge />} <BarredChip summary={summary} />
        </span>
        <span className="finding-figure">{sayFigure(figure)}</span>
        <Detail finding={finding} />
      </button>
      <div id={id} hidden={!isOpen} className="finding-more">
        {isOpen && <More {...{ finding, onRing, onOpen }} />}
      </div>
    </li>
  );
}

function Detail({
  finding: { figure, detail, sources, synthetic },
}: Pick<FindingRowProps, 'finding'>) {
  const parts = [
    figure.kind === 'share' ? sayArea(figure.areaM2, 'metric') : undefined,
    detail,
    // what is invented has no source worth a line; its badge says so
    synthetic ? undefined : saySources(sources),
  ].filter(Boolean);
  return (
    <span className="finding-detail">
      {figure.kind === 'share' && <ShareBar share={figure.share} />}
      {parts.join(' · ')}
    </span>
  );
}

/** A share of the whole as a bar; the figure beside it says the same. */
function ShareBar({ share }: { readonly share: number }) {
  const widthPx = Math.max(2, Math.round(Math.min(1, share) * 56));
  return (
    <svg className="share-bar" width="56" height="5" viewBox="0 0 56 5" aria-hidden="true">
      <rect className="share-all" width="56" height="5" rx="2.5" />
      <rect className="share-part" width={widthPx} height="5" rx="2.5" />
    </svg>
  );
}

type MoreProps = Pick<FindingRowProps, 'finding' | 'onRing' | 'onOpen'>;

function More({ finding, onRing, onOpen }: MoreProps) {
  const { features, count, why, source, ask, sources } = finding;
  const others = count - features.length;
  return (
    <>
      {why && (
        <p className="finding-why">
          {why} {source && <Rule source={source} />}
        </p>
      )}
      {ask.map((each) => (
        <Consultation key={each.id} ask={each} />
      ))}
      <ul onPointerLeave={() => onRing(features)} onBlur={() => onRing(features)}>
        {features.map((feature) => (
          <li key={feature.id}>
            <button
              type="button"
              onClick={() => onOpen(feature)}
              onPointerEnter={() => onRing([feature])}
              onFocus={() => onRing([feature])}
            >
              <span>{feature.title}</span>
              <span className="finding-part">{partOf(feature)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 && <p>and {countOf(others, 'smaller one')}. The report names them all.</p>}
      <p className="meta-line">{saySources(sources)}</p>
    </>
  );
}

const partOf = ({ areaM2, lengthM, district }: AreaFeature): string => {
  if (areaM2 !== undefined) return sayArea(areaM2, 'metric');
  return lengthM === undefined ? (district ?? '') : sayLength(lengthM, 'metric');
};
