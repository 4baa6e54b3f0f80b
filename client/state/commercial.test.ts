import { describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { commercialBar, forUse } from './commercial.ts';
import { explore, START } from './explore.ts';
import { readUrl, writeUrl } from './url.ts';

const layer = (commercialUse?: LayerSummary['licence']['commercialUse'], chip = 'open') => ({
  ...{ id: 'masts', visible: true, opacity: 1 },
  summary: {
    id: 'masts',
    licence: { id: 'X', title: 'The X licence', chip, attribution: '', commercialUse },
  } as unknown as LayerSummary,
});

describe('commercialBar()', () => {
  it('lets through what its licence allows, and says why it bars the rest', () => {
    expect(commercialBar(layer('y').summary)).toBeUndefined();
    expect(commercialBar(layer('n').summary)).toBe('The X licence does not allow commercial use.');
    expect(commercialBar(layer('per').summary)).toContain('only as its agreement says');
    expect(commercialBar(layer('unknown').summary)).toContain('does not say');
  });

  it('never takes silence for leave', () => {
    expect(commercialBar(layer(undefined, 'view-only').summary)).toContain('does not say');
    expect(commercialBar(layer(undefined).summary)).toBeUndefined();
  });
});

describe('forUse()', () => {
  it('hides what is barred, and nothing where no use is said', () => {
    const layers = [layer('y'), layer('n')];
    expect(forUse(layers, undefined)).toBe(layers);
    expect(forUse(layers, 'commercial').map(({ visible, barred }) => [visible, barred])).toEqual([
      [true, undefined],
      [false, 'The X licence does not allow commercial use.'],
    ]);
  });
});

describe('the use in the address', () => {
  it('is carried there and back, and left out at the start', () => {
    const on = explore(START, { kind: 'use-chosen', use: 'commercial' });
    expect(writeUrl(on)).toBe('?use=commercial');
    expect(readUrl('?use=commercial').use).toBe('commercial');
    expect(readUrl('?use=theft').use).toBeUndefined();
    expect(writeUrl(explore(on, { kind: 'use-chosen', use: undefined }))).toBe('');
  });
});
