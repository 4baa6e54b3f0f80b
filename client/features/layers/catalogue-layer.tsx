import type { Dispatch } from 'react';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import type { Action } from '#client/state/explore.ts';
import { nameLayerPublishers } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import { CoverageBar } from '#client/ui/coverage-bar.tsx';
import { countOf } from '#client/ui/format.ts';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import { monthText } from '#data/words/dates.ts';
import { coverageOf } from './coverage.ts';

type CatalogueLayerProps = {
  readonly summary: LayerSummary;
  readonly isOn: boolean;
  /** Why its terms do not allow the use the data is wanted for. */
  readonly barred: string | undefined;
  readonly districts: readonly { readonly gssCode: string; readonly name: string }[];
  readonly dispatch: Dispatch<Action>;
};

/** One layer of the tree: tick it to draw it. */
export function CatalogueLayer(props: CatalogueLayerProps) {
  const { summary, isOn, barred, districts, dispatch } = props;
  const { id, title, licence } = summary;
  const change = (on: boolean) => {
    dispatch(on ? { kind: 'layer-added', id } : { kind: 'layer-removed', id });
    announce(on ? `${title} added to the map` : `${title} removed from the map`);
  };
  return (
    <li className="catalogue-layer">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          disabled={barred !== undefined && !isOn}
          onChange={(event) => change(event.target.checked)}
        />
        <span className="name">
          {title} {summary.synthetic && <SyntheticBadge />}
        </span>
        <LayerSwatch summary={summary} />
      </label>
      <p className="meta-line">
        <span className="supplier" title={summary.publishers.map(({ name }) => name).join(', ')}>
          {nameLayerPublishers(summary)}, {monthText(summary.updated)}
        </span>
        <CoverageBar districts={coverageOf(districts, summary.coverage)} />
        <LicenceChip kind={licence.chip} title={licence.title} />
      </p>
      {datasetApart(id) !== undefined && <p className="meta-line">Not for everybody</p>}
      {barred && <p className="meta-line barred">{barred}</p>}
      <span className="hidden">{countOf(summary.featureCount, 'feature')}</span>
    </li>
  );
}
