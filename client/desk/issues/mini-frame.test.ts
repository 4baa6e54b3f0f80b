import { expect, it } from 'vitest';
import { frameFor } from './mini-frame.ts';

const SIZE = { widthPx: 268, heightPx: 172, marginPx: 20 };

it('frameFor puts what is north above and what is east to the right', () => {
  const place = frameFor(
    [
      [-2.2, 53.6],
      [-2.1, 53.5],
    ],
    SIZE,
    1000,
  );
  const [west, north] = place([-2.2, 53.6]);
  const [east, south] = place([-2.1, 53.5]);
  expect(west).toBeLessThan(east);
  expect(north).toBeLessThan(south);
});

it('frameFor keeps everything inside the margin at one scale', () => {
  const ends = [
    [-2.18, 50.27],
    [-2.15, 53.62],
  ] as const;
  const place = frameFor(ends, SIZE, 1000);
  for (const end of ends) {
    const [x, y] = place(end);
    expect(x).toBeGreaterThanOrEqual(SIZE.marginPx);
    expect(x).toBeLessThanOrEqual(SIZE.widthPx - SIZE.marginPx);
    expect(Math.round(y)).toBeGreaterThanOrEqual(SIZE.marginPx);
    expect(Math.round(y)).toBeLessThanOrEqual(SIZE.heightPx - SIZE.marginPx);
  }
});

it('frameFor gives a lone point surroundings, in the middle', () => {
  expect(frameFor([[-2.2, 53.6]], SIZE, 4000)([-2.2, 53.6])).toEqual([134, 86]);
  const [x] = frameFor([[-2.2, 53.6]], SIZE, 4000)([-2.19, 53.6]);
  expect(x).toBeLessThan(200);
  expect(frameFor([], SIZE, 4000)([0, 0])).toEqual([134, 86]);
});
