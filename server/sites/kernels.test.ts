import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#scripts/bench/seeded.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { star } from '#server/measure/test-shapes.ts';
import { apartM2 } from './apart.ts';
import { openCandidates } from './candidates.ts';
import { jointM2, overlapM2, planeOf } from './ground.ts';
import { layOut } from './outlines.ts';
import { makeSound } from './sound.ts';
import { candidate, randomShape, randomStar } from './test-ground.ts';

let ruler: Ruler;
beforeAll(async () => {
  ruler = await openRuler();
});

const E = 380_000;
const N = 398_000;

describe('kernels beside GEOS', () => {
  it('apartM2() is the distance GEOS measures, over points, lines, holes and parts', () => {
    const draw = seededRandom(7);
    for (let round = 0; round < 1500; round++) {
      const pair = [
        onGrid(randomShape(draw, E, N, 100)),
        onGrid(randomShape(draw, E + (draw() - 0.5) * 900, N + (draw() - 0.5) * 900, 150)),
      ];
      const laid = layOut(makeSound(ruler, pair));
      const wanted = ruler.measure(
        (measure) =>
          measure.separation(measure.shape(planeOf(laid, 0)), measure.shape(planeOf(laid, 1)))
            .distanceM,
      );
      expect(
        Math.abs(Math.sqrt(apartM2(laid, 0, laid, 1, Infinity)) - wanted),
        `round ${round}`,
      ).toBeLessThan(1e-5);
    }
  });

  it('overlapM2() and jointM2() are the ground GEOS finds under one polygon and under several', () => {
    const draw = seededRandom(11);
    for (let round = 0; round < 1000; round++) {
      const about = () => [E + (draw() - 0.5) * 300, N + (draw() - 0.5) * 300] as const;
      const site = randomShape(() => 0.3 + draw() * 0.7, ...about(), 100);
      const candidates = openCandidates(ruler, [candidate('site', site)]);
      const shapes = makeSound(
        ruler,
        Array.from({ length: 1 + Math.floor(draw() * 3) }, () =>
          onGrid(randomStar(draw, ...about(), 150)),
        ),
      );
      const of = layOut(shapes);
      const overlaps = shapes.map((_, at) => ({
        of,
        at,
        areaM2: overlapM2(ruler, candidates, 0, { of, at }),
      }));
      const wanted = ruler.measure((measure) => {
        const held = shapes.map((each) => measure.shape(each));
        const self = measure.shape(onGrid(site));
        return {
          each: held.map((one) => measure.overlapM2(self, one)),
          joint: measure.overlapM2(self, measure.union(held)),
        };
      });
      for (const [at, { areaM2 }] of overlaps.entries()) {
        expect(Math.abs(areaM2 - (wanted.each[at] ?? 0)), `round ${round}, ${at}`).toBeLessThan(
          1e-3,
        );
      }
      expect(
        Math.abs(jointM2(ruler, candidates, 0, overlaps) - wanted.joint),
        `round ${round}`,
      ).toBeLessThan(1e-3);
    }
  });

  it('both pass over most of a zone of thousands of corners, and miss nothing', () => {
    const draw = seededRandom(23);
    const radii = Array.from({ length: 4_000 }, () => 3_000 + 400 * draw());
    const zone = onGrid(star(E, N, radii));
    const of = layOut([zone]);
    for (let round = 0; round < 60; round++) {
      const turn = draw() * 2 * Math.PI;
      const away = 2_600 + 1_200 * draw();
      const site = randomStar(draw, E + away * Math.cos(turn), N + away * Math.sin(turn), 150);
      const candidates = openCandidates(ruler, [candidate('site', site)]);
      const wanted = ruler.measure((measure) => {
        const [self, other] = [measure.shape(onGrid(site)), measure.shape(zone)];
        return {
          areaM2: measure.overlapM2(self, other),
          distanceM: measure.separation(self, other).distanceM,
        };
      });
      const areaM2 = overlapM2(ruler, candidates, 0, { of, at: 0 });
      expect(Math.abs(areaM2 - wanted.areaM2), `round ${round}`).toBeLessThan(1e-3);
      const apartM = Math.sqrt(apartM2(candidates.edge, 0, of, 0, Infinity));
      expect(Math.abs(apartM - wanted.distanceM), `round ${round}`).toBeLessThan(1e-5);
    }
  });
});
