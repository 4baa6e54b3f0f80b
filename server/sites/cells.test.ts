import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import { openCandidates } from './candidates.ts';
import { cellsOf } from './cells.ts';
import { evidenceLines } from './evidence.ts';
import { ruler } from './test-ask.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const grid = loadGrid(data);
const { districts } = loadVocabulary(data);
const places = [
  { name: 'Swinton', at: [-2.341, 53.512] as const },
  { name: 'Wigan', at: [-2.632, 53.545] as const },
];

describe('cells', () => {
  it('cellsOf() covers the city region once, each cell some 0.7 km² and convex', () => {
    const cells = cellsOf(districts, 8, { grid, places });
    expect(new Set(cells.map(({ key }) => key)).size).toBe(cells.length);
    const { figures, pieces } = openCandidates(ruler, cells);
    const areaHa = figures.reduce((sum, each) => sum + (each.areaHa ?? 0), 0);
    const wanted = openCandidates(
      ruler,
      districts.flatMap(({ gssCode, geometry }) => {
        const shape = toGrid(geometry, grid);
        return shape ? [{ key: gssCode, shape, attributes: {} }] : [];
      }),
    ).figures.reduce((sum, each) => sum + (each.areaHa ?? 0), 0);
    expect(areaHa / wanted).toBeCloseTo(1, 2);
    expect(cells.every((_, at) => pieces(at)?.length === 1)).toBe(true);
  });

  it('cellsOf() calls a cell by the nearest place and gives its corners open', () => {
    const cells = cellsOf(districts.slice(0, 1), 7, { grid, places });
    expect(new Set(cells.map(({ title }) => title))).toEqual(
      new Set(['Near Swinton', 'Near Wigan']),
    );
    expect(cells.every(({ corners }) => corners.length === 12)).toBe(true);
    expect(() => cellsOf(districts, 12, { grid, places })).toThrow(RangeError);
  });
});

describe('evidenceLines()', () => {
  it('runs from a site to a thing at their nearest, on the ground', () => {
    const [site, thing] = [
      [-2.3, 53.5],
      [-2.28, 53.5],
    ].map((coordinates) => toGrid({ type: 'Point', coordinates }, grid));
    if (!site || !thing) throw new Error('outside the grid');
    const [line] = evidenceLines(ruler, site, [{ shape: thing }], grid);
    expect(line?.from[0]).toBeCloseTo(-2.3, 7);
    expect(line?.to[0]).toBeCloseTo(-2.28, 7);
  });
});
