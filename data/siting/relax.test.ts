import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plant } from '#tests/support/planted-sites.ts';
import type { Must, Test, What } from './criterion.ts';
import { relaxationsOf, roundest } from './relax.ts';

const AREA: What = { kind: 'site', attribute: 'area-ha' };
const RIVER: What = { kind: 'distance', of: { type: 'environment/watercourse' } };
const must = (id: string, what: What, test: Test): Must => ({
  id,
  title: id,
  short: id,
  what,
  test,
});
const area = must('area', AREA, { op: 'at-least', value: 5 });
const river = must('river', RIVER, { op: 'at-least', value: 100 });

describe('relaxationsOf()', () => {
  it('names the cheapest ways out, each with what it admits', () => {
    const measured = plant(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
      [
        [AREA, [4.83, 4.1, 3.2, 2.4, 1.2, 1, 9, 8]],
        [RIVER, [200, 200, 200, 200, 200, 50, 60, 80]],
      ],
    );
    expect(relaxationsOf(measured, { must: [area, river], prefer: [] })).toEqual([
      { must: 'area', admits: 5 },
      { must: 'area', value: 4, admits: 2 },
      { must: 'river', admits: 2 },
      { must: 'area', value: 4.8, admits: 1 },
      { must: 'river', value: 80, admits: 1 },
    ]);
  });

  it('eases what must be at most upwards', () => {
    const share: What = { kind: 'share', of: { type: 'environment/flood-risk-zone' } };
    const measured = plant(['a', 'b', 'c'], [[share, [3.2, 0, 41]]]);
    const flood = must('flood', share, { op: 'at-most', value: 0 });
    expect(relaxationsOf(measured, { must: [flood], prefer: [] })).toEqual([
      { must: 'flood', admits: 2 },
      { must: 'flood', value: 4, admits: 1 },
    ]);
  });

  it('reads a range by the end nearer to the threshold', () => {
    const measured = plant(['a'], [[AREA, [[1, 4]]]]);
    expect(relaxationsOf(measured, { must: [area], prefer: [] })).toContainEqual({
      must: 'area',
      value: 4,
      admits: 1,
    });
  });

  it('offers nothing where no single must stands in the way, or is off or not supplied', () => {
    const measured = plant(
      ['a', 'b'],
      [
        [AREA, [1, 9]],
        [RIVER, [5, 500]],
      ],
    );
    expect(relaxationsOf(measured, { must: [area, river], prefer: [] })).toEqual([]);
    const off = { ...area, off: true as const };
    expect(
      relaxationsOf(measured, {
        must: [off, must('x', { kind: 'site', attribute: 'x' }, { op: 'known' })],
        prefer: [],
      }),
    ).toEqual([]);
    expect(relaxationsOf(plant(['a'], [[AREA, undefined]]), { must: [area], prefer: [] })).toEqual(
      [],
    );
  });

  it('only leaves out what is no number', () => {
    const status: What = { kind: 'site', attribute: 'planning-status' };
    const measured = plant(['a', 'b'], [[status, ['permissioned', 'pending-decision']]]);
    const not = must('status', status, { op: 'is-not', values: ['permissioned'] });
    expect(relaxationsOf(measured, { must: [not], prefer: [] })).toEqual([
      { must: 'status', admits: 1 },
    ]);
  });
});

it.each([
  [4.83, 5, 4.8],
  [3.1, 5, 3],
  [0.37, 5, 0.2],
  [1_234, 1_000, 1_250],
  [2_040, 2_000, 2_050],
  [19_999, 2_000, 20_000],
  [0.001, 5, 0.001],
  [-3, 5, -5],
])('roundest() of %d from %d is %d', (reached, threshold, value) => {
  expect(roundest(reached, threshold)).toBe(value);
});

it('roundest() always reaches, and goes no further past than a quarter of the way', () => {
  const figure = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(figure, figure, (reached, threshold) => {
      const round = roundest(reached, threshold);
      expect(reached < threshold ? round <= reached : round >= reached).toBe(true);
      expect(Math.abs(round - reached)).toBeLessThanOrEqual(Math.abs(threshold - reached) / 4);
    }),
  );
});
