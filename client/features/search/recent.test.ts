import { expect, it } from 'vitest';
import type { SearchOption } from './options.ts';
import { recentGroups, remember } from './recent.ts';

const option = (title: string): SearchOption => ({
  index: 9,
  kind: 'place',
  result: { title, detail: 'Trafford' },
});

it('remember() puts the latest first, each once, five at most', () => {
  const names = ['Sale', 'Urmston', 'Sale', 'Stretford', 'Hale', 'Bowdon', 'Flixton'];
  const kept = names.map(option).reduce(remember, [] as readonly SearchOption[]);
  expect(kept.map(({ result }) => result.title)).toEqual([
    'Flixton',
    'Bowdon',
    'Hale',
    'Stretford',
    'Sale',
  ]);
});

it('recentGroups() numbers from 0 and is no group while nothing was gone to', () => {
  const [group] = recentGroups([option('Sale'), option('Hale')]);
  expect(group?.options.map(({ index }) => index)).toEqual([0, 1]);
  expect(recentGroups([])).toEqual([]);
});
