import { describe, expect, it } from 'vitest';
import { modeOf, readAppearance } from './appearance.ts';
import { nameView } from './place.ts';
import { scaleBar } from './scale.ts';
import { heightOf, nextStop, settle } from './sheet.ts';
import { distanceM, metresPerPixel } from './view.ts';

describe('the sheet', () => {
  it('settle() stops at the nearest height when let go slowly', () => {
    expect(settle(heightOf('half', 800) + 30, 800, 0)).toBe('half');
    expect(settle(790, 800, 0.1)).toBe('full');
  });

  it('settle() goes one stop on in the direction of a flick', () => {
    expect(settle(heightOf('half', 800) + 30, 800, 1)).toBe('full');
    expect(settle(heightOf('half', 800) - 30, 800, -1)).toBe('peek');
    expect(settle(heightOf('half', 800) - 30, 800, 1)).toBe('half');
  });

  it('heightOf() gives a full sheet all of a low window, and no stop less than the lowest', () => {
    expect(heightOf('full', 240)).toBe(240);
    expect(heightOf('half', 100)).toBe(heightOf('peek', 100));
    expect(heightOf('peek', 200)).toBeLessThan(heightOf('peek', 780));
    expect(heightOf('full', 780)).toBeLessThan(780);
  });

  it('nextStop() stays at the ends', () => {
    expect(nextStop('full', 1)).toBe('full');
    expect(nextStop('peek', -1)).toBe('peek');
  });
});

describe('the appearance', () => {
  it('modeOf() follows the device, more contrast before dark', () => {
    expect(modeOf('auto', { dark: true, contrast: true })).toBe('contrast');
    expect(modeOf('auto', { dark: true, contrast: false })).toBe('dark');
    expect(modeOf('light', { dark: true, contrast: true })).toBe('light');
  });

  it('readAppearance() takes anything unknown as auto', () => {
    expect(readAppearance('sepia')).toBe('auto');
    expect(readAppearance(null)).toBe('auto');
  });
});

describe('the view', () => {
  it('scaleBar() gives a round distance no longer than asked', () => {
    expect(scaleBar(10, 100)).toEqual({ distanceM: 1000, widthPx: 100 });
    expect(scaleBar(4.1, 100)).toMatchObject({ distanceM: 200 });
  });

  it('distanceM() agrees with a known pair: Manchester to Rochdale town halls, about 16 km', () => {
    expect(distanceM([-2.2446, 53.4794], [-2.1594, 53.6157])).toBeCloseTo(16_180, -3);
  });

  it('metresPerPixel() halves with every zoom', () => {
    expect(metresPerPixel(53.5, 10) / metresPerPixel(53.5, 11)).toBeCloseTo(2, 9);
  });

  it('nameView() names the region from afar, the district, and the nearest place when close', () => {
    const ring = [
      [-2.4, 53.3],
      [-2.2, 53.3],
      [-2.2, 53.5],
      [-2.4, 53.5],
    ] as const;
    const gazetteer = {
      region: 'Greater Manchester',
      areas: [{ name: 'Trafford', rings: [ring] }],
      places: [{ name: 'Sale', point: [-2.32, 53.42] }],
    } as const;
    expect(nameView(gazetteer, [-2.3, 53.42], 40_000)).toBe('Greater Manchester');
    expect(nameView(gazetteer, [-2.3, 53.42], 20_000)).toBe('Trafford');
    expect(nameView(gazetteer, [-2.3, 53.42], 6_000)).toBe('Sale, Trafford');
    expect(nameView(gazetteer, [-2.3, 53.48], 6_000)).toBe('Trafford');
    expect(nameView(gazetteer, [-1.3, 53.42], 6_000)).toBe('Outside Greater Manchester');
  });
});
