import { describe, expect, it } from 'vitest';
import type { LayerMoment } from '#data/schema/layer-moments.ts';
import { sayMoment } from './say-moment.ts';

const moment = (...publishers: readonly string[]): LayerMoment => ({
  at: '2026-03-03T10:00:00.000Z',
  tiles: '',
  version: '',
  featureCount: 0,
  published: publishers.map((publisher) => ({ dataset: publisher, publisher, edition: 2 })),
});

describe('sayMoment()', () => {
  it.each([
    [moment('Bury'), true, 'Edition 2, 3 March 2026'],
    [moment('Bury'), false, 'Bury edition 2, 3 March 2026'],
    [moment('Bury', 'Oldham'), false, 'Bury edition 2, Oldham edition 2, 3 March 2026'],
    [
      moment('Bury', 'Oldham', 'Wigan'),
      false,
      'Bury edition 2, Oldham edition 2 and 1 more, 3 March 2026',
    ],
    [moment(), false, '3 March 2026'],
  ])('says %o', (told, isOnly, words) => {
    expect(sayMoment(told, isOnly)).toBe(words);
  });
});
