import { expect, it } from 'vitest';
import { contrast } from '#data/cartography/colour-difference.ts';
import { bytesOf, rampOf, stepOf } from './sites-ramp.ts';

it('stepOf() puts every score into one of five colours, 100 into the last', () => {
  expect([0, 19.9, 20, 59.9, 60, 80, 100].map(stepOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
  expect([-1, 101].map(stepOf)).toEqual([0, 4]);
});

it('bytesOf() reads a colour as red, green, blue and opacity', () => {
  expect(bytesOf('#fbe4c4')).toEqual([251, 228, 196, 255]);
  expect(bytesOf('#0b4f6c', 0.5)).toEqual([11, 79, 108, 128]);
});

it.each([
  'light',
  'dark',
  'contrast',
  'print',
] as const)('the ramp of %s goes one way in lightness, by steps that can be told apart in grey', (mode) => {
  const ramp = rampOf(mode);
  const onBlack = ramp.map((colour) => contrast(colour, '#000000'));
  const rising = onBlack.toSorted((one, other) => one - other);
  expect(onBlack).toEqual(mode === 'dark' ? rising : rising.toReversed());
  const steps = ramp.slice(1).map((colour, at) => contrast(colour, ramp[at] ?? colour));
  expect(Math.min(...steps)).toBeGreaterThan(1.3);
});
