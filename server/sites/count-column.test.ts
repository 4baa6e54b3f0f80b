import { describe, expect, it } from 'vitest';
import type { What } from '#data/siting/criterion.ts';
import { point, square } from '#server/measure/test-shapes.ts';
import { ask, BOTH, E, EAST, N, SCALE, SUBSTATION, site, stations } from './test-ask.ts';
import { candidate } from './test-ground.ts';

describe('count and sum', () => {
  const at = E + 5_000;
  const count = (withinM: number): What => ({ kind: 'count', of: { type: SUBSTATION }, withinM });
  const sum = (withinM: number): What => ({
    kind: 'sum',
    of: { type: SUBSTATION },
    attribute: 'firm-capacity-mva',
    withinM,
  });
  const some = (coverage: readonly string[], attributes: object = {}) =>
    stations(
      [
        ['on', point(at + 50, N + 50), { 'firm-capacity-mva': 10 }],
        ['by', point(at + 300, N), { 'firm-capacity-mva': 5 }],
        ['off', point(at + 900, N), attributes as never],
      ],
      coverage,
    );

  it('measureColumn() counts those on it, and those within so many metres', () => {
    expect(ask([site(at, N, 100)], count(0), [some(BOTH)]).first).toMatchObject({
      low: 1,
      high: 1,
      why: 'measured',
      thing: 'on',
    });
    expect(ask([site(at, N, 100)], count(500), [some(BOTH)]).first).toMatchObject({
      low: 2,
      high: 2,
    });
  });

  it('measureColumn() leaves the number open where ground within reach was not supplied', () => {
    expect(ask([site(at, N, 100)], count(6_000), [some([EAST])]).first).toMatchObject({
      low: 3,
      high: null,
      why: 'edge',
    });
    expect(ask([site(at, N, 100)], count(4_000), [some([EAST])]).first).toMatchObject({
      low: 3,
      high: 3,
      why: 'measured',
    });
  });

  it('measureColumn() adds up what is stated, and leaves open what is not', () => {
    expect(ask([site(at, N, 100)], sum(500), [some(BOTH)]).first).toMatchObject({
      low: 15,
      high: 15,
      why: 'measured',
    });
    expect(ask([site(at, N, 100)], sum(2_000), [some(BOTH)]).first).toMatchObject({
      low: 15,
      high: null,
      why: 'not-stated',
    });
  });
});

describe('what sites state themselves', () => {
  it('measureColumn() measures the area of a boundary, takes a stated one, and knows when there is neither', () => {
    const { entries } = ask(
      [
        site(E + 5_000, N, 100),
        candidate('p', point(E + 6_000, N), { statedHa: 3.5 }),
        candidate('q', point(E + 7_000, N)),
      ],
      { kind: 'site', attribute: 'area-ha' },
      [],
    );
    expect(entries[0]?.low).toBeCloseTo(1 / SCALE ** 2, 4);
    expect(entries[1]).toMatchObject({ low: 3.5, high: 3.5, why: 'measured' });
    expect(entries[2]).toMatchObject({ low: 0, high: null, why: 'no-area' });
  });

  it('measureColumn() parts the items of a list by semicolons, and keeps what is not stated unknown', () => {
    const { entries, column } = ask(
      [
        candidate('a', square(E + 5_000, N, 100), { attributes: { 'use-class': ['b2', 'b8'] } }),
        site(E + 6_000, N, 100),
      ],
      { kind: 'site', attribute: 'use-class' },
      [],
    );
    expect(entries.map(({ text, why }) => [text, why])).toEqual([
      ['b2;b8', 'measured'],
      [null, 'not-stated'],
    ]);
    expect(column).toMatchObject({ kind: 'text', state: 'measured' });
  });
});
