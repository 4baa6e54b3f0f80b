import { useEffect } from 'react';
import { PAGE_SIZE } from '#client/api/feature-list.ts';
import { NEAREST } from '#client/state/columns.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import { countOf, formatCount } from '#client/ui/format.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { FeatureList } from '#data/schema/api.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import './list.css';
import { ListCards } from './list-cards.tsx';
import { ListFoot } from './list-foot.tsx';
import { ListHead } from './list-head.tsx';
import { ALL_IN_VIEW, type ListTabProps } from './list-props.ts';
import { ListTable, type RowsProps } from './list-table.tsx';
import { sayTotals } from './totals.ts';
import { UnplacedBar } from './unplaced-bar.tsx';

/** Everything in view as text, from the server: complete where the map thins, and usable without it. */
export function ListTab(props: ListTabProps) {
  const { answer, hasFailed, layers, onRetry } = props;
  const said = answer && sayFound(answer, props);
  useEffect(() => {
    if (said !== undefined) announce(said);
  }, [said]);
  if (layers.length === 0) {
    return (
      <Notice icon="list" title="No layers to list">
        The list holds the features of the layers shown on the map. Add or show one under Layers.
      </Notice>
    );
  }
  if (hasFailed) {
    return (
      <Notice
        icon="warning"
        title="The list does not load"
        action={{ label: 'Try again', onPress: onRetry }}
      >
        The server did not answer. What the map has drawn is still right.
      </Notice>
    );
  }
  if (answer === undefined || said === undefined) {
    return <Skeleton label="List" rows={9} rowPx={52} />;
  }
  return (
    <div className="list" aria-busy={props.isOld}>
      <ListHead {...props} title={said} />
      {props.width !== 'narrow' && props.filters}
      <div className="list-body">
        {props.width === 'narrow' && props.filters}
        {answer.features.length === 0 ? (
          <Nothing {...props} answer={answer} />
        ) : (
          <Rows {...props} answer={answer} title={said} />
        )}
      </div>
      <Foot {...props} answer={answer} />
    </div>
  );
}

/** `30 of 128 match`, `643 features in view` where nothing is asked of several layers. */
function sayFound(
  { numberMatched, inView }: FeatureList,
  { isFiltered, isOfArea, only }: Pick<ListTabProps, 'isFiltered' | 'isOfArea' | 'only'>,
): string {
  const all = Object.values(inView).reduce((sum, count) => sum + count, 0);
  const where = isOfArea ? 'in your area' : 'in view';
  const features = (count: number) => (only ? formatCount(count) : countOf(count, 'feature'));
  if (!isFiltered) return `${features(numberMatched)} ${where}`;
  return `${formatCount(numberMatched)} of ${features(all)} match${isOfArea ? ` ${where}` : ''}`;
}

type AnsweredProps = ListTabProps & { readonly answer: FeatureList };

function Rows(props: AnsweredProps & { readonly title: string }) {
  const { answer, layers, only, columns, attributes, table, width, dispatch } = props;
  const rows: RowsProps = {
    features: answer.features,
    summaries: new Map(layers.map(({ id, summary }) => [id, summary])),
    counts: props.counts,
    columns: shownColumns(columns, attributes),
    isOne: only !== undefined,
    sort: table.sort ?? NEAREST,
    origin: table.from?.title || 'the centre',
    selected: props.selected,
    hovered: props.hovered,
    label: `${only?.summary.title ?? 'Features'}: ${props.title}`,
    onSort: (sort) => dispatch({ kind: 'table-arranged', change: { sort } }),
    onSelect: props.onSelect,
    onShow: props.onShow,
    onRing: props.onRing,
  };
  return width === 'narrow' ? (
    <ListCards {...rows} first={(table.page ?? 0) * PAGE_SIZE + 1} />
  ) : (
    <ListTable {...rows} />
  );
}

const shownColumns = (
  columns: readonly string[],
  attributes: readonly AttributeFigures[],
): readonly AttributeFigures[] =>
  columns.flatMap((name) => attributes.find((attribute) => attribute.name === name) ?? []);

/** Nothing here: for want of matches, or of anything at all. */
function Nothing(props: AnsweredProps) {
  const { answer, isFiltered, isOfArea, layers, only, dispatch, onWhole } = props;
  const isAnything = Object.values(answer.inView).some((count) => count > 0);
  if (isFiltered && isAnything) {
    return (
      <Notice
        icon="filter"
        title="Nothing in view matches"
        action={{
          label: 'Clear all filters',
          onPress: () => dispatch({ kind: 'filters-cleared' }),
        }}
      >
        The filters leave out all that is here. Widen one, or look further out.
      </Notice>
    );
  }
  const names = only ? only.summary.title : layers.map(({ summary }) => summary.title).join(', ');
  if (isOfArea) {
    return (
      <Notice
        icon="area"
        title="Nothing of these layers is in your area"
        action={{ label: 'List all in view', onPress: () => dispatch(ALL_IN_VIEW) }}
      >
        {names}: none recorded there.
      </Notice>
    );
  }
  return (
    <Notice
      icon="list"
      title="Nothing of these layers is in view"
      action={{ label: 'Look at the whole region', onPress: onWhole }}
    >
      {names}: none recorded in this view. Zoom out, or see under Layers which districts supplied
      them.
    </Notice>
  );
}

function Foot({ answer, only, columns, attributes, table, dispatch }: AnsweredProps) {
  const shown = shownColumns(columns, attributes);
  return (
    <div className="list-end">
      <UnplacedBar unplaced={answer.unplaced} />
      {answer.numberMatched > 0 && (
        <ListFoot
          page={table.page ?? 0}
          total={answer.numberMatched}
          totals={sayTotals(shown, answer.totals ?? {})}
          refusal={only ? refusalOf(only) : ''}
          onPage={(page) => dispatch({ kind: 'table-arranged', change: { page } })}
        />
      )}
    </div>
  );
}

/** Without a licence nobody may take the data further. */
const refusalOf = ({ summary: { licence, publishers } }: WorkbenchLayer): string =>
  licence.chip === 'not-stated'
    ? `No download until ${publishers[0]?.shortName ?? 'its publisher'} states a licence.`
    : '';
