import { describe, expect, it } from 'vitest';
import { stepOf } from './address.ts';
import { explore, START } from './explore.ts';

const stack = explore(START, { kind: 'selected', refs: ['a/1', 'b/2', 'a/1'] });

describe('explore()', () => {
  it('selects a stack of features once each and shows the first', () => {
    expect(stack.selection).toEqual({ refs: ['a/1', 'b/2'], index: 0 });
  });

  it('steps round the ends of the stack and closes the explanation of the one before', () => {
    const explained = explore(stack, { kind: 'explained', attribute: 'voltage-kv' });
    const stepped = explore(explained, { kind: 'stepped', by: -1 });
    expect(stepped.selection?.index).toBe(1);
    expect(stepped.explain).toBeUndefined();
  });

  it('writes the lasting id in place of the tile reference', () => {
    const named = explore(stack, { kind: 'identified', ref: 'a/1', id: 'odin:x/y:1' });
    expect(named.selection?.refs).toEqual(['odin:x/y:1', 'b/2']);
  });

  it('clears the selection when nothing was under the click', () => {
    expect(explore(stack, { kind: 'selected', refs: [] }).selection).toBeUndefined();
  });

  it('closes an explanation asked for twice', () => {
    const open = explore(stack, { kind: 'explained', attribute: 'name' });
    expect(explore(open, { kind: 'explained', attribute: 'name' }).explain).toBeUndefined();
  });

  it('lifts a lowered sheet to show a picked feature', () => {
    const lowered = explore(START, { kind: 'stop-reached', stop: 'peek' });
    expect(explore(lowered, { kind: 'selected', refs: ['a/1'] }).stop).toBe('half');
  });

  it('adds, orders, fades and removes layers', () => {
    const both = ['one', 'two'].reduce(
      (state, id) => explore(state, { kind: 'layer-added', id }),
      START,
    );
    expect(both.layers?.map(({ id }) => id)).toEqual(['two', 'one']);
    const moved = explore(both, { kind: 'layer-moved', id: 'two', index: 5 });
    expect(moved.layers?.map(({ id }) => id)).toEqual(['one', 'two']);
    const faded = explore(moved, { kind: 'layer-faded', id: 'one', opacity: 1.7 });
    expect(faded.layers?.[0]?.opacity).toBe(1);
    expect(explore(faded, { kind: 'layer-removed', id: 'one' }).layers).toHaveLength(1);
  });
});

describe('stepOf()', () => {
  it('makes another feature a step of its own', () => {
    expect(stepOf(START, stack)).toBe('push');
    expect(stepOf(stack, explore(stack, { kind: 'stepped', by: 1 }))).toBe('push');
  });

  it('does not count a feature learning its id, or a camera move, as a step', () => {
    const named = explore(stack, { kind: 'identified', ref: 'a/1', id: 'odin:x/y:1' });
    expect(stepOf(stack, named)).toBe('replace');
    const moved = explore(stack, { kind: 'moved', view: { lat: 53, lng: -2, zoom: 9 } });
    expect(stepOf(stack, moved)).toBe('replace');
  });
});
