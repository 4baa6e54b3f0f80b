import type { Condition, LayerFilter } from '#data/query/filter.ts';

/** What the features of some layers must be; in the order the filters were begun. Absent: no filter at all. */
export type Filters = readonly LayerFilter[] | undefined;

/** The conditions a layer's features must meet, in the order they were set. */
export const conditionsOf = (filters: Filters, layerId: string): readonly Condition[] =>
  filters?.find((filter) => filter.layerId === layerId)?.conditions ?? [];

/** Whether a condition asks for nothing: any value will do, and so will none. */
export const asksNothing = (condition: Condition): boolean =>
  condition.kind === 'among'
    ? condition.values.length === 0 && condition.unknown !== true
    : condition.min === undefined && condition.max === undefined;

/** Set what an attribute must be, in place of what it had to be; a condition that asks for nothing goes. */
export function setCondition(filters: Filters, layerId: string, condition: Condition): Filters {
  const { attribute } = condition;
  if (asksNothing(condition)) return dropCondition(filters, layerId, attribute);
  const conditions = conditionsOf(filters, layerId);
  const isKnown = conditions.some((each) => each.attribute === attribute);
  return withConditions(
    filters,
    layerId,
    isKnown
      ? conditions.map((each) => (each.attribute === attribute ? condition : each))
      : [...conditions, condition],
  );
}

/** Ask nothing of an attribute any more. */
export function dropCondition(filters: Filters, layerId: string, attribute: string): Filters {
  const conditions = conditionsOf(filters, layerId);
  const kept = conditions.filter((each) => each.attribute !== attribute);
  return kept.length === conditions.length ? filters : withConditions(filters, layerId, kept);
}

/** Ask nothing of a layer any more; of any layer, where none is named. */
export function clearFilters(filters: Filters, layerId?: string): Filters {
  if (layerId === undefined) return undefined;
  return conditionsOf(filters, layerId).length === 0
    ? filters
    : withConditions(filters, layerId, []);
}

function withConditions(
  filters: Filters = [],
  layerId: string,
  conditions: readonly Condition[],
): Filters {
  const isKnown = filters.some((filter) => filter.layerId === layerId);
  const filter = { layerId, conditions };
  const next = isKnown
    ? filters.map((each) => (each.layerId === layerId ? filter : each))
    : [...filters, filter];
  const asking = next.filter((each) => each.conditions.length > 0);
  return asking.length === 0 ? undefined : asking;
}
