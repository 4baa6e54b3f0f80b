import type { Dispatch } from 'react';
import { Button } from 'react-aria-components';
import { useLayerFigures } from '#client/api/figures.ts';
import type { Action } from '#client/state/explore.ts';
import { announce } from '#client/ui/announcer.tsx';
import { Icon } from '#client/ui/icon.tsx';
import type { Condition } from '#data/query/filter.ts';
import './chips.css';
import { sayCondition, type Worded } from './words.ts';

type FilterChipsProps = {
  readonly layerId: string;
  readonly conditions: readonly Condition[];
  readonly dispatch: Dispatch<Action>;
};

/** What a layer's features must be, one chip a condition; each is removed by its button. */
export function FilterChips({ layerId, conditions, dispatch }: FilterChipsProps) {
  const { data } = useLayerFigures(conditions.length === 0 ? undefined : { layerId });
  if (conditions.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label="Filters">
      {conditions.map((condition) => {
        const { attribute } = condition;
        const known: Worded = data?.attributes.find(({ name }) => name === attribute) ?? {
          name: attribute,
          title: plainTitle(attribute),
        };
        const words = sayCondition(condition, known);
        return (
          <li key={attribute} className="filter-chip">
            <span>
              {known.title}: <b>{words}</b>
            </span>
            <Button
              className="filter-chip-remove"
              aria-label={`Remove the filter ${known.title}: ${words}`}
              onPress={() => {
                dispatch({ kind: 'filter-dropped', layer: layerId, attribute });
                announce(`Filter on ${known.title} removed`);
              }}
            >
              <Icon name="close" size={14} />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** An attribute's name until its title is known: `voltage-kv` → `Voltage kv`. */
const plainTitle = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
