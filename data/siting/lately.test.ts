import { expect, it } from 'vitest';
import { rememberLately } from './lately.ts';

it('rememberLately() makes a reading once, one for each thing and key', () => {
  let made = 0;
  const lately = rememberLately<number>();
  const [one, other] = [{}, {}];
  const read = (thing: object, key: string): number =>
    lately(thing, key, () => {
      made += 1;
      return made;
    });
  expect([read(one, 'a'), read(one, 'a'), read(one, 'b'), read(other, 'a')]).toEqual([1, 1, 2, 3]);
});

it('rememberLately() forgets the oldest of many', () => {
  const lately = rememberLately<string>();
  const thing = {};
  for (let key = 0; key < 9; key++) lately(thing, `${key}`, () => 'first');
  expect(lately(thing, '8', () => 'again')).toBe('first');
  expect(lately(thing, '0', () => 'again')).toBe('again');
});
