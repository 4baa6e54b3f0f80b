import { describe, expect, it } from 'vitest';
import type { IssueBand, IssueGroup } from '#data/schema/desk-issues.ts';
import { bandsOf, neighbourOf, nextAfter, sayMended, selectedOf } from './order.ts';

const group = (id: string, band: IssueBand): IssueGroup => ({
  ...{ id, band, code: 'value.missing', title: id, where: '', records: 1 },
});
const groups = [
  group('a', 'blocks'),
  group('b', 'blocks'),
  group('c', 'later'),
  group('d', 'mended'),
];

describe('order of issues', () => {
  it('bandsOf keeps the gravest first and leaves empty bands out', () => {
    expect(bandsOf(groups, undefined).map(({ band }) => band)).toEqual([
      'blocks',
      'later',
      'mended',
    ]);
    expect(bandsOf(groups, 'later').flatMap((band) => band.groups.map(({ id }) => id))).toEqual([
      'c',
    ]);
    expect(bandsOf([], undefined)).toEqual([]);
  });

  it('selectedOf falls back to the gravest when an issue is settled', () => {
    expect(selectedOf(groups, 'c')?.id).toBe('c');
    expect(selectedOf(groups, 'gone')?.id).toBe('a');
    expect(selectedOf([], undefined)).toBeUndefined();
  });

  it('nextAfter goes on with what blocks, from the top if need be, before what can wait', () => {
    expect(nextAfter(groups, 'a')?.id).toBe('b');
    expect(nextAfter(groups, 'b')?.id).toBe('a');
    expect(nextAfter(groups.slice(1), 'b')?.id).toBe('c');
    expect(nextAfter(groups.slice(2), 'c')).toBeUndefined();
  });

  it('neighbourOf ends at both ends of the list', () => {
    expect(neighbourOf(groups, 'a', 1)?.id).toBe('b');
    expect(neighbourOf(groups, 'a', -1)).toBeUndefined();
    expect(neighbourOf(groups, 'd', 1)).toBeUndefined();
    expect(neighbourOf(groups, 'gone', 1)).toBeUndefined();
  });

  it('sayMended counts what still blocks', () => {
    expect(sayMended({ blocks: 1, later: 5 })).toBe('Mended. 1 issue still blocks publishing.');
    expect(sayMended({ blocks: 2, later: 0 })).toBe('Mended. 2 issues still block publishing.');
    expect(sayMended({ blocks: 0, later: 3 })).toBe(
      'Mended. Nothing blocks publishing; 3 can wait.',
    );
    expect(sayMended({ blocks: 0, later: 0 })).toBe('Mended. Nothing is left.');
  });
});
