import { expect, it } from 'vitest';
import type { DraftContext } from '../draft/context.ts';
import { compareView } from './guards.ts';

/** A draft of so many records beside a live edition of so many; nothing else about it matters here. */
function beside(
  records: number,
  was: number,
  guards: DraftContext['draft']['work']['guards'] = {},
) {
  const compared = {
    row: 1,
    against: 1,
    added: 0,
    removed: 0,
    moved: 0,
    changed: 0,
    same: records,
    matched: was,
    was,
  };
  const person = { accountId: 'a'.repeat(24), name: 'Test' };
  const context = {
    draft: {
      work: { guards },
      detail: { holder: person, madeBy: person },
      savedAt: '2026-11-23T09:00:00Z',
    },
    found: { records, compared, holding: [] },
    closer: { layers: [] },
    source: {},
    noun: 'site',
  };
  return context as unknown as DraftContext;
}
const LIVE = { number: 1, publishedAt: '2026-04-01T09:00:00Z', synthetic: true };
const asked = (records: number, was: number) =>
  compareView(beside(records, was), LIVE, 'b'.repeat(24))
    .guards.filter(({ isSettled }) => !isSettled)
    .map(({ id }) => id);

it.each([
  [100, []],
  [91, []],
  [90, ['fewer']],
  [71, ['fewer']],
  [70, ['fewer', 'second-person']],
  [120, []],
  [121, ['more']],
] as const)('compareView() asks of %i records where 100 are live: %j', (records, guards) => {
  expect(asked(records, 100)).toEqual(guards);
});

it('compareView() lets nobody be their own second person', () => {
  const control = (accountId: string) =>
    compareView(beside(60, 100), LIVE, accountId).guards.find(({ id }) => id === 'second-person')
      ?.control;
  expect(control('a'.repeat(24))).toMatchObject({ mayGive: false });
  expect(control('b'.repeat(24))).toMatchObject({ mayGive: true });
});

it('compareView() is satisfied by a reason', () => {
  const why = {
    value: 'Yearly review',
    by: 'Test',
    accountId: 'a'.repeat(24),
    at: '2026-11-23T09:00:00Z',
  };
  const { guards } = compareView(beside(130, 100, { more: why }), LIVE, '');
  expect(guards.find(({ id }) => id === 'more')).toMatchObject({
    isSettled: true,
    control: { value: 'Yearly review' },
  });
});
