import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCrs, listCrsIds } from './crs.ts';
import { toWgs84 } from './ostn15.ts';
import { unpackGrid } from './packed-grid.ts';
import { findProjection, helmertToWgs84 } from './projection.ts';

const grid = unpackGrid(readFileSync(new URL('./ostn15.bin.gz', import.meta.url)));
const MANCHESTER = [-2.2426, 53.4808] as const;
const BELFAST = [-5.93, 54.597] as const;

const distanceM = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(
    ((a[0] ?? 0) - (b[0] ?? 0)) * 111_320 * Math.cos(((b[1] ?? 0) * Math.PI) / 180),
    ((a[1] ?? 0) - (b[1] ?? 0)) * 111_320,
  );

describe('findProjection()', () => {
  // figures of PROJ 9.1.1; it takes other shifts for the old datums, hence the tolerances
  it.each([
    ['EPSG:4326', [-2.2426, 53.4808], MANCHESTER, 0.001],
    ['EPSG:4258', [-2.2426, 53.4808], MANCHESTER, 0.001],
    ['EPSG:3857', [-249645.090053, 7072432.860937], MANCHESTER, 0.001],
    ['EPSG:32630', [550262.512428, 5926024.72784], MANCHESTER, 0.01],
    ['EPSG:25831', [152229.938406, 5938559.709196], MANCHESTER, 0.01],
    ['EPSG:3035', [3512610.788591, 3443267.955829], MANCHESTER, 0.01],
    ['EPSG:23030', [550363.263446, 5926243.806821], MANCHESTER, 12],
    ['EPSG:4230', [-2.24110383900395, 53.4816269920067], MANCHESTER, 12],
    ['EPSG:4277', [-2.24116082635099, 53.4805518363329], MANCHESTER, 5],
    ['EPSG:2157', [733758.602633, 874050.417041], BELFAST, 0.01],
    ['EPSG:29901', [333835.760084, 374055.012842], BELFAST, 2],
    ['EPSG:29902', [333835.780847, 374054.308325], BELFAST, 2],
    ['EPSG:29903', [333835.780847, 374054.308325], BELFAST, 2],
  ])('brings %s %j to where PROJ has it', (id, [x = 0, y = 0], want, toleranceM) => {
    const position = findProjection(grid, id)?.toWgs84(x, y) ?? [];
    expect(distanceM(position as readonly number[], want)).toBeLessThan(toleranceM);
  });

  it('brings OSGB36 by OSTN15, and says so where it must fall back to Helmert', () => {
    const national = findProjection(grid, 'EPSG:27700');
    expect(national?.toWgs84(381_429, 391_372)).toEqual([
      ...(toWgs84(grid, 381_429, 391_372) ?? []),
      'OSTN15',
    ]);
    expect(national?.toWgs84(710_000, 400_000)?.[2]).toBe('Helmert');
  });

  it('brings degrees on OSGB36 to the same place as metres on OSGB36', () => {
    const degrees = findProjection(grid, 'EPSG:4277')?.toWgs84(-2.24116082635, 53.48055183633);
    expect(degrees?.[2]).toBe('OSTN15');
    // 2 m: the figures were made by Helmert, which is what OSTN15 corrects
    expect(distanceM(degrees?.slice(0, 2) as number[], MANCHESTER)).toBeGreaterThan(0.5);
  });

  it('knows no CRS outside the list', () => {
    expect(findProjection(grid, 'EPSG:2154')).toBeUndefined();
    expect(findCrs('EPSG:2154')).toBeUndefined();
  });

  it('never throws and never gives a position that is not finite', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.constantFrom(...listCrsIds()), number, number, (id, x, y) => {
        const [lng, lat] = findProjection(grid, id)?.toWgs84(x, y) ?? [0, 0];
        return Number.isFinite(lng) && Number.isFinite(lat);
      }),
    );
  });
});

it('helmertToWgs84() is within 5 m of OSTN15', () => {
  const exact = toWgs84(grid, 381_429, 391_372) ?? [0, 0];
  const rough = helmertToWgs84(381_429, 391_372) ?? [0, 0];
  expect(distanceM(rough, exact)).toBeLessThan(5);
  expect(distanceM(rough, exact)).toBeGreaterThan(0.5);
});
