import { type Dispatch, useId } from 'react';
import { Button } from 'react-aria-components';
import { useDatasets } from '#client/api/queries.ts';
import type { Action } from '#client/state/explore.ts';
import { mayDownload, nameLayerPublishers, type WorkbenchLayer } from '#client/state/workbench.ts';
import { CoverageBar } from '#client/ui/coverage-bar.tsx';
import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import type { DatasetSummary } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { dateText, monthText } from '#data/words/dates.ts';
import { coverageOf, sayCoverage } from './coverage.ts';
import { LayerLegend } from './legend.tsx';

type WorkbenchDetailsProps = {
  readonly layer: WorkbenchLayer;
  readonly index: number;
  readonly last: number;
  readonly zoom: number;
  /** Its missing districts are hatched on the map. */
  readonly hasGaps: boolean;
  readonly districts: readonly { readonly gssCode: string; readonly name: string }[];
  /** Its filters are open to be changed. */
  readonly isFiltering: boolean;
  readonly onFilter: () => void;
  readonly onMove: (index: number) => void;
  readonly onZoomTo: (bounds: Bounds) => void;
  /** Take a layer away: its id. */
  readonly onDownload: (layerId: string) => void;
  readonly dispatch: Dispatch<Action>;
};

/** An open row of the workbench: who supplied it and when, opacity, order, legend, sources. */
export function WorkbenchDetails(props: WorkbenchDetailsProps) {
  const { layer, index, last, zoom, hasGaps, districts, dispatch } = props;
  const { id, summary } = layer;
  const { bounds } = summary;
  return (
    <div className="workbench-details">
      <p className="meta-line">
        {nameLayerPublishers(summary)}, {monthText(summary.updated)}
        <CoverageBar districts={coverageOf(districts, summary.coverage)} />
        {sayCoverage(districts, summary.coverage)}
        <LicenceChip kind={summary.licence.chip} title={summary.licence.title} />
        {summary.licence.presumed && 'presumed'}
      </p>
      {layer.visible && summary.coverage.length < districts.length && (
        <p className="meta-line">
          The others supplied none.
          <Button
            className="text-button"
            aria-pressed={hasGaps}
            onPress={() => dispatch({ kind: 'gaps-shown', layer: hasGaps ? undefined : id })}
          >
            {hasGaps ? 'Hide gaps' : 'Show gaps'}
          </Button>
        </p>
      )}
      {zoom < summary.minZoom && (
        <p className="meta-line">Drawn from zoom {summary.minZoom}: zoom in to see it.</p>
      )}
      <Opacity layer={layer} dispatch={dispatch} />
      <div className="row-tools">
        <IconButton
          icon="arrow-up"
          label={`Move ${summary.title} up`}
          isDisabled={index === 0}
          onPress={() => props.onMove(index - 1)}
        />
        <IconButton
          icon="arrow-down"
          label={`Move ${summary.title} down`}
          isDisabled={index === last}
          onPress={() => props.onMove(index + 1)}
        />
        <IconButton
          icon="filter"
          label={`Filter by what ${summary.title} state`}
          isOpen={props.isFiltering}
          onPress={props.onFilter}
        />
        {bounds && (
          <IconButton
            icon="extent"
            label={`Zoom to all of ${summary.title}`}
            onPress={() => props.onZoomTo(bounds)}
          />
        )}
        <IconButton
          icon="clock"
          label={`What changed in ${summary.title}`}
          onPress={() => dispatch({ kind: 'changes-asked', asked: { layer: id } })}
        />
        <IconButton
          icon="download"
          label={`Download ${summary.title}`}
          onPress={() => props.onDownload(id)}
        />
        <span className="spring" />
        <IconButton
          icon="close"
          label={`Remove ${summary.title} from the map`}
          onPress={() => dispatch({ kind: 'layer-removed', id })}
        />
      </div>
      <LayerLegend summary={summary} />
      <Sources layer={layer} />
    </div>
  );
}

function Opacity({ layer, dispatch }: Pick<WorkbenchDetailsProps, 'layer' | 'dispatch'>) {
  const inputId = useId();
  const percent = Math.round(layer.opacity * 100);
  const fade = (value: string) =>
    value !== '' &&
    Number.isFinite(Number(value)) &&
    dispatch({ kind: 'layer-faded', id: layer.id, opacity: Number(value) / 100 });
  return (
    <div className="opacity">
      <label htmlFor={inputId}>Opacity</label>
      <input
        id={inputId}
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent}
        onChange={(event) => fade(event.target.value)}
      />
      <span className="percent">
        <input
          type="number"
          aria-label={`Opacity of ${layer.summary.title}, percent`}
          min="0"
          max="100"
          value={percent}
          onChange={(event) => fade(event.target.value)}
        />
        %
      </span>
    </div>
  );
}

/** The datasets a layer is made of: what each says of itself, and its file when it may be handed out. */
function Sources({ layer }: Pick<WorkbenchDetailsProps, 'layer'>) {
  const datasets = (useDatasets().data ?? []).filter(({ layerId }) => layerId === layer.id);
  if (datasets.length === 0) return null;
  return (
    <ul className="sources">
      {datasets.map((dataset) => (
        <SourceRow key={dataset.id} dataset={dataset} isFree={mayDownload(layer.summary)} />
      ))}
    </ul>
  );
}

type SourceRowProps = {
  readonly dataset: DatasetSummary;
  /** Its licence lets the file be handed out. */
  readonly isFree: boolean;
};

function SourceRow({ dataset, isFree }: SourceRowProps) {
  const { title, publisher, edition, issueCounts } = dataset;
  const page = `/data/${encodeURIComponent(dataset.id)}`;
  const { critical = 0, error = 0, warning = 0 } = issueCounts;
  const issues = critical + error + warning;
  return (
    <li>
      <p>
        <a href={page}>{title}</a>
        <small>
          {publisher.shortName}, {dateText(edition.publishedAt)}
        </small>
        <small>
          <a href={`${page}#issues`}>
            {issues === 0 ? 'What was found in it' : `${countOf(issues, 'thing')} to check`}
          </a>
        </small>
      </p>
      {isFree && (
        <a
          className="icon-button"
          href={`/api/datasets/${encodeURIComponent(dataset.id)}/download`}
          aria-label={`Download ${title}`}
          title="Download"
        >
          <Icon name="download" size={18} />
        </a>
      )}
    </li>
  );
}
