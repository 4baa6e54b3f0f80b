import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaOf, ringIsSimple, type Vertex } from '#tests/support/decode-archive.ts';
import { mend } from './mend.ts';
import { Path } from './path.ts';
import { isSound } from './sound.ts';

type Ring = readonly (readonly [number, number])[];

function pathOf(rings: readonly Ring[]): Path {
  const path = new Path();
  for (const ring of rings) {
    for (const [x, y] of ring) path.add(x, y);
    path.closePart();
  }
  return path;
}

/** Rings of a path with their closing vertex. */
const ringsOf = (path: Path): Vertex[][] =>
  Array.from({ length: path.parts }, (_, part) => {
    const ring: Vertex[] = [];
    for (let i = path.startOf(part); i < path.endOf(part); i++) {
      ring.push({ x: path.xs[i] as number, y: path.ys[i] as number });
    }
    return [...ring, ring[0] as Vertex];
  });

function mended(...rings: Ring[]): Vertex[][] {
  const path = pathOf(rings);
  mend(path, 0);
  return ringsOf(path);
}

const areas = (rings: readonly Vertex[][]): number[] => rings.map(areaOf).sort((a, b) => b - a);
const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

it('mend() makes two triangles of a bow tie', () => {
  expect(
    areas(
      mended([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ),
  ).toEqual([25, 25]);
});

it('mend() cuts a spike off and takes a doubled edge out', () => {
  const spike = mended([
    [0, 0],
    [10, 0],
    [10, 5],
    [20, 5],
    [10, 5],
    [10, 10],
    [0, 10],
  ]);
  expect(areas(spike)).toEqual([100]);
  // two squares joined along a side, as clipping leaves them
  const joined = mended([
    [0, 0],
    [10, 0],
    [10, 30],
    [0, 30],
    [0, 20],
    [10, 20],
    [10, 10],
    [0, 10],
  ]);
  expect(areas(joined)).toEqual([100, 100]);
});

it('mend() turns a ring that touches itself into an exterior and a hole', () => {
  const rings = mended([
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 10],
    [7, 5],
    [3, 5],
    [5, 10],
    [0, 10],
  ]);
  expect(areas(rings)).toEqual([100, -10]);
  expect(areaOf(rings[0] as Vertex[])).toBe(100);
});

it('mend() turns rings the right way round and gives each exterior its holes', () => {
  const hole: Ring = [
    [2, 2],
    [4, 2],
    [4, 4],
    [2, 4],
  ];
  expect(areas(mended(SQUARE.toReversed(), hole))).toEqual([100, -4]);
  // two squares at the ends of a path without width
  const path: Ring = [
    [10, 0],
    [20, 0],
    [30, 0],
    [30, 10],
    [20, 10],
    [20, 0],
    [10, 0],
    [10, 10],
  ];
  const rings = mended([[0, 0], ...path, [0, 10]], hole);
  expect(areas(rings)).toEqual([100, 100, -4]);
  const first = rings.findIndex((ring) => areaOf(ring) < 0) - 1;
  expect(rings[first]?.some(({ x }) => x === 0)).toBe(true);
});

it('mend() cuts away what a hole takes of its exterior’s edge', () => {
  expect(
    areas(
      mended(SQUARE, [
        [5, 5],
        [5, 15],
        [15, 15],
        [15, 5],
      ]),
    ),
  ).toEqual([75, 75]);
});

it('mend() leaves nothing of what has no area', () => {
  expect(
    mended([
      [0, 0],
      [10, 0],
      [5, 0],
    ]),
  ).toEqual([]);
  expect(
    mended([
      [0, 0],
      [10, 10],
      [0, 0],
      [10, 10],
    ]),
  ).toEqual([]);
});

const corner = fc.tuple(fc.integer({ min: -64, max: 4160 }), fc.integer({ min: -64, max: 4160 }));
const near = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
const anyRings = fc.oneof(
  fc.array(fc.array(corner, { minLength: 3, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
  fc.array(fc.array(near, { minLength: 3, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
);

it('mend() makes sound rings of any, and isSound() agrees', () => {
  fc.assert(
    fc.property(anyRings, (rings) => {
      const path = pathOf(rings);
      mend(path, 0);
      const found = ringsOf(path);
      expect(found.filter((ring) => !ringIsSimple(ring))).toEqual([]);
      for (const ring of found) {
        const exterior = areaOf(ring) > 0 ? ring : ring.toReversed();
        const corners = exterior.slice(1).map(({ x, y }) => [x, y] as const);
        expect(isSound(pathOf([corners]), 0)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

it('isSound() finds what a comparison of all edges finds, in small rings and large', () => {
  const wavy = fc.array(corner, { minLength: 3, maxLength: 90 });
  fc.assert(
    fc.property(fc.oneof(wavy, fc.array(near, { minLength: 3, maxLength: 9 })), (ring) => {
      const [closed] = ringsOf(pathOf([ring])) as [Vertex[]];
      const expected = ringIsSimple(closed) && areaOf(closed) > 0;
      expect(isSound(pathOf([ring]), 0)).toBe(expected);
    }),
    { numRuns: 400 },
  );
  const circle = Array.from({ length: 500 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 500;
    return [
      Math.round(2000 + 1900 * Math.cos(angle)),
      Math.round(2000 + 1900 * Math.sin(angle)),
    ] as const;
  });
  expect(isSound(pathOf([circle]), 0)).toBe(true);
  expect(isSound(pathOf([[...circle, [100, 100] as const]]), 0)).toBe(false);
});
