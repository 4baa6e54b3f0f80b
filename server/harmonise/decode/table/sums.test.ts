import { expect, it } from 'vitest';
import { read, valuesOf } from '../testing/read.ts';
import { openSums } from './sums.ts';

it('openSums() reads the rows once, however many rows ask', () => {
  let read = 0;
  const sums = openSums(function* () {
    for (let line = 2; line < 1_002; line++) {
      read++;
      yield { line, cells: [line % 100 === 1 ? 'Total' : 'a', 1, '£1,000'] };
    }
  });
  const told: boolean[] = [];
  for (let line = 101; line < 1_002; line += 100) {
    told.push(sums.isSum({ line, cells: ['Total', ((line - 1) / 100) * 99, 7] }));
  }
  expect(told).toEqual(Array(10).fill(true));
  expect(sums.isSum({ line: 1_002, cells: ['Total', 1_000, 7] })).toBe(false);
  expect(sums.isSum({ line: 1_002, cells: ['Total', '', '£ 990,000'] })).toBe(true);
  expect(read).toBe(1_000);
});

it('readTable() leaves out subtotals and the total below them, and keeps a record named Total', () => {
  const found = read(
    'ref,a,b,c\nA,1,2,3\nB,4,5,6\nTotal,5,7,9\nC,1,1,1\nTotal,40,41,42\nTotal,6,8,10\n',
  );
  expect(valuesOf(found).map(([ref]) => ref)).toEqual(['A', 'B', 'C', 'Total']);
});
