import { describe, expect, it } from 'vitest';
import { partInRanges } from './ranges.ts';
import type { StoredStretch } from './stored-layer.ts';

const END = 4 ** 16;
const block = (first: number, last: number, bytes: number): StoredStretch => {
  return { at: 0, bytes, count: 1, lengths: [], first, last };
};

describe('partInRanges()', () => {
  it('is one range of everything when that is small enough', () => {
    const parting = partInRanges([block(0, END - 1, 900)], 1_000, { first: 3, last: 14 });
    expect(parting).toEqual({ zoom: 3, ranges: [{ from: 0, to: END }] });
  });

  it('cuts whole tiles of the first zoom whose tiles are small enough, without gaps', () => {
    const blocks = Array.from({ length: 64 }, (_, i) =>
      block((END / 64) * i, (END / 64) * (i + 1) - 1, 100),
    );
    const { zoom, ranges } = partInRanges(blocks, 400, { first: 0, last: 14 });
    expect(zoom).toBe(2);
    expect(ranges.length).toBe(16);
    expect(ranges.map(({ from }) => from % 4 ** 14)).toEqual(ranges.map(() => 0));
    expect(ranges.slice(1).map(({ from }) => from)).toEqual(
      ranges.slice(0, -1).map(({ to }) => to),
    );
    expect([ranges[0]?.from, ranges.at(-1)?.to]).toEqual([0, END]);
  });

  it('goes no deeper than it may, however crowded a tile is', () => {
    const crowd = Array.from({ length: 9 }, () => block(77, 78, 1_000));
    const { zoom, ranges } = partInRanges(crowd, 1_000, { first: 0, last: 12 });
    expect(zoom).toBe(12);
    expect(ranges.length).toBeLessThan(4);
  });

  it('parts a layer of nothing', () => {
    expect(partInRanges([], 10, { first: 0, last: 14 }).ranges).toEqual([{ from: 0, to: END }]);
  });
});
