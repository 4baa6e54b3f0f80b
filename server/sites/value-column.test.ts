import { describe, expect, it } from 'vitest';
import type { What } from '#data/siting/criterion.ts';
import { point, square } from '#server/measure/test-shapes.ts';
import { ask, BOTH, E, EAST, N, ruler, SUBSTATION, site, stations } from './test-ask.ts';
import { supply, thing } from './test-ground.ts';

describe('values', () => {
  const at = E + 5_000;
  const value = (
    from: 'nearest' | 'containing' | 'serving',
    attribute = 'demand-headroom-mw',
    type = SUBSTATION,
  ): What => ({ kind: 'value', of: { type }, attribute, from });
  const pair: Parameters<typeof thing>[] = [
    [
      'near',
      point(at + 300, N),
      { reference: 'NEAR-1', 'demand-headroom-mw': 4, class: 'primary' },
    ],
    [
      'far',
      point(at + 3_000, N),
      { reference: 'Far 2', 'demand-headroom-mw': 22, class: 'primary' },
    ],
  ];

  it('measureColumn() takes the value of the nearest, as a number or a text', () => {
    expect(ask([site(at, N, 100)], value('nearest'), [stations(pair)]).first).toMatchObject({
      low: 4,
      high: 4,
      why: 'measured',
      thing: 'near',
    });
    const { first, column } = ask([site(at, N, 100)], value('nearest', 'class'), [stations(pair)]);
    expect(first).toMatchObject({ text: 'primary', why: 'measured' });
    expect(column.kind).toBe('text');
    expect([column.low.length, column.high.length]).toEqual([0, 0]);
  });

  it('measureColumn() does not know the value of the nearest where a nearer one may lie', () => {
    expect(
      ask([site(E + 100, N, 100)], value('nearest'), [stations(pair, [EAST])]).first,
    ).toMatchObject({ low: null, high: null, why: 'edge', thing: 'near' });
  });

  it('measureColumn() never takes a value that is not stated for 0', () => {
    const silent = stations([
      ['near', point(at + 300, N)],
      ['far', point(at + 900, N), { 'demand-headroom-mw': 3 }],
    ]);
    expect(ask([site(at, N, 100)], value('nearest'), [silent]).first).toMatchObject({
      low: null,
      high: null,
      why: 'not-stated',
      thing: 'near',
    });
  });

  it('measureColumn() follows the operator’s supply area, by reference, else takes the nearest and says so', () => {
    const area = supply(
      ruler,
      'energy/supply-area',
      [
        thing('area of far', square(at - 500, N - 500, 1_000), {
          'substation-ref': 'FAR2',
          level: 'primary',
        }),
        thing('area of all', square(at - 5_000, N - 5_000, 20_000), {
          'substation-ref': 'Carrington',
          level: 'grid-supply-point',
        }),
      ],
      BOTH,
    );
    const { entries } = ask([site(at, N, 100), site(at + 1_000, N, 100)], value('serving'), [
      stations(pair),
      area,
    ]);
    expect(entries[0]).toMatchObject({ low: 22, thing: 'far', served: 1 });
    expect(entries[1]).toMatchObject({ low: 4, thing: 'near', served: 0 });
  });

  it('measureColumn() takes the smallest area that contains the middle', () => {
    const grade = 'environment/agricultural-land';
    const land = supply(
      ruler,
      grade,
      [
        thing('wide', square(at - 500, N - 500, 2_000), { grade: '2' }),
        thing('narrow', square(at, N, 100), { grade: '4' }),
      ],
      [EAST],
    );
    const asked = value('containing', 'grade', grade);
    expect(ask([site(at + 20, N + 20, 40)], asked, [land]).first).toMatchObject({
      text: '4',
      thing: 'narrow',
    });
    expect(ask([site(at + 8_000, N, 40)], asked, [land]).first).toMatchObject({
      text: null,
      why: 'none-near',
    });
    expect(ask([site(E - 800, N, 40)], asked, [land]).first).toMatchObject({
      text: null,
      why: 'not-covered',
    });
  });
});
