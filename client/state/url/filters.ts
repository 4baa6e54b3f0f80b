import type { Condition, LayerFilter } from '#data/query/filter.ts';
import { readFilter, writeFilter } from '#data/query/filter-text.ts';
import { asksNothing, type Filters } from '../filters.ts';
import { part } from './part.ts';

/** Write filters, one field a layer: `filter=sewer.ogl-uk-3-0~depth-m:2..~system:foul,combined`. */
export const writeFilters = (filters: Filters): readonly (string | undefined)[] =>
  (filters ?? []).map((filter) => part('filter', writeFilter(filter)));

/**
 * Read filters. A text that is none is left out; of two for one layer, or two conditions on one attribute, the
 * first holds. Never throws.
 */
export function readFilters(fields: URLSearchParams): Filters {
  const known = new Map<string, LayerFilter>();
  for (const text of fields.getAll('filter')) {
    const filter = readFilter(text);
    if (filter === undefined || known.has(filter.layerId)) continue;
    const conditions = onePerAttribute(filter.conditions);
    if (conditions.length > 0) known.set(filter.layerId, { ...filter, conditions });
  }
  return known.size === 0 ? undefined : [...known.values()];
}

function onePerAttribute(conditions: readonly Condition[]): Condition[] {
  const first = new Map<string, Condition>();
  for (const condition of conditions) {
    if (asksNothing(condition) || first.has(condition.attribute)) continue;
    first.set(condition.attribute, condition);
  }
  return [...first.values()];
}
