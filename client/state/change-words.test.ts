import { describe, expect, it } from 'vitest';
import type { LayerChange } from '#data/schema/layer-changes.ts';
import { differencesOf, mainKind } from './change-words.ts';

const change = (more: Partial<LayerChange>): LayerChange => ({
  kinds: ['changed'],
  id: 'odin:x/1',
  layer: 'sites',
  line: 2,
  fields: [],
  dataset: 'd',
  title: 'A',
  ...more,
});

describe('differencesOf', () => {
  it('says each field before and after, and what was not stated', () => {
    const fields = [
      { name: 'planning-status', from: 'permissioned', to: 'not-permissioned' },
      { name: 'area-ha', to: 2.5 },
    ];
    expect(differencesOf(change({ fields }))).toEqual([
      'Planning status: “permissioned” → “not-permissioned”',
      'Area ha: not stated → “2.5”',
    ]);
  });

  it('says attributes as the server words them', () => {
    const fields = [{ name: 'area-ha', title: 'Area', from: '1.47 ha', to: '1.84 ha' }];
    expect(differencesOf(change({ fields }))).toEqual(['Area: 1.47 ha → 1.84 ha']);
  });

  it('says how far a thing moved, and that a boundary was redrawn', () => {
    const move = { distanceM: 12.4 };
    expect(differencesOf(change({ kinds: ['moved'], move }))[0]).toMatch(/^Moved by 12 m/);
    const redrawn = { areaM2: { from: 10_000, to: 25_000 } };
    expect(differencesOf(change({ kinds: ['moved'], move: redrawn }))).toEqual([
      'Moved area 1 → 2.5 ha',
    ]);
    expect(differencesOf(change({ kinds: ['moved'] }))).toEqual(['Drawn otherwise']);
  });
});

it('mainKind() of a thing both changed and moved is moved', () => {
  expect(mainKind(change({ kinds: ['changed', 'moved'] }))).toBe('moved');
});
