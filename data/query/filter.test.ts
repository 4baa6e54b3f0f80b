import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '#data/schema/attribute.ts';
import { type Condition, dateNumber, dateText, matches } from './filter.ts';

describe('matches()', () => {
  it.each<[string, object, AttributeValue | undefined, boolean]>([
    ['both ends are included', { kind: 'range', min: 1, max: 2 }, 2, true],
    ['beyond an end', { kind: 'range', max: 2 }, 2.5, false],
    ['not stated is not 0', { kind: 'range', max: 2 }, undefined, false],
    ['not stated where asked for', { kind: 'range', max: 2, unknown: true }, undefined, true],
    ['a text is no number', { kind: 'range' }, 'x', false],
    ['one of some', { kind: 'among', values: ['a', 'b'] }, 'b', true],
    ['a number as text', { kind: 'among', values: ['33'] }, 33, true],
    ['a yes as text', { kind: 'among', values: ['true'] }, true, true],
    ['one item of a list', { kind: 'among', values: ['b'] }, ['a', 'b'], true],
    ['none of no values', { kind: 'among', values: [] }, 'a', false],
    ['a year that may be inside', { kind: 'range', min: '1984-03' }, '1984', true],
    ['the whole of the last year', { kind: 'range', max: '2000' }, '2000-12-31', true],
    ['the day after', { kind: 'range', max: '2000' }, '2001-01-01', false],
    ['the month before', { kind: 'range', min: '1984-03' }, '1984-02', false],
    ['a date that cannot be read', { kind: 'range', min: '1984' }, 'spring', false],
    ['an end that cannot be read', { kind: 'range', min: 'spring' }, '1984', false],
    ['any date at all', { kind: 'range' }, '1984', true],
  ])('%s', (_, condition, value, expected) => {
    expect(matches({ attribute: 'x', ...condition } as Condition, value)).toBe(expected);
  });
});

describe('dateNumber()', () => {
  it.each(['1984', '1984-03', '1984-03-21', '0000', '0001-01'])('%s comes back', (text) => {
    expect(dateText(dateNumber(text) ?? Number.NaN)).toBe(text);
  });
  it.each([
    '',
    '84',
    '1984-13',
    '1984-01-32',
    '1984-1',
    '-1984',
    '1984/1985',
  ])('%j is no date', (text) => {
    expect(dateNumber(text)).toBeUndefined();
  });
});
