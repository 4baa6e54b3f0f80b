import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { FeatureDetail, LayerSummary } from '#data/schema/api.ts';
import { dateText } from '#data/words/dates.ts';
import { sayApproximate } from './approximate.ts';

type CardHeadProps = {
  readonly feature: FeatureDetail;
  readonly summary: LayerSummary | undefined;
};

/** What it is, what it is called, where it is, and on whose word. */
export function CardHead({ feature, summary }: CardHeadProps) {
  const { dataset } = feature.provenance;
  const { publisher, licence, edition } = dataset;
  return (
    <header className="card-head">
      <p className="card-kind">
        {summary && <LayerSwatch summary={summary} />}
        {feature.typeTitle}
        {feature.synthetic && <SyntheticBadge />}
      </p>
      <h2 id="card-title" tabIndex={-1}>
        {feature.title}
      </h2>
      <p className="card-where">
        {[feature.district, feature.placement.gridReference].filter(Boolean).join(' · ')}
      </p>
      {feature.placement.approximate && (
        <p className="card-approximate">{sayApproximate(feature.placement.approximate)}</p>
      )}
      <p className="meta-line">
        <LicenceChip kind={licence.chip} title={licence.title} />
        {licence.presumed && <span>presumed</span>}
        <span title={publisher.name}>{publisher.shortName}</span>
        <span>{dateText(edition.publishedAt)}</span>
        <a href={`/licences/${encodeURIComponent(licence.id)}`}>{licence.id}</a>
      </p>
    </header>
  );
}
