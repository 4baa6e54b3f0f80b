import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLayer } from './layer.ts';
import type { Measure, MeasureScope, Ruler } from './measure.ts';
import { onGrid } from './plane-shape.ts';
import { openRuler } from './ruler.ts';
import { E, N, shapes, star } from './test-shapes.ts';

/** Corners of the shapes: one geometry forgotten a round is 32 kB or more. */
const CORNERS = 2_000;

/** What rounds may add to GEOS's memory, which grows by the piece: less than one forgotten geometry a round. */
const SLACK_BYTES = 2e6;

const round = (at: number) =>
  star(
    E + at,
    N,
    Array.from({ length: CORNERS }, (_, corner) => 100 + 20 * Math.sin(corner / 9)),
  );

const jobs: Readonly<Record<string, (measure: Measure, ruler: Ruler) => unknown>> = {
  overlaps(measure) {
    const [one, other] = shapes(measure, round(0), round(30));
    return measure.overlapM2(one, other);
  },
  'lengths inside'(measure) {
    const [one, other] = shapes(measure, round(0), round(30));
    return measure.lengthInsideM(one, other);
  },
  distances(measure) {
    const [one, other] = shapes(measure, round(0), round(900));
    return measure.separation(one, other);
  },
  'unions, buffers and cuts'(measure) {
    const [one, other] = shapes(measure, round(0), round(30));
    const parts = [measure.intersection(one, other), measure.difference(one, other)];
    return measure.toPlane(measure.buffer(measure.union(parts), 2));
  },
  repairs(measure) {
    const ring = round(0).coordinates[0] ?? [];
    const crossed = [...ring.slice(0, 1_000), ...ring.slice(1_000).reverse(), ring[0] ?? []];
    return measure.shape(onGrid({ type: 'Polygon', coordinates: [crossed] })).repaired;
  },
  layers(measure, ruler) {
    const layer = openLayer(ruler, [onGrid(round(0)), onGrid(round(40))]);
    const about = layer.about(measure.shape(onGrid(round(20))), measure, 1_000);
    layer.close();
    return about;
  },
};

describe('measuring for long', () => {
  let ruler: Ruler;
  let ballast: MeasureScope;
  // until the memory GEOS began with is full: what is forgotten then shows at once
  beforeAll(async () => {
    ruler = await openRuler();
    ballast = ruler.open();
    const before = ruler.bytes();
    while (ruler.bytes() === before) ballast.measure.shape(onGrid(round(0)));
  });
  afterAll(() => ballast.close());

  it.each(Object.entries(jobs))(
    'takes no more memory for more %s',
    (_, job) => {
      const work = (rounds: number) => {
        for (let at = 0; at < rounds; at++) ruler.measure((measure) => job(measure, ruler));
      };
      work(20);
      const [bytes, held] = [ruler.bytes(), ruler.held()];
      work(300);
      expect(ruler.bytes() - bytes).toBeLessThan(SLACK_BYTES);
      expect(ruler.held()).toBe(held);
    },
    60_000,
  );
});
