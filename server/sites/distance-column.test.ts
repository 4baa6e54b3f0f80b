import { describe, expect, it } from 'vitest';
import { line, point } from '#server/measure/test-shapes.ts';
import { openCandidates } from './candidates.ts';
import {
  ask,
  distance,
  E,
  EAST,
  N,
  ruler,
  SCALE,
  SUBSTATION,
  site,
  stations,
  WEST,
} from './test-ask.ts';
import { candidate, type thing } from './test-ground.ts';

describe('distance', () => {
  it('measureColumn() measures from edge to nearest edge, told on the ground', () => {
    const { first, column } = ask([site(E + 5_000, N, 200)], distance(), [
      stations([
        ['far', point(E + 9_000, N)],
        ['near', point(E + 6_200, N + 100)],
      ]),
    ]);
    expect(first).toMatchObject({ why: 'measured', thing: 'near' });
    expect(first?.low).toBeCloseTo(1_000 / SCALE, 0);
    expect(first?.high).toBe(first?.low);
    expect(column).toMatchObject({
      unit: 'm',
      state: 'measured',
      synthetic: true,
      datasets: ['maker/things'],
      missing: [],
    });
    expect(column.title).toBe('Distance to the nearest substation');
  });

  it('measureColumn() lets what nobody supplied beyond the border be nearer: edge', () => {
    const { first } = ask([site(E + 500, N, 200)], distance(), [
      stations([['known', point(E + 3_000, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ why: 'edge', thing: 'known' });
    expect(first?.low).toBeCloseTo(500 / SCALE, 0);
    expect(first?.high).toBeCloseTo(2_300 / SCALE, 0);
  });

  it('measureColumn() leaves the border alone where the nearest is nearer', () => {
    const { first } = ask([site(E + 3_000, N, 200)], distance(), [
      stations([['known', point(E + 3_700, N)]], [EAST]),
    ]);
    expect(first?.why).toBe('measured');
  });

  it('measureColumn() tells of an uncovered candidate only that it is no further than what is known', () => {
    const { first, column } = ask([site(E - 900, N, 200)], distance(), [
      stations([['known', point(E + 300, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, why: 'not-covered', thing: 'known' });
    expect(first?.high).toBeCloseTo(1_000 / SCALE, 0);
    expect(column).toMatchObject({ state: 'not-supplied', missing: [WEST] });
    expect(column.reason).toContain('substations');
  });

  it('measureColumn() tells of one across the border that its other part may hold something', () => {
    const { first } = ask([site(E - 300, N, 600)], distance(), [
      stations([['known', point(E + 900, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, why: 'partly-covered' });
  });

  it('measureColumn() says that nothing is near, and how far it looked', () => {
    const { first } = ask([site(E + 500, N, 200)], distance(), [
      stations([['other end', point(E + 39_000, N)]]),
    ]);
    expect(first).toMatchObject({ low: 20_000, high: null, why: 'none-near', thing: undefined });
  });

  it('measureColumn() is sure of what lies on the candidate, whatever is missing elsewhere', () => {
    const { first } = ask([site(E - 900, N, 200)], distance(), [
      stations([['on it', point(E - 800, N + 100)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, high: 0, why: 'measured' });
  });

  it('measureColumn() does not take a thing that states nothing for one that meets the target, nor for none', () => {
    const where = [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }];
    const { first } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [
        stations([
          ['small', point(E + 5_300, N), { 'demand-headroom-mw': 4 }],
          ['silent', point(E + 5_700, N)],
          ['large', point(E + 8_000, N), { 'demand-headroom-mw': 20 }],
        ]),
      ],
    );
    expect(first).toMatchObject({ why: 'not-stated', thing: 'large' });
    expect(first?.low).toBeCloseTo(500 / SCALE, 0);
    expect(first?.high).toBeCloseTo(2_800 / SCALE, 0);
  });

  it('measureColumn() passes over a dataset that never states what is asked for', () => {
    const where = [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }];
    const { column } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [stations([['mapped', point(E + 5_300, N)]])],
    );
    expect(column).toMatchObject({ state: 'not-supplied', datasets: [] });
  });

  it('measureColumn() passes over a dataset that holds none of the kinds asked for', () => {
    const where = [{ kind: 'among', attribute: 'kind', values: ['gp'] }];
    const { column } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [stations([['hospital', point(E + 5_300, N), { kind: 'hospital' }]])],
    );
    expect(column.state).toBe('not-supplied');
  });

  it('measureColumn() finds the second that is fed from elsewhere, and a nearer one that does not say', () => {
    const second = distance({ second: { apartBy: 'parent' } });
    const fed = (id: string, east: number, parent?: string): Parameters<typeof thing> => [
      id,
      point(E + east, N),
      parent === undefined ? {} : { parent },
    ];
    const at = [site(E + 5_000, N, 200)];
    const known = ask(at, second, [
      stations([
        fed('a', 5_300, 'Carrington'),
        fed('b', 5_700, 'Carrington'),
        fed('c', 7_200, 'Kearsley'),
      ]),
    ]);
    expect(known.first).toMatchObject({ why: 'measured', thing: 'c' });
    expect(known.first?.low).toBeCloseTo(2_000 / SCALE, 0);
    const silent = ask(at, second, [
      stations([fed('a', 5_300, 'Carrington'), fed('b', 5_700), fed('c', 7_200, 'Kearsley')]),
    ]);
    expect(silent.first).toMatchObject({ why: 'not-stated', thing: 'c' });
    expect(silent.first?.low).toBeCloseTo(500 / SCALE, 0);
  });

  it('measureColumn() measures from a point that has a stated area, and says how far out that may be', () => {
    const only = candidate('point', point(E + 5_000, N), { statedHa: 4 });
    const { first } = ask([only], distance(), [
      stations([['near', line([E + 6_000, N - 50], [E + 6_000, N + 50])]]),
    ]);
    expect(first?.low).toBeCloseTo(1_000 / SCALE, 0);
    const [figures] = openCandidates(ruler, [only]).figures;
    expect(figures).toMatchObject({ areaBasis: 'stated', outline: 'point', areaHa: 4 });
    expect(figures?.errorM).toBeCloseTo(112.84, 2);
  });
});
