import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredLayer, openLayer } from './layer.ts';
import type { Ruler } from './measure.ts';
import { onGrid } from './plane-shape.ts';
import { openRuler } from './ruler.ts';
import { E, line, N, point, square } from './test-shapes.ts';

let ruler: Ruler;
let layer: MeasuredLayer | undefined;
beforeAll(async () => {
  ruler = await openRuler();
});
afterEach(() => {
  layer?.close();
  expect(ruler.held()).toBe(0);
});

const about = (subject: Parameters<typeof onGrid>[0], reachM = 0) =>
  ruler.measure((measure) => layer?.about(measure.shape(onGrid(subject)), measure, reachM));

describe('openLayer', () => {
  it('counts ground once that several shapes cover', () => {
    layer = openLayer(
      ruler,
      [square(E, N, 100), square(E, N, 50), square(E + 900, N, 9)].map(onGrid),
    );
    expect(about(square(E + 50, N, 100))).toEqual({
      overlapM2: 5_000,
      lengthInsideM: 0,
      count: 2,
      nearest: { index: 0, distanceM: 0 },
    });
  });

  it('adds up lines inside, and measures a line against polygons', () => {
    layer = openLayer(ruler, [
      onGrid(line([E - 10, N + 10], [E + 200, N + 10])),
      onGrid(line([E + 10, N - 10], [E + 10, N + 20])),
    ]);
    expect(about(square(E, N, 100))).toMatchObject({ lengthInsideM: 120, count: 2, overlapM2: 0 });
    layer.close();
    layer = openLayer(ruler, [square(E, N, 100), square(E + 50, N, 100)].map(onGrid));
    expect(about(line([E - 10, N + 10], [E + 300, N + 10]))).toMatchObject({
      lengthInsideM: 150,
      count: 2,
    });
  });

  it('finds the nearest within reach, the far one too and none beyond', () => {
    layer = openLayer(
      ruler,
      [point(E + 5_000, N), point(E + 3_000, N + 40), point(E, N + 9_000)].map(onGrid),
    );
    const [subject, distanceM] = [square(E, N, 100), 2_900];
    expect(about(subject, 5_000)?.nearest).toEqual({ index: 1, distanceM });
    expect(about(subject, 2_900)?.nearest).toEqual({ index: 1, distanceM });
    expect(about(subject, 2_899)?.nearest).toBeUndefined();
    expect(about(subject)?.nearest).toBeUndefined();
  });

  it('may be empty, or hold empty shapes', () => {
    layer = openLayer(ruler, []);
    expect(about(square(E, N, 100), 5_000)).toEqual({ overlapM2: 0, lengthInsideM: 0, count: 0 });
    layer.close();
    layer = openLayer(ruler, [{ kind: 'polygon', parts: [] }, onGrid(point(E + 200, N))]);
    expect(about(square(E, N, 100), 5_000)?.nearest).toEqual({ index: 1, distanceM: 100 });
    expect(() => layer?.shapeAt(2)).toThrow(RangeError);
  });
});
