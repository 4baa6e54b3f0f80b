import { type Dispatch, useEffect, useState } from 'react';
import { useLayerFigures } from '#client/api/figures.ts';
import type { Action } from '#client/state/explore.ts';
import { announce } from '#client/ui/announcer.tsx';
import { formatCount } from '#client/ui/format.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { Condition, Misses } from '#data/query/filter.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { LayerFigures } from '#data/schema/layer-figures.ts';
import { AddFilter } from './add-filter.tsx';
import './filter.css';
import { FilterEditor } from './filter-editor.tsx';
import { MissesChoice } from './misses-choice.tsx';

type FilterPanelProps = {
  readonly layerId: string;
  readonly title: string;
  /** Counts are of this box; absent while the map has not come to rest. */
  readonly bounds: Bounds | undefined;
  /** In place of the box: an area as the address has it. */
  readonly area?: string | undefined;
  readonly conditions: readonly Condition[];
  readonly misses: Misses;
  /** Side by side over a table, or one under another in a narrow panel. */
  readonly form: 'band' | 'stack';
  /** Say how many match; the list says so itself. */
  readonly isSpoken?: boolean;
  readonly dispatch: Dispatch<Action>;
};

/** The filters of one layer: each with its figures of the present view, one more to add, and what fails. */
export function FilterPanel(props: FilterPanelProps) {
  const { layerId, title, bounds, area, conditions, form } = props;
  const filter = conditions.length === 0 ? undefined : { layerId, conditions };
  const { data, isError, refetch } = useLayerFigures({ layerId, bounds, area, filter });
  useSpokenMatches(data, props.isSpoken === true && conditions.length > 0);
  if (isError && data === undefined) {
    return (
      <Notice
        icon="warning"
        title="The figures for filters do not load"
        action={{ label: 'Try again', onPress: () => void refetch() }}
      >
        The server did not answer. Filters already set still hold.
      </Notice>
    );
  }
  return (
    <section className={`filters ${form}`} aria-label={`Filters of ${title}`}>
      {data === undefined ? (
        <Skeleton label="Filters" rows={3} rowPx={36} />
      ) : (
        <Editors {...props} figures={data} />
      )}
    </section>
  );
}

/** Say how many match, once the figures of a changed filter have come. */
function useSpokenMatches(figures: LayerFigures | undefined, isFiltered: boolean) {
  const said =
    figures && isFiltered
      ? `${formatCount(figures.matched)} of ${formatCount(figures.inView)} match`
      : undefined;
  useEffect(() => {
    if (said !== undefined) announce(said);
  }, [said]);
}

type EditorsProps = FilterPanelProps & { readonly figures: LayerFigures };

function Editors(props: EditorsProps) {
  const { layerId, conditions, figures, misses, dispatch } = props;
  const [begun, setBegun] = useState<readonly string[]>([]);
  const names = [...new Set([...conditions.map(({ attribute }) => attribute), ...begun])];
  const shown = names.flatMap((name) => {
    const attribute = figures.attributes.find((each) => each.name === name);
    return attribute === undefined ? [] : [attribute];
  });
  return (
    <>
      {shown.map((attribute) => (
        <FilterEditor
          key={attribute.name}
          figures={attribute}
          condition={conditions.find((each) => each.attribute === attribute.name)}
          onSet={(condition) => {
            // a filter taken back to "any" stays open until it is removed
            setBegun((known) => [...new Set([...known, attribute.name])]);
            dispatch({ kind: 'filter-set', layer: layerId, condition });
          }}
          onRemove={() => {
            setBegun((known) => known.filter((name) => name !== attribute.name));
            dispatch({ kind: 'filter-dropped', layer: layerId, attribute: attribute.name });
            announce(`Filter on ${attribute.title} removed`);
          }}
        />
      ))}
      <div className="filter-ways">
        <AddFilter
          figures={figures}
          taken={new Set(names)}
          onAdd={(attribute) => setBegun((known) => [...known, attribute])}
        />
        {conditions.length > 0 && (
          <MissesChoice
            misses={misses}
            failing={figures.inView - figures.matched}
            onMisses={(next) => dispatch({ kind: 'misses-treated', misses: next })}
            onClear={() => {
              setBegun([]);
              dispatch({ kind: 'filters-cleared', layer: layerId });
              announce('All filters of this layer are cleared');
            }}
          />
        )}
      </div>
    </>
  );
}
