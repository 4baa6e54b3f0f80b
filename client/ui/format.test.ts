import { expect, it } from 'vitest';
import { countOf, formatBytes, formatDistance, formatHash } from './format.ts';

it.each([
  [0, '0 m'],
  [412.4, '412 m'],
  [6160, '6.2 km'],
  [9960, '10 km'],
  [55_300, '55 km'],
])('formatDistance() says %d metres as %s', (metres, words) => {
  expect(formatDistance(metres)).toBe(words);
});

it('countOf() gives one its singular', () => {
  expect(countOf(1, 'layer')).toBe('1 layer');
  expect(countOf(1204, 'entry', 'entries')).toBe('1,204 entries');
});

it('formatBytes() and formatHash() keep what tells things apart', () => {
  expect(formatBytes(999)).toBe('999 B');
  expect(formatBytes(2_230_000)).toBe('2.2 MB');
  expect(formatHash(`d69e52fa${'0'.repeat(52)}66ee`)).toBe('d69e52fa…66ee');
});
