import { expect, it } from 'vitest';
import { arrange } from './arrange.ts';

const attribute = (name: string, text?: string) => ({
  name,
  title: name,
  ...(text === undefined ? {} : { text }),
});

it('arrange() keeps the order, every stated attribute and the first four unstated ones', () => {
  const unstated = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => attribute(name));
  const arranged = arrange([...unstated, attribute('voltage', '33')]);
  expect(arranged.rows.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'voltage']);
  expect(arranged.unstated.map(({ name }) => name)).toEqual(['e', 'f']);
});
