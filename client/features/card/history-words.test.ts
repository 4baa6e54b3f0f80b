import { expect, it } from 'vitest';
import type { FeatureHistory } from '#data/schema/feature-history.ts';
import { sayFirst, sayUncompared } from './history-words.ts';

const history = (more: Partial<FeatureHistory>): FeatureHistory => ({
  id: 'odin:land/brownfield-site:x',
  dataset: 'x',
  first: { edition: 1, publishedAt: '2026-03-04T10:00:00Z' },
  live: { edition: 3, publishedAt: '2026-10-02T10:00:00Z' },
  editions: 3,
  steps: [],
  uncompared: [],
  ...more,
});

it('sayFirst() says since when it is known, and that nothing became of it', () => {
  expect(sayFirst(history({}))).toBe(
    'First seen in edition 1 (4 March 2026); the same in all 3 editions since.',
  );
  const step = { edition: 3, publishedAt: '2026-10-02', kinds: ['changed' as const], fields: [] };
  expect(sayFirst(history({ steps: [step] }))).toBe('First seen in edition 1 (4 March 2026).');
  const live = { edition: 1, publishedAt: '2026-03-04T10:00:00Z' };
  expect(sayFirst(history({ live }))).toBe(
    'First seen in edition 1 (4 March 2026), the one on the map.',
  );
});

it('sayUncompared() names the editions nobody knows about, and claims nothing of them', () => {
  expect(sayUncompared(history({}))).toBeUndefined();
  expect(sayUncompared(history({ uncompared: [2] }))).toMatch(/^Edition 2 was not compared/u);
  expect(sayUncompared(history({ uncompared: [3, 2] }))).toMatch(/^Editions 2, 3 were not/u);
  expect(sayFirst(history({ uncompared: [2] }))).not.toContain('the same');
});
