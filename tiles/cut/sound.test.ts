import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaOf, ringIsSimple, type Vertex } from '#tests/support/decode-archive.ts';
import { Path } from './path.ts';
import { isSound } from './sound.ts';

const judge = (ring: readonly Vertex[]): boolean => {
  const path = new Path();
  for (const { x, y } of ring) path.add(x, y);
  path.closePart();
  return isSound(path, 0);
};

/** As an independent check sees it: clockwise on screen, no edge meeting another. */
const isSimple = (ring: readonly Vertex[]): boolean => {
  const closed = [...ring, ring[0] as Vertex];
  return areaOf(closed) > 0 && ringIsSimple(closed);
};

const vertex = fc.record({
  x: fc.integer({ min: -6, max: 6 }),
  y: fc.integer({ min: -6, max: 6 }),
});
const anyRing = fc.uniqueArray(vertex, {
  minLength: 3,
  maxLength: 9,
  selector: ({ x, y }) => `${x}/${y}`,
});
/** Going round the origin, once or several times: what is judged at a glance, and what nearly is. */
const roundRing = fc.tuple(anyRing, fc.integer({ min: 1, max: 3 })).map(([ring, stride]) => {
  const sorted = ring.toSorted((a, b) => Math.atan2(a.y, a.x) - Math.atan2(b.y, b.x));
  return sorted.map((_, i) => sorted[(i * stride) % sorted.length] as Vertex);
});

it.each([
  ['any ring', anyRing],
  ['a ring that goes round', roundRing],
])('isSound() judges %s as an independent check does', (_, rings) => {
  fc.assert(
    fc.property(rings, (ring) => {
      fc.pre(new Set(ring).size === ring.length);
      expect(judge(ring)).toBe(isSimple(ring));
    }),
    { numRuns: 3_000 },
  );
});

it('isSound() accepts a star, and not one of five points drawn in one stroke', () => {
  const at = (turn: number, reach: number): Vertex => ({
    x: Math.round(reach * Math.cos(2 * Math.PI * turn)),
    y: Math.round(reach * Math.sin(2 * Math.PI * turn)),
  });
  const star = Array.from({ length: 10 }, (_, i) => at(i / 10, i % 2 === 0 ? 100 : 40));
  expect(judge(star)).toBe(true);
  expect(judge(star.toReversed())).toBe(false);
  // seen from the middle it goes on clockwise, but round twice
  expect(judge(Array.from({ length: 5 }, (_, i) => at((2 * i) / 5, 100)))).toBe(false);
});
