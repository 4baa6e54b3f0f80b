import { expect, it } from 'vitest';
import type { DraftChange } from '#data/schema/desk-compare.ts';
import { changesCsv } from './tables.ts';

const CHANGED: DraftChange = {
  id: 'a',
  kind: 'changed',
  reference: 'S1',
  name: '=HYPERLINK("http://x.test")',
  line: 2,
  fields: [
    { name: 'hectares', title: 'Area', from: 1, to: -2 },
    { name: 'notes', from: '@SUM(A1)', to: ['a', 'b'] },
  ],
};

async function* given(...changes: DraftChange[]): AsyncGenerator<DraftChange> {
  yield* changes;
}

async function tableOf(...changes: DraftChange[]): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of changesCsv(given(...changes))) pieces.push(piece);
  return pieces.join('').split('\r\n').slice(1, -1);
}

it('changesCsv() gives a line to every field, and a spreadsheet nothing to run', async () => {
  const name = `"'=HYPERLINK(""http://x.test"")"`;
  expect(await tableOf(CHANGED)).toEqual([
    `changed,S1,${name},2,Area,1,-2`,
    `changed,S1,${name},2,notes,'@SUM(A1),a|b`,
  ]);
});

it('changesCsv() tells of what moved, came and went by its place', async () => {
  const before = { at: [-2, 53] as [number, number], grid: '389547, 412564' };
  const rest = { name: 'A', line: 3, fields: [] };
  const lines = await tableOf(
    { ...rest, id: 'b', kind: 'moved', before, after: before, distanceM: 99.7, bearing: 'west' },
    { ...rest, id: 'c', kind: 'removed', before },
  );
  expect(lines).toEqual([
    'moved,,A,3,Place,"389547, 412564","389547, 412564",100,west',
    'removed,,A,3,Place,"389547, 412564",,,',
  ]);
});
