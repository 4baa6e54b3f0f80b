import { describe, expect, it } from 'vitest';
import type { Condition } from '#data/query/filter.ts';
import { stepOf } from './address.ts';
import { type Explore, explore, START } from './explore.ts';
import { asksNothing, clearFilters, conditionsOf, setCondition } from './filters.ts';

const large: Condition = { attribute: 'area-ha', kind: 'range', min: 0.5 };
const permitted: Condition = { attribute: 'status', kind: 'among', values: ['permissioned'] };
const both = setCondition(setCondition(undefined, 'site', large), 'site', permitted);

describe('setCondition()', () => {
  it('keeps the order conditions were set in when one changes', () => {
    const larger = { ...large, min: 2 };
    expect(conditionsOf(setCondition(both, 'site', larger), 'site')).toEqual([larger, permitted]);
  });

  it('drops a condition that asks for nothing, and the filter with its last', () => {
    const open: Condition = { attribute: 'area-ha', kind: 'range' };
    const one = setCondition(both, 'site', open);
    expect(conditionsOf(one, 'site')).toEqual([permitted]);
    expect(setCondition(one, 'site', { ...permitted, values: [] })).toBeUndefined();
  });

  it('leaves other layers alone', () => {
    const two = setCondition(both, 'sewer', large);
    expect(clearFilters(two, 'site')).toEqual([{ layerId: 'sewer', conditions: [large] }]);
    expect(clearFilters(two)).toBeUndefined();
  });
});

it('asksNothing() takes "not stated" alone for a question', () => {
  expect(asksNothing({ attribute: 'x', kind: 'among', values: [], unknown: true })).toBe(false);
  expect(asksNothing({ attribute: 'x', kind: 'range', unknown: true })).toBe(true);
});

describe('explore() with filters', () => {
  const start: Explore = {
    ...START,
    layers: [{ id: 'site', visible: true, opacity: 1 }],
    table: { page: 3 },
  };
  const filtered = explore(start, { kind: 'filter-set', layer: 'site', condition: large });

  it('begins the list at its first page', () => {
    expect(filtered.table).toBeUndefined();
    expect(filtered.filters).toEqual([{ layerId: 'site', conditions: [large] }]);
  });

  it('forgets the filter of a layer taken off the map', () => {
    expect(explore(filtered, { kind: 'layer-removed', id: 'site' }).filters).toBeUndefined();
    expect(explore(filtered, { kind: 'layer-removed', id: 'other' }).filters).toBe(
      filtered.filters,
    );
  });

  it('makes each filter a step that Back undoes, and how misses are drawn none', () => {
    expect(stepOf(start, filtered)).toBe('push');
    const hidden = explore(filtered, { kind: 'misses-treated', misses: 'hide' });
    expect(stepOf(filtered, hidden)).toBe('replace');
    expect(explore(hidden, { kind: 'misses-treated', misses: 'dim' }).misses).toBeUndefined();
  });
});
