import { describe, expect, it } from 'vitest';
import { distanceM, metresPerPixel } from '#client/state/view.ts';
import {
  fitsBeside,
  fitted,
  PX_PER_MM,
  SCALES,
  scaleAtZoom,
  sheetOf,
  zoomAtScale,
} from './paper.ts';

describe('zoomAtScale', () => {
  it.each(SCALES)('1 : %d comes out on paper as such', (n) => {
    const zoom = zoomAtScale(53.5, n);
    const groundOfOneMm = metresPerPixel(53.5, zoom) * PX_PER_MM;
    expect(groundOfOneMm * 1_000).toBeCloseTo(n, 6);
    expect(scaleAtZoom(53.5, zoom)).toBeCloseTo(n, 6);
  });

  it('agrees with a distance on the ground', () => {
    const zoom = zoomAtScale(53.5, 10_000);
    const degreesPerPx = 360 / (512 * 2 ** zoom);
    const tenCm = 100 * PX_PER_MM * degreesPerPx;
    // the equator used for tiles is 0.1 % longer than the mean sphere's
    expect(distanceM([-2.2, 53.5], [-2.2 + tenCm, 53.5])).toBeCloseTo(1_000, -1);
  });
});

describe('sheetOf', () => {
  it.each([
    ['A4', 'landscape'],
    ['A4', 'portrait'],
    ['A3', 'landscape'],
    ['A3', 'portrait'],
  ] as const)('%s %s gives the map more than half the sheet', (paper, turn) => {
    const { widthMm, heightMm, mapWidthMm, mapHeightMm } = sheetOf(paper, turn);
    expect(mapWidthMm * mapHeightMm).toBeGreaterThan(0.5 * widthMm * heightMm);
    expect(mapWidthMm).toBeLessThan(widthMm);
  });

  it('fits what the screen showed into the width of the map', () => {
    const sheet = sheetOf('A4', 'landscape');
    const view = fitted({ lng: -2.2, lat: 53.5, zoom: 3 }, 6_200, sheet);
    const widthM = metresPerPixel(53.5, view.zoom) * sheet.mapWidthMm * PX_PER_MM;
    expect(widthM).toBeCloseTo(6_200, 3);
  });
});

describe('fitsBeside', () => {
  it('keeps a short legend on the sheet and gives a long one a sheet of its own', () => {
    for (const turn of ['landscape', 'portrait'] as const) {
      const sheet = sheetOf('A4', turn);
      expect(fitsBeside([1, 3, 2], turn, sheet)).toBe(true);
      expect(fitsBeside(Array(20).fill(4), turn, sheet)).toBe(false);
    }
  });
});
