import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNationalGrid, toNationalGridArray, toWgs84, toWgs84Array } from './ostn15.ts';
import { packGrid, unpackGrid } from './packed-grid.ts';

const packed = readFileSync(new URL('./ostn15.bin.gz', import.meta.url));
const grid = unpackGrid(packed);

/**
 * Ordnance Survey's OSTN15 test points (OSGB36 to ETRS89): easting, northing, lng, lat.
 * © Crown copyright Ordnance Survey; see NOTICE.
 */
const POINTS: readonly (readonly [number, number, number, number])[] = [
  [91492.146, 11318.804, -6.29977752014, 49.9222639373],
  [170370.718, 11572.405, -5.20304609998, 49.9600613782],
  [250359.811, 62016.569, -4.10864563561, 50.4388582561],
  [438710.92, 114792.25, -1.450514337, 50.9312793791],
  [292184.87, 168003.465, -3.5512834924, 51.4007822014],
  [639821.835, 169565.858, 1.44454730409, 51.3744702555],
  [530624.974, 178388.464, -0.1199255718, 51.4893656495],
  [241124.584, 220332.641, -4.3085247696, 51.858908964],
  [599445.59, 225722.826, 0.89724327012, 51.8943663735],
  [474335.969, 262047.755, -0.9124895697, 52.2516095123],
  [562180.547, 319784.995, 0.40153547065, 52.7513668717],
  [454002.834, 340834.943, -1.19747655922, 52.9621910941],
  [247958.971, 393492.909, -4.28918069756, 53.4162851604],
  [247959.241, 393495.583, -4.28917792869, 53.4163092542],
  [331534.564, 431920.794, -3.04045490691, 53.7791102576],
  [227778.33, 468847.388, -4.63452168212, 54.0866631808],
  [525745.67, 470703.214, -0.07773133187, 54.1168514429],
  [244780.636, 495254.887, -4.38849118133, 54.3291954101],
  [424639.355, 565012.703, -1.61657685184, 54.9791227366],
  [256340.925, 664697.269, -4.29649016251, 55.8539995295],
  [319188.434, 670947.534, -3.29479219337, 55.9247826551],
  [397160.491, 805349.736, -2.04856030746, 57.1390251896],
  [267056.768, 846176.972, -4.21926398555, 57.4862500072],
  [9587.906, 899449, -8.57854456076, 57.8135183841],
  [151968.652, 966483.78, -6.26091455533, 58.515603613],
  [299721.891, 967202.992, -3.72631022121, 58.5812046128],
  [330398.323, 1017347.016, -3.21454001115, 59.0374387119],
  [180862.461, 1029604.114, -5.82799339844, 59.096716174],
  [421300.525, 1072147.239, -1.62516966058, 59.5347079449],
  [440725.073, 1107878.448, -1.27486910356, 59.8540991389],
];

const METRES_A_DEGREE = 111_320;
const errorM = (
  [lng, lat]: readonly [number, number],
  [wantLng, wantLat]: readonly [number, number],
) =>
  Math.hypot(
    (lng - wantLng) * METRES_A_DEGREE * Math.cos((wantLat * Math.PI) / 180),
    (lat - wantLat) * METRES_A_DEGREE,
  );

describe('OSTN15', () => {
  it.each(POINTS)('toWgs84() is true to 1 mm at OS test point %d, %d', (e, n, lng, lat) => {
    expect(errorM(toWgs84(grid, e, n) ?? [0, 0], [lng, lat])).toBeLessThan(0.001);
  });

  it.each(POINTS)('toNationalGrid() comes back to 1 mm at %d, %d', (e, n, lng, lat) => {
    const [easting, northing] = toNationalGrid(grid, lng, lat) ?? [0, 0];
    expect(Math.hypot(easting - e, northing - n)).toBeLessThan(0.001);
  });

  it('toWgs84() and toNationalGrid() are inverses to 0.1 mm anywhere on the grid', () => {
    const easting = fc.double({ min: 1_000, max: 699_000, noNaN: true });
    const northing = fc.double({ min: 1_000, max: 1_249_000, noNaN: true });
    fc.assert(
      fc.property(easting, northing, (e, n) => {
        const there = toWgs84(grid, e, n) ?? [0, 0];
        const [backE, backN] = toNationalGrid(grid, ...there) ?? [0, 0];
        expect(Math.hypot(backE - e, backN - n)).toBeLessThan(0.0001);
      }),
    );
  });

  it('array forms give what single points give', () => {
    const eastNorth = Float64Array.from(POINTS.flatMap((point) => point.slice(0, 2)));
    const singly = POINTS.flatMap(([e, n]) => toWgs84(grid, e, n) ?? []);
    expect(toWgs84Array(grid, eastNorth)).toBe(0);
    expect([...eastNorth]).toEqual(singly);
    const back = POINTS.flatMap(
      (_, i) => toNationalGrid(grid, singly[2 * i] ?? 0, singly[2 * i + 1] ?? 0) ?? [],
    );
    expect(toNationalGridArray(grid, eastNorth)).toBe(0);
    expect([...eastNorth]).toEqual(back);
  });

  it.each([
    [-1, 400_000],
    [701_000, 400_000],
    [400_000, 1_251_000],
    [Number.NaN, 400_000],
    [Number.POSITIVE_INFINITY, 1],
  ])('toWgs84() is undefined outside the grid, at %d, %d', (e, n) => {
    expect(toWgs84(grid, e, n)).toBeUndefined();
    const points = Float64Array.of(e, n, 380_000, 400_000);
    expect(toWgs84Array(grid, points)).toBe(1);
    expect(points[0]).toBeNaN();
    expect(points[2]).toBeCloseTo(-2.3, 1);
  });

  it.each([
    [2.4, 48.9],
    [-2.2, 80],
    [Number.NaN, 53],
  ])('toNationalGrid() is undefined outside the grid, at %d, %d', (lng, lat) => {
    expect(toNationalGrid(grid, lng, lat)).toBeUndefined();
  });
});

describe('the packed grid', () => {
  it('packGrid() and unpackGrid() are inverses', () => {
    expect(unpackGrid(packGrid(grid)).shiftsMm).toEqual(grid.shiftsMm);
  });

  it('packGrid() refuses a grid of another size', () => {
    expect(() => packGrid({ shiftsMm: new Uint16Array(4) })).toThrow(RangeError);
  });

  it('unpackGrid() refuses other bytes', () => {
    expect(() => unpackGrid(Uint8Array.of(1, 2, 3))).toThrow();
    const wrong = packGrid({ shiftsMm: new Uint16Array(grid.shiftsMm.length) });
    expect(unpackGrid(wrong).shiftsMm[0]).toBe(0);
  });
});
