import { describe, expect, it } from 'vitest';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { sayShare, sayThinned, shareDrawn, thinnedOf } from './thinning.ts';
import type { WorkbenchLayer } from './workbench.ts';

const type = FEATURE_TYPES[0] as FeatureType;
const SHOWN = { 8: 0.004, 9: 0.12, 10: 0.9951, 14: 1 };
const summary = { ...summaryOf(type), title: 'Trees', minZoom: 8, maxZoom: 14, shown: SHOWN };
const layer = (title: string, share: number, visible = true): WorkbenchLayer => ({
  id: title,
  visible,
  opacity: 1,
  summary: { ...summary, title, shown: { 9: share } },
});

describe('shareDrawn()', () => {
  it.each([
    [7.9, 1],
    [8, 0.004],
    [9.99, 0.12],
    [14, 1],
    [19, 1],
    [12, 1],
  ])('at zoom %d it is %d', (zoom, share) => {
    expect(shareDrawn(summary, zoom)).toBe(share);
  });

  it('is all where the archive does not say', () => {
    const { shown: _, ...silent } = summary;
    expect(shareDrawn(silent, 9)).toBe(1);
  });
});

describe('thinnedOf()', () => {
  it('names what is shown and thinned, the most thinned first', () => {
    const layers = [layer('A', 0.5), layer('B', 0.1), layer('C', 1), layer('D', 0.2, false)];
    expect(thinnedOf(layers, 9.4).map(({ title }) => title)).toEqual(['B', 'A']);
    expect(thinnedOf(layers, 12)).toEqual([]);
  });
});

describe('sayShare()', () => {
  it.each([
    [0.12, '12 %'],
    [0.9951, 'over 99 %'],
    [0.004, 'under 1 %'],
    [0, 'none'],
  ])('says %d as %s', (share, words) => {
    expect(sayShare(share)).toBe(words);
  });
});

describe('sayThinned()', () => {
  const say = (...layers: WorkbenchLayer[]) => sayThinned(thinnedOf(layers, 9));
  it('says nothing when all is drawn', () => {
    expect(say(layer('Trees', 1))).toBeUndefined();
  });
  it('names one layer, two, and counts the rest', () => {
    const [trees, lamps, bins] = [layer('Trees', 0.12), layer('Lamps', 0.4), layer('Bins', 0.5)];
    expect(say(trees)).toBe('12 % of Trees are drawn at this zoom');
    expect(say(lamps, trees)).toBe('12 % of Trees and 40 % of Lamps are drawn at this zoom');
    expect(say(lamps, trees, bins)).toMatch(/, and not all of 1 more layer$/);
  });
});
