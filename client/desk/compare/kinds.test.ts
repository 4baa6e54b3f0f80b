import { describe, expect, it } from 'vitest';
import type { DraftChange, DraftCompare } from '#data/schema/desk-compare.ts';
import { countIn, kindOf, sayChange, sayCount } from './kinds.ts';

const compare = (counts: Partial<DraftCompare>) =>
  ({
    ...{ added: 0, removed: 0, moved: 0, changed: 0, same: 9, movedFromM: 10, ...counts },
  }) as DraftCompare;

describe('counts of the comparison', () => {
  it('countIn follows the address, else the first that is not nought', () => {
    expect(countIn('changed', compare({ added: 3 }))).toBe('changed');
    expect(countIn(undefined, compare({ moved: 3, changed: 1 }))).toBe('moved');
    expect(countIn('nonsense', compare({}))).toBe('same');
  });

  it('kindOf has no list for what stays the same', () => {
    expect(kindOf('moved')).toBe('moved');
    expect(kindOf('same')).toBeUndefined();
  });

  it('sayCount says from which way on a thing has moved', () => {
    expect(sayCount('moved', { movedFromM: 10 })).toBe('moved over 10 m');
    expect(sayCount('removed', { movedFromM: 10 })).toBe('removed');
  });

  it('sayChange names a record and what happened to it', () => {
    const change = { id: 'a', kind: 'moved', line: 4, fields: [] } as DraftChange;
    expect(
      sayChange({ ...change, reference: 'SH 0483', distanceM: 142, bearing: 'south-west' }),
    ).toBe('SH 0483, 142 m south-west');
    expect(sayChange({ ...change, kind: 'removed' })).toBe('Line 4');
  });
});
