import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, differenceOf, VISIONS, type Vision } from './colour-difference.ts';
import type { Hue } from './palette.ts';
import { paletteOf } from './palettes.ts';

/** Lines and marks are never confused with areas: each set must hold within itself. */
const LINES: readonly Hue[] = ['energy', 'gas', 'water', 'sewer', 'digital', 'transport', 'social'];
const AREAS: readonly Hue[] = ['green', 'flood', 'heritage', 'sites', 'admin'];
const LEAST_DIFFERENCE = 12;

const pairs = (hues: readonly Hue[]): [Hue, Hue][] =>
  hues.flatMap((a, index) => hues.slice(index + 1).map((b): [Hue, Hue] => [a, b]));

describe.each(['light', 'dark', 'print'] as const)('paletteOf(%s)', (mode) => {
  const { hue, label, ground } = paletteOf(mode);
  const grounds = [ground.land, ground.urban, ground.outside, ground.water];

  it.each([
    ...pairs(LINES),
    ...pairs(AREAS),
  ])('tells %s from %s in four kinds of vision', (a, b) => {
    const least = Math.min(
      ...VISIONS.map((vision: Vision) => differenceOf(hue[a], hue[b], vision)),
    );
    expect(least).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
  });

  it.each(Object.entries(hue))('keeps %s at 3:1 or more on every ground', (_, colour) => {
    for (const each of grounds) expect(contrast(colour, each)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(label))('keeps %s labels at 4.5:1 or more on land', (_, colour) => {
    for (const each of [ground.land, ground.urban, ground.outside]) {
      expect(contrast(colour, each)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    'label',
    'labelStrong',
    'labelWater',
    'labelNet',
  ] as const)('keeps the basemap’s %s at 4.5:1 or more on land', (name) => {
    expect(contrast(ground[name], ground.land)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ground[name], ground.outside)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('paletteOf(print)', () => {
  const { hue, label, ground, lettered } = paletteOf('print');

  it('leaves the land white: it costs no ink', () => {
    expect([ground.land, ground.urban, ground.paper]).toEqual(['#ffffff', '#ffffff', '#ffffff']);
  });

  it.each(
    Object.entries(hue),
  )('keeps %s at 4.5:1 or more on every ground, copied in grey', (_, colour) => {
    for (const each of [ground.land, ground.outside, ground.water]) {
      expect(contrast(colour, each)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.entries(label))('keeps %s labels at 7:1 or more', (_, colour) => {
    expect(contrast(colour, ground.land)).toBeGreaterThanOrEqual(7);
  });

  it('says by letters what lines carry, as a copy in grey would not', () => {
    expect(lettered).toBe(true);
  });
});

it('paletteOf(contrast) knows no hue and no grey among its signs', () => {
  const { hue, label, ground } = paletteOf('contrast');
  expect(new Set([...Object.values(hue), ...Object.values(label), ground.ink])).toEqual(
    new Set(['#000000']),
  );
});

it('differenceOf() finds no difference in a colour and itself, and agrees with a published pair', () => {
  expect(differenceOf('#c63645', '#c63645', 'normal')).toBe(0);
  // black and white are 100 apart by definition of CIEDE2000
  expect(differenceOf('#000000', '#ffffff', 'normal')).toBeCloseTo(100, 0);
});

describe('tokens.css', () => {
  const file = new URL('../../client/tokens.css', import.meta.url);
  const css = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [light = '', dark = ''] = css.split(/\[data-theme=.dark.\]/);
  it.skipIf(css === '').each([
    ['light', light],
    ['dark', dark],
  ] as const)('holds the hues of the %s map', (mode, block) => {
    for (const [name, colour] of Object.entries(paletteOf(mode).hue)) {
      const value = new RegExp(`--theme-${name}:\\s*(#[0-9a-f]{6})`).exec(block)?.[1];
      if (value !== undefined) expect(`${name} ${value}`).toBe(`${name} ${colour}`);
    }
  });
});
