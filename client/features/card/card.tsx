import type { Dispatch } from 'react';
import { ApiProblem } from '#client/api/client.ts';
import { useFeature } from '#client/api/queries.ts';
import type { Action } from '#client/state/explore.ts';
import { currentRef, type Selection } from '#client/state/selection.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { Area } from '#data/query/area.ts';
import type { FeatureDetail, FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import { Attributes } from './attributes.tsx';
import './card.css';
import { AlsoPublished } from './also-published.tsx';
import { CardFooter } from './card-footer.tsx';
import { CardHead } from './card-head.tsx';
import { Findings } from './findings.tsx';
import { History } from './history.tsx';
import { NearBy } from './near-by.tsx';
import { Origin } from './origin.tsx';
import { Pager } from './pager.tsx';

type CardProps = {
  readonly selection: Selection;
  /** Attribute whose origin is explained; the first known one when none was clicked. */
  readonly explain: string | undefined;
  readonly catalogue: readonly LayerSummary[];
  readonly onZoomTo: (feature: FeatureSummary) => void;
  /** Another feature was chosen inside the card. */
  readonly onOpen: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  /** Ask what is on a feature or near it, by the Area tab. */
  readonly onAsk: (area: Area) => void;
  readonly onClose: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** One feature with its values, and the way of each back to the published line. */
export function Card(props: CardProps) {
  const { selection, dispatch, onClose, onZoomTo } = props;
  const { data, error, refetch } = useFeature(currentRef(selection));
  return (
    <>
      <Pager
        selection={selection}
        onStep={(by) => dispatch({ kind: 'stepped', by })}
        onZoomTo={data && (() => onZoomTo(data))}
        onClose={onClose}
      />
      {data && <Contents {...props} feature={data} />}
      {!data && !error && (
        <div className="card-body">
          <Skeleton label="Feature" rows={9} rowPx={34} />
        </div>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} onClose={onClose} />}
    </>
  );
}

type ContentsProps = CardProps & { readonly feature: FeatureDetail };

function Contents({ feature, explain, catalogue, dispatch, ...on }: ContentsProps) {
  const summary = catalogue.find(({ id }) => id === feature.layerId);
  const explained =
    feature.attributes.find(({ name, source }) => name === explain && source) ??
    feature.attributes.find(({ source }) => source?.by !== 'default' && source !== undefined);
  return (
    <>
      <div className="card-body">
        <CardHead feature={feature} summary={summary} />
        <Findings feature={feature} />
        <Attributes
          attributes={feature.attributes}
          explained={explained?.name}
          onExplain={(attribute) => dispatch({ kind: 'explained', attribute })}
        />
        <Origin feature={feature} attribute={explained} />
        <AlsoPublished extra={feature.extra} />
        <History id={feature.id} />
        <NearBy
          features={feature.nearby}
          catalogue={catalogue}
          onOpen={on.onOpen}
          onRing={on.onRing}
          onAsk={(bufferM) =>
            on.onAsk({
              subject: { kind: 'feature', id: feature.id },
              ...(bufferM !== undefined && { bufferM }),
            })
          }
        />
        <p className="credit">{feature.provenance.dataset.licence.attribution}</p>
      </div>
      <CardFooter feature={feature} onZoomTo={() => on.onZoomTo(feature)} />
    </>
  );
}

type FailureProps = {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onClose: () => void;
};

function Failure({ error, onRetry, onClose }: FailureProps) {
  const isGone = error instanceof ApiProblem && error.status === 404;
  return isGone ? (
    <Notice
      icon="help"
      title="This feature is no longer published"
      action={{ label: 'Close', onPress: onClose }}
    >
      Its publisher may have removed it or given it another reference since the link was made.
    </Notice>
  ) : (
    <Notice
      icon="warning"
      title="The feature does not load"
      action={{ label: 'Try again', onPress: onRetry }}
    >
      {error.message} The map and the list still work.
    </Notice>
  );
}
