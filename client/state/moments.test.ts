import { describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LayerMoment } from '#data/schema/layer-moments.ts';
import { asOnSide, beforeLatest, momentAt } from './moments.ts';

const moment = (at: string, version: string): LayerMoment => ({
  at,
  tiles: `/tiles/a/${version}/{z}/{x}/{y}.mvt`,
  version,
  featureCount: 3,
  published: [],
});

const MOMENTS = [
  moment('2026-05-01T10:00:00.000Z', 'now'),
  moment('2026-03-01T10:00:00.000Z', 'as-of-2'),
  moment('2026-01-01T10:00:00.000Z', 'as-of-1'),
];

const LAYERS = ['a', 'b'].map((id) => ({
  id,
  summary: { id, version: 'now', featureCount: 9, shown: { 9: 0.5 } } as unknown as LayerSummary,
}));

describe('momentAt()', () => {
  it.each([
    [undefined, 'now'],
    ['2026-05-01T10:00:00Z', 'now'],
    ['2026-04-30T00:00:00Z', 'as-of-2'],
    ['2026-03-01T10:00:00.000Z', 'as-of-2'],
    ['2026-01-15T00:00:00Z', 'as-of-1'],
    ['2025-12-31T00:00:00Z', undefined],
    ['no time', undefined],
  ])('at %s is %s', (at, version) => {
    expect(momentAt(MOMENTS, at)?.version).toBe(version);
  });
});

describe('asOnSide()', () => {
  const editions = { layer: 'a', left: '2026-02-01T00:00:00Z' };
  const versionsOf = (side: 'left' | 'right', moments?: readonly LayerMoment[]) =>
    asOnSide(LAYERS, editions, { moments, side }).map(({ summary }) => summary.version);

  it('shows the layer as it stood on the side asked, and every other as it is', () => {
    expect(versionsOf('left', MOMENTS)).toEqual(['as-of-1', 'now']);
    expect(versionsOf('right', MOMENTS)).toEqual(['now', 'now']);
    const [past] = asOnSide(LAYERS, editions, { moments: MOMENTS, side: 'left' });
    expect(past?.summary).toMatchObject({ featureCount: 3 });
    expect(past?.summary.shown).toBeUndefined();
  });

  it('leaves the layer out while it is not known, or before it was first published', () => {
    expect(versionsOf('left')).toEqual(['now']);
    const early = { layer: 'a', left: '2020-01-01T00:00:00Z' };
    expect(asOnSide(LAYERS, early, { moments: MOMENTS, side: 'left' })).toEqual([LAYERS[1]]);
  });
});

describe('beforeLatest()', () => {
  it('is the moment before an edition that replaced another, not before a dataset that came new', () => {
    const [newest, middle, oldest] = MOMENTS as [LayerMoment, LayerMoment, LayerMoment];
    const published = (edition: number) => [{ dataset: 'a', publisher: 'A', edition }];
    const moments = [
      { ...newest, published: published(1) },
      { ...middle, published: published(2) },
      { ...oldest, published: published(1) },
    ];
    expect(beforeLatest(moments)?.version).toBe('as-of-1');
    expect(beforeLatest(MOMENTS)?.version).toBe('as-of-2');
    expect(beforeLatest([newest])).toBeUndefined();
  });
});
