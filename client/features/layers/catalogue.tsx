import { type Dispatch, useId, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTasks } from '#client/api/queries.ts';
import {
  type CatalogueGroup,
  filterLayers,
  type Grouping,
  groupLayers,
} from '#client/state/catalogue.ts';
import { barFor, type Use } from '#client/state/commercial.ts';
import type { Action } from '#client/state/explore.ts';
import { useMode } from '#client/state/mode-context.ts';
import { announce } from '#client/ui/announcer.tsx';
import { countOf, formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import type { LayerSummary } from '#data/schema/api.ts';
import { CatalogueLayer } from './catalogue-layer.tsx';
import { CommercialSwitch } from './commercial-switch.tsx';

type CatalogueProps = {
  readonly catalogue: readonly LayerSummary[];
  /** What the data is wanted for. */
  readonly use: Use | undefined;
  /** Ids of the layers on the map. */
  readonly active: ReadonlySet<string>;
  readonly districts: readonly { readonly gssCode: string; readonly name: string }[];
  readonly dispatch: Dispatch<Action>;
};

const GROUPINGS = [
  { value: 'theme', label: 'By theme' },
  { value: 'publisher', label: 'By provider' },
  { value: 'task', label: 'By task' },
] as const;

/** Every layer there is, by theme, by provider or by what it is looked at for, with a filter. */
export function Catalogue({ catalogue, use, active, districts, dispatch }: CatalogueProps) {
  const [grouping, setGrouping] = useState<Grouping>('theme');
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const filterId = useId();
  const found = useMemo(() => filterLayers(catalogue, filter), [catalogue, filter]);
  const { data: tasks } = useTasks();
  const groups = groupLayers(found, grouping, tasks);
  const isFiltered = filter.trim() !== '';
  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <section className="catalogue" aria-labelledby="add-layers">
      <div className="section-head">
        <h2 id="add-layers">
          Add layers <small>{formatCount(catalogue.length)}</small>
        </h2>
        <Segmented
          label="Group layers"
          value={grouping}
          choices={GROUPINGS}
          onChange={(chosen) => {
            setGrouping(chosen);
            setOpened(new Set());
          }}
        />
      </div>
      <div className="catalogue-filter">
        <Icon name="search" size={16} />
        <label className="hidden" htmlFor={filterId}>
          Filter layers
        </label>
        <input
          id={filterId}
          type="search"
          placeholder="Filter by name, word or publisher"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="hidden" role="status">
          {isFiltered ? `${found.length} of ${catalogue.length} layers` : ''}
        </span>
      </div>
      <CommercialSwitch {...{ catalogue, use, dispatch }} />
      {groups.map((group) => (
        <Branch
          key={`${grouping} ${group.id}`}
          group={group}
          use={use}
          active={active}
          districts={districts}
          isOpen={isFiltered || opened.has(group.id)}
          onToggle={() => toggle(group.id)}
          dispatch={dispatch}
        />
      ))}
      {groups.length === 0 && (
        <Notice icon="search" title="No layer has these words">
          Publishers use many names for a thing: try another, or clear the filter.
        </Notice>
      )}
    </section>
  );
}

type BranchProps = Omit<CatalogueProps, 'catalogue'> & {
  readonly group: CatalogueGroup;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function Branch({ group, use, active, districts, isOpen, onToggle, dispatch }: BranchProps) {
  const bodyId = useId();
  const mode = useMode();
  const on = group.layers.filter(({ id }) => active.has(id)).length;
  return (
    <div className="branch">
      <h3>
        <button type="button" aria-expanded={isOpen} aria-controls={bodyId} onClick={onToggle}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
          {group.theme && mode !== 'contrast' && <i className={`hue hue-${group.theme}`} />}
          <span className="branch-name">{group.title}</span>
          <span className="branch-count">
            {on > 0 && <b>{on} on · </b>}
            {group.layers.length}
            <span className="hidden"> layers</span>
          </span>
        </button>
      </h3>
      {isOpen && group.isTask && <AllTogether group={group} on={on} dispatch={dispatch} />}
      <ul id={bodyId} hidden={!isOpen}>
        {isOpen &&
          group.layers.map((summary) => (
            <CatalogueLayer
              key={summary.id}
              summary={summary}
              isOn={active.has(summary.id)}
              barred={barFor(use, summary)}
              districts={districts}
              dispatch={dispatch}
            />
          ))}
      </ul>
    </div>
  );
}

type AllTogetherProps = Pick<BranchProps, 'group' | 'dispatch'> & { readonly on: number };

/** Put a task's layers on the map at once, in the order that serves it. */
function AllTogether({ group: { title, layers }, on, dispatch }: AllTogetherProps) {
  if (on === layers.length) return null;
  const add = () => {
    for (const { id } of layers.toReversed()) dispatch({ kind: 'layer-added', id });
    announce(`${countOf(layers.length, 'layer')} on the map: ${title}`);
  };
  return (
    <p className="branch-all">
      <Button className="text-button" onPress={add}>
        Put all {formatCount(layers.length)} on the map
      </Button>
    </p>
  );
}
