import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { What } from '#data/siting/criterion.ts';
import { hole, point, square } from '#server/measure/test-shapes.ts';
import { openCandidates } from './candidates.ts';
import { ask, E, EAST, FLOOD, N, ruler, SCALE, site, zones } from './test-ask.ts';
import { candidate } from './test-ground.ts';

describe('share and hectares', () => {
  const share: What = { kind: 'share', of: { type: FLOOD } };
  const hectares: What = { kind: 'hectares', of: { type: FLOOD } };
  const at = E + 5_000;

  it('measureColumn() counts ground that two zones cover once', () => {
    const over = [
      zones([
        ['one', square(at, N, 60)],
        ['two', square(at + 40, N, 60)],
      ]),
    ];
    expect(ask([site(at, N, 100)], share, over).first).toMatchObject({
      low: 60,
      high: 60,
      why: 'measured',
    });
    const { first } = ask([site(at, N, 100)], hectares, over);
    expect(first?.low).toBeCloseTo(0.6 / SCALE ** 2, 4);
  });

  it('measureColumn() leaves holes out of zones and of candidates', () => {
    const ring = hole(square(at, N, 100), square(at + 25, N + 25, 50));
    expect(ask([site(at, N, 100)], share, [zones([['ring', ring]])]).first?.low).toBeCloseTo(75, 6);
    expect(
      ask([candidate('ring', ring)], share, [zones([['all', square(at, N, 50)]])]).first?.low,
    ).toBeCloseTo(25, 6);
  });

  it('measureColumn() takes a sliver along a shared edge for none', () => {
    const { first } = ask([site(at, N, 100)], share, [
      zones([['neighbour', square(at + 99.9, N, 100)]]),
    ]);
    expect(first).toMatchObject({ low: 0, high: 0, why: 'measured' });
    const { first: corner } = ask([site(at, N, 100)], share, [
      zones([['corner', square(at + 98, N + 98, 100)]]),
    ]);
    expect(corner?.low).toBeCloseTo(0.04, 6);
  });

  it('measureColumn() opens the share by the ground nobody supplied', () => {
    const { first } = ask([site(E - 1_000, N, 4_000)], share, [
      zones([['wet', square(E + 1_000, N, 2_000)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 25, high: 50, why: 'partly-covered', thing: 'wet' });
  });

  it('measureColumn() takes a circle of the stated area for a site known by a point', () => {
    const by = (statedHa?: number) =>
      candidate('point', point(at, N), statedHa === undefined ? {} : { statedHa });
    const east = [zones([['east', square(at, N - 500, 1_000)]])];
    expect(ask([by(2)], share, east).first).toMatchObject({ why: 'measured' });
    expect(ask([by(2)], share, east).first?.low).toBeCloseTo(50, 6);
    expect(ask([by(2)], hectares, east).first?.low).toBeCloseTo(1, 6);
    expect(ask([by()], share, east).first).toMatchObject({ low: 0, high: 100, why: 'no-area' });
  });

  it('measureColumn() lets what states no zone be the zone asked for, or not', () => {
    const of = {
      type: FLOOD,
      where: [{ kind: 'among', attribute: 'flood-risk-level', values: ['3'] }],
    } as const;
    const { first } = ask([site(at, N, 100)], { kind: 'share', of }, [
      zones([
        ['three', square(at, N, 50), { 'flood-risk-level': '3' }],
        ['silent', square(at + 50, N, 50)],
        ['two', square(at, N + 50, 50), { 'flood-risk-level': '2' }],
      ]),
    ]);
    expect(first).toMatchObject({ low: 25, high: 50, why: 'not-stated' });
  });

  it('measureColumn() does not ask points for ground', () => {
    const { column } = ask([site(at, N, 100)], share, [zones([['pin', point(at, N)]])]);
    expect(column.state).toBe('not-supplied');
  });

  it('measureColumn() puts a boundary that crosses itself right, as “what is here” does', () => {
    const bow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [at, N],
          [at + 100, N + 100],
          [at + 100, N],
          [at, N + 100],
          [at, N],
        ],
      ],
    };
    const [figures] = openCandidates(ruler, [candidate('bow', bow)]).figures;
    expect(figures?.areaHa).toBeCloseTo(0.5 / SCALE ** 2, 4);
    expect(
      ask([candidate('bow', bow)], share, [zones([['west', square(at, N, 50)]])]).first?.low,
    ).toBeCloseTo(25, 6);
  });
});
